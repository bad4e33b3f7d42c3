// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/live/linkrecords.h"
#include "helper/runtime/network.h"
#include "helper/transaction/clock.h"
#include "kernel/kernelsource.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>

namespace bondwright::helper
{

/// What may be done to a running bond for a test. No configuration is written, and a link taken down comes back
/// by itself: when its time is over, when the client that asked for it has left the bus, and also if this
/// process dies before.
class LiveActions final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Environment environment;
        QDBusConnection bus;
        kernel::KernelSource &source;
        const Clock &clock;
        runtime::Network &network;
        std::function<Result<void>(const QStringList &)> launch; ///< this program, detached, with these arguments
    };

    explicit LiveActions(Parts parts, QObject *parent = nullptr);

    /// Takes up the links that an earlier process left down.
    void resume();

    Result<void> activateSlave(const QString &bond, const QString &slave);
    /// @param undoAfter 1–600 s; @param client unique bus name
    Result<void> setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                              const QString &client);
    /// Blinks the port's light (ethtool -p). @param duration 1–60 s
    Result<void> identify(const QString &nic, std::chrono::seconds duration);

    bool isBusy() const { return !m_down.isEmpty(); }

private:
    struct Down {
        LinkRecord record;
        bool wasSeenDown = false;
    };

    Result<void> checkSlave(const QString &bond, const QString &slave) const;
    void watch(const LinkRecord &record);
    void restoreLink(const LinkRecord &record);
    void retire(const QList<LinkRecord> &records);
    void forget(const QString &slave);
    void restoreLinksOf(const QString &client);
    void lookAtLinks();

    Parts m_parts;
    LinkRecords m_records;
    QDBusServiceWatcher m_clients;
    QHash<QString, Down> m_down; ///< by slave
};

/// The body of "--restore-link": waits, then restores the link, unless its record is gone: then another process
/// has done so. @return exit status
int restoreLinkAfter(const Environment &environment, const QString &name, const QString &token,
                     runtime::Network &network, const Clock &clock);
/// The body of "--identify": the kernel call returns when the time is over. @return exit status
int identifyPort(const QString &name, std::chrono::seconds duration);

} // namespace bondwright::helper
