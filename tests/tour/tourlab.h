// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUdpSocket>

#include <chrono>
#include <functional>
#include <memory>

class QProcess;

namespace bondwright::tour
{

/// Runs a program of the lab and waits while the window goes on living. @return standard output, null on failure
QString run(const QString &program, const QStringList &arguments, int *exitCode = nullptr);

/// The cables of the lab: the far end of eth<N>.
bool pullCable(int number);
bool plugCable(int number);

/// Lets the window live until the condition holds. @return whether it did in time
bool waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit);
/// Lets the window live for a while.
void live(std::chrono::milliseconds time);

/// Something to see in the charts: datagrams at a rate that rises and falls, and large pings that come back.
class Traffic
{
public:
    /// @param target an address that answers
    explicit Traffic(const QString &target);
    ~Traffic();

private:
    void send();

    std::unique_ptr<QProcess> m_pings;
    QList<QUdpSocket *> m_sockets; ///< several ports, so that a hash has something to spread
    QTimer m_timer;
    QHostAddress m_target;
    int m_turn = 0;
};

/// One file of sysfs or /proc, trimmed; null if it cannot be read.
QString readKernelFile(const QString &path);

} // namespace bondwright::tour
