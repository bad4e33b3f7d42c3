// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/nm/nmsession.h"
#include "helper/runtime/network.h"
#include "helper/transaction/task.h"
#include "kernel/kernelsource.h"

#include <QObject>

namespace bondwright::helper
{

/// Single steps that NetworkManager does for one bond: each is requested and then awaited in the kernel, because
/// NetworkManager answers before it is done.
class NmSteps final : public QObject
{
    Q_OBJECT
public:
    using Profiles = QList<formats::nm::Profile>;
    using Step = Task<Result<void>>;

    /// @param moment how long NetworkManager may take to begin what it starts without being asked
    NmSteps(Environment environment, NmSession &session, kernel::KernelSource &source, runtime::Network &network,
            std::chrono::milliseconds moment);

    /// Those in the files; files that are none are passed over.
    Result<Profiles> readProfiles() const;

    Step reload();
    /// Fails if NetworkManager has other profiles for these bonds than the files.
    Step readBack(QList<BondPlan> plans);
    /// Waits a moment until NetworkManager has those of these profiles that are in the files.
    Task<> awaitProfiles(QStringList uuids);
    /// @param isNew the bond is not there yet
    /// @param hasOtherAddresses its profile is to be taken up anew even where nothing differs
    Step follow(BondPlan plan, bool isNew, bool hasOtherAddresses);
    /// By netlink, what NetworkManager does not do: it does not reset an option that the profile no longer names, and
    /// sets neither queue nor priority of a port that is attached already.
    Task<> adjust(BondPlan plan);
    /// Waits for a NetworkManager that has just been started until it can be asked.
    Task<> awaitStart(std::chrono::milliseconds limit);
    /// Takes up a profile of an interface, unless it is in use already. An error is not the end: what is missing
    /// is found later.
    /// @param isRemade it has another content since it was taken up: netplan's keep their UUIDs
    Task<> takeUp(QString interface, QString uuid, QString master, bool isRemade = false);
    /// Waits a moment until these are in use, interface to UUID, and done with starting. @return those that are not
    Task<QStringList> awaitUse(QMap<QString, QString> profiles);
    /// That of the NIC's own profiles which starts by itself; empty: it has none.
    QString ownProfile(const QString &nic) const;
    /// A NIC takes up its own profile, if it has one that starts by itself.
    /// @param former the UUID of the one that made it a port
    Task<> takeUpOwn(QString nic, QString former);
    QString profileInUse(const QString &interface) const { return m_session.device(interface).activeUuid; }
    bool isPort(const QString &nic) const; ///< of whatever
    /// @param patience how long NetworkManager may take to do it by itself
    Task<> remove(QString bond, std::chrono::milliseconds patience = {});

Q_SIGNALS:
    void progressed(const QString &text);

private:
    /// A plan with the profiles that make it.
    struct Target {
        BondPlan plan;
        formats::nm::Profile bond;
        Profiles ports;
        Profiles vlans;
        bool isNew = false;
        bool hasOtherAddresses = false;
    };
    using Condition = std::function<bool()>;
    Result<Target> findTarget(const BondPlan &plan) const;
    bool isPort(const QString &nic, const QString &bond) const;
    const formats::nm::Profile *portProfile(const Target &target, const SlavePlan &slave) const;

    /// Until it holds, or that long, or NetworkManager is gone: then there is nothing to wait for.
    Task<> waitFor(Condition condition, std::chrono::milliseconds limit);
    Step activate(QString uuid, QString interface);
    Step followNew(const Target &target);
    Step keepRunning(const Target &target, bool isToReapply);
    Step attachPorts(const Target &target);
    Step attach(QString bond, QString nic, formats::nm::Profile profile);
    Task<> awaitPortsFinished(const Target &target);
    /// Gives NetworkManager a moment to take up a profile that starts by itself.
    Task<> awaitAutoconnect(formats::nm::Profile profile, QString interface);
    Task<> releaseOthers(const BondPlan &plan);
    Task<> release(QString nic, QString bond);
    Task<bool> reapply(QString interface);
    Step followVlan(const formats::nm::Profile &vlan, bool hasOtherAddresses);

    Environment m_environment;
    NmSession &m_session;
    kernel::KernelSource &m_source;
    runtime::Network &m_network;
    std::chrono::milliseconds m_moment;
};

} // namespace bondwright::helper
