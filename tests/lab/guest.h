// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

class QProcess;

/// What a test in the lab's guest does to its surroundings, with as few processes as possible: starting
/// one costs tens of milliseconds there. Nothing in here uses the product's own code, so that a test of the
/// product does not lean on what it tests.
namespace lab
{

/// Whether this process runs in a guest of tests/lab/lab. Outside, the other functions must not be called.
bool isGuest();

/// Waits for a started @p process as long as a busy machine may need. @return its exit status; -1 if it never began, was
/// killed, or does not end, which makes it end.
int endOf(QProcess &process);

/// Runs a command of the guest (pull, plug, loss, recable, ip …). False, with its words on stderr, if it fails.
bool run(const QString &program, const QStringList &arguments);

/// Gives one "ip -batch" all the lines; @p netns empty means the guest's own network.
bool ip(const QStringList &lines, const QString &netns = {});

/// The text of a small file without its end of line, such as /sys/class/net/bond0/bonding/mode.
QString text(const QString &file);

/// text() of /sys/class/net/@p device/@p attribute.
QString attribute(const QString &device, const QString &attribute);

/// Sends one echo request to the IPv4 @p address; true if the answer comes in time.
bool ping(const QString &address, std::chrono::milliseconds patience = std::chrono::milliseconds(300));

/// Asks again every 20 ms until @p condition holds. False if it never did in @p patience.
bool eventually(const std::function<bool()> &condition, std::chrono::milliseconds patience = std::chrono::seconds(5));

/// How many times slower than an idle one this guest is, or was over a while (others use the core): for limits of time.
class Slowness
{
public:
    /// Starts a process.
    void sample();
    /// Of the samples; at least 1, and 1 without any.
    double average() const;

private:
    std::chrono::milliseconds m_sum{0};
    int m_count = 0;
};

/// Now.
double slowness();

} // namespace lab
