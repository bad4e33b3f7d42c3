// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/sequence.h"

#include <QElapsedTimer>

namespace bondwright::helper
{

using namespace std::chrono_literals;

void Sequence::run(std::function<void(const Result<void> &)> done)
{
    m_done = std::move(done);
    next({});
}

void Sequence::addGroup(std::function<Result<void>(Sequence &)> fill)
{
    add([this, fill = std::move(fill)](const Next &next) {
        auto *group = new Sequence(this);
        if (const auto filled = fill(*group); filled)
            group->run(next);
        else
            next(filled);
    });
}

void Sequence::addWait(std::function<bool()> condition, std::chrono::milliseconds limit)
{
    add([this, condition = std::move(condition), limit](const Next &next) {
        waitUntil(this, condition, limit, [next](bool) { next({}); });
    });
}

void Sequence::next(const Result<void> &result)
{
    if (!result || m_position == m_steps.size()) {
        deleteLater();
        if (const auto done = std::exchange(m_done, nullptr))
            done(result);
        return;
    }
    const Step step = m_steps.at(m_position++);
    // Through the event loop: a long row of steps that answer at once must not grow the stack.
    step([this](const Result<void> &stepResult) {
        QTimer::singleShot(0, this, [this, stepResult] { next(stepResult); });
    });
}

void waitUntil(QObject *context, std::function<bool()> condition, std::chrono::milliseconds limit,
               std::function<void(bool)> done)
{
    if (condition()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(true); });
        return;
    }
    auto *timer = new QTimer(context);
    QElapsedTimer elapsed;
    elapsed.start();
    QObject::connect(timer, &QTimer::timeout, context,
                     [timer, elapsed, limit, condition = std::move(condition), done = std::move(done)] {
                         const bool holds = condition();
                         if (!holds && elapsed.elapsed() < limit.count())
                             return timer->start(std::min(2 * timer->intervalAsDuration(), 50ms));
                         timer->stop();
                         timer->deleteLater();
                         done(holds);
                     });
    timer->setSingleShot(true);
    timer->start(1ms); // most of what is waited for comes at once
}

} // namespace bondwright::helper
