// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/action.h"

#include <QString>

#include <functional>
#include <memory>

namespace bondwright::helper
{

/// Who may do what. All of polkit is behind this header.
class Authority
{
public:
    struct Question {
        QString sender; ///< unique bus name of the message's sender: the only subject there is
        Action action = Action::View;
        bool interactive = false; ///< the message allowed a prompt
        QString bond; ///< validated name, shown in the prompt; may be empty
    };
    enum class Answer : quint8 { Denied, Allowed };
    /// Asking goes on for as long as this lives; dropping it withdraws the question (and its prompt).
    using Pending = std::shared_ptr<void>;

    virtual ~Authority() = default;
    /// Answers later, exactly once, unless withdrawn. Every failure (no polkit, time-out) is Denied.
    [[nodiscard]] virtual Pending ask(const Question &question, std::function<void(Answer)> done) = 0;
};

std::unique_ptr<Authority> createPolkitAuthority();

} // namespace bondwright::helper
