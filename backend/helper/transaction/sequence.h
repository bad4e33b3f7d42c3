// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

namespace bondwright::helper
{

/// Steps one after the other, each with its own callback; stops at the first error.
class Sequence final : public QObject
{
    Q_OBJECT
public:
    using Next = std::function<void(const Result<void> &)>;
    using Step = std::function<void(const Next &)>;

    using QObject::QObject;

    void add(Step step) { m_steps.push_back(std::move(step)); }
    /// A step that is made of steps, decided on when its turn comes; an error ends the sequence.
    void addGroup(std::function<Result<void>(Sequence &group)> fill);
    /// Waits until the condition holds, or that long, and goes on either way.
    void addWait(std::function<bool()> condition, std::chrono::milliseconds limit);
    /// Runs them and deletes itself. Steps may add further steps behind all others.
    void run(std::function<void(const Result<void> &)> done);

private:
    void next(const Result<void> &result);

    std::vector<Step> m_steps;
    std::size_t m_position = 0;
    std::function<void(const Result<void> &)> m_done;
};

/// Looks at a condition until it holds or the time is over: often at first, then every 50 ms.
void waitUntil(QObject *context, std::function<bool()> condition, std::chrono::milliseconds limit,
               std::function<void(bool)> done);

} // namespace bondwright::helper
