// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/kernelsource.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

namespace bondwright::helper
{

/// What may be done to a running bond for a test. Nothing here is written to a file, and a link taken down
/// comes back by itself, also if this process dies meanwhile.
class LiveActions final : public QObject
{
    Q_OBJECT
public:
    /// @param launch starts this program, detached, with these arguments
    LiveActions(kernel::KernelSource &source, std::function<Result<void>(const QStringList &)> launch,
                QObject *parent = nullptr);

    Result<void> activateSlave(const QString &bond, const QString &slave);
    /// @param undoAfter 1–600 s
    Result<void> setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter);
    /// Blinks the port's light (ethtool -p). @param duration 1–60 s
    Result<void> identify(const QString &nic, std::chrono::seconds duration);

    bool isBusy() const { return !m_undo.isEmpty(); }

private:
    Result<void> checkSlave(const QString &bond, const QString &slave) const;

    kernel::KernelSource &m_source;
    std::function<Result<void>(const QStringList &)> m_launch;
    QHash<QString, QTimer *> m_undo;
};

/// The body of "--restore-link": waits, then puts the link back as it was, unless somebody has done so before.
/// @return exit status
int restoreLinkAfter(const QString &name, bool up, std::chrono::seconds after);
/// The body of "--identify": the kernel call returns when the time is over. @return exit status
int identifyPort(const QString &name, std::chrono::seconds duration);

} // namespace bondwright::helper
