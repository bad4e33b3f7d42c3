// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/nm/nmsession.h"
#include "support/fakenetwork.h"

#include <QSet>

#include <chrono>
#include <memory>

namespace bondwright::tests
{

/// A NetworkManager that reads the keyfiles below a root folder and does to a FakeNetwork what the real one does to
/// the kernel, good and bad: it resets no option that a profile no longer names. It outlives its sessions.
class FakeNetworkManager final
{
public:
    FakeNetworkManager(QString root, FakeNetwork &network);

    enum class Failure : quint8 {
        None,
        Refuses, ///< the call answers with an error
        Dies, ///< NetworkManager is gone, and the call answers with an error
        Restarts, ///< the same, and another one has read the profiles; it answers some time later
        IsSilent, ///< the call never answers
        DoesNothing, ///< the call answers well, and nothing comes of it
    };
    /// From the call of this name (a method's of NmSession) on.
    void failAt(const QString &call, Failure failure);
    bool hasFailed() const { return m_hasFailed; }
    std::unique_ptr<helper::NmSession> session();

    void reload();
    Result<void> activate(const QString &uuid, const QString &interface);
    Result<void> reapply(const QString &interface);

    bool isRunning = true;
    bool isStarting = false;
    bool hasBus = true;
    bool startsByItself = false; ///< bonds and ports, a moment after their profiles were read or their device went
    std::chrono::milliseconds itsMoment{3};
    std::chrono::milliseconds tellsAfter{0}; ///< that a profile is in use, once the kernel has it
    QList<formats::nm::Profile> profiles;
    QMap<QString, QString> active; ///< interface to UUID
    /// Ports that it found in their bond: it has a profile of its own for each, which no file holds, and takes it up again with the bond.
    QSet<QString> mirrored;
    QStringList checkpoints;
    QStringList calls; ///< "activate eth0", …

private:
    friend class FakeNmSession;
    const formats::nm::Profile *find(const QString &uuid) const;
    Failure failureOf(const QString &call);
    void restart();
    void startSoon();
    void takeAddresses(const QString &interface, const IpConfig &ipv4, const IpConfig &ipv6);
    Result<void> makeVlan(const QString &name);
    Result<void> makeBond(const formats::nm::Profile &profile);
    void takeMirroredBack(const QString &port, const QString &bond);

    QString m_root;
    FakeNetwork &m_network;
    QString m_failingCall;
    Failure m_failure = Failure::None;
    bool m_hasFailed = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace bondwright::tests
