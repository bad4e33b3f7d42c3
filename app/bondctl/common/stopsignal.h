// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <signal.h>

namespace bondwright::cli
{

/// Turns SIGINT, SIGTERM and SIGHUP (the terminal is closed) into a signal of the event loop, so that a running command can end in order.
/// While two live, either is told. A signal that was ignored before (nohup) stays so.
class StopSignal : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void stopRequested();

private:
    int m_fd = -1;
    sigset_t m_former{};
};

/// Ends the event loop then; a timer alone reaches no further than 24 days.
void quitAfter(std::chrono::seconds duration);

} // namespace bondwright::cli
