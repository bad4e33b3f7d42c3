// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sentences.h"

#include <QString>
#include <tl/expected.hpp>

namespace bondwright
{

/// What went wrong, for a person: a stable code, what happened, and what to do about it.
struct Error {
    QString code; ///< stable, machine readable, e.g. "plan.json.syntax"
    QString message; ///< translated, one sentence, names the thing
    QString hint; ///< translated, what to do next; may be empty

    /// Both in one paragraph.
    QString text() const { return joinSentences({message, hint}); }

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(QString code, QString message, QString hint = {})
{
    return tl::unexpected<Error>(Error{std::move(code), std::move(message), std::move(hint)});
}

} // namespace bondwright
