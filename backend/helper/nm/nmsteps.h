// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/nm/nmsession.h"
#include "helper/runtime/network.h"
#include "helper/transaction/sequence.h"
#include "kernel/kernelsource.h"

namespace bondwright::helper
{

/// The single things that NetworkManager is made to do with one bond, each as steps of a sequence: asked for, and
/// then waited for in the kernel, because its answer comes before the deed.
class NmSteps final : public QObject
{
    Q_OBJECT
public:
    using Profiles = QList<formats::nm::Profile>;

    NmSteps(Environment environment, NmSession &session, kernel::KernelSource &source, runtime::Network &network);

    /// Those in the files; files that are none are passed over.
    Result<Profiles> readProfiles() const;

    /// Fails if NetworkManager has other profiles for these bonds than the files.
    void addReadBack(Sequence &steps, const QList<BondPlan> &plans);
    /// Waits a moment until NetworkManager has those of these profiles that are in the files.
    void addWaitForProfiles(Sequence &steps, const QStringList &uuids);
    /// @param isNew the bond is not there yet
    /// @param hasOtherAddresses its profile is to be taken up anew even where nothing differs
    void addBond(Sequence &steps, const BondPlan &plan, bool isNew, bool hasOtherAddresses);
    /// What NetworkManager does not do, by netlink: it takes no option back that a profile names no more, and
    /// knows neither the queue nor the priority of a port that is one already.
    void addAdjustment(Sequence &steps, const BondPlan &plan);
    /// Takes up a profile of an interface, unless it is in use already. An error is not the end: what is missing
    /// is found later.
    void addProfile(Sequence &steps, const QString &interface, const QString &uuid, const QString &master);
    /// A NIC takes up its own profile, if it has one that starts by itself.
    void addOwnProfile(Sequence &steps, const QString &nic);
    /// @param patience how long NetworkManager may take to do it by itself
    void addRemoval(Sequence &steps, const QString &bond, std::chrono::milliseconds patience = {});

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
    Result<Target> findTarget(const BondPlan &plan) const;
    void addWait(Sequence &steps, std::function<bool()> condition, std::chrono::milliseconds limit);
    bool isPort(const QString &nic, const QString &bond) const;
    const formats::nm::Profile *portProfile(const Target &target, const SlavePlan &slave) const;
    void addActivation(Sequence &steps, const Target &target);
    void addPorts(Sequence &steps, const Target &target);
    void addPort(Sequence &steps, const QString &bond, const QString &nic, const QString &uuid);
    void addReleases(Sequence &steps, const BondPlan &plan);
    void addRelease(Sequence &steps, const QString &nic, const QString &bond);
    void addReapply(Sequence &steps, const Target &target);
    void addVlan(Sequence &steps, const formats::nm::Profile &vlan, bool hasOtherAddresses);

    Environment m_environment;
    NmSession &m_session;
    kernel::KernelSource &m_source;
    runtime::Network &m_network;
};

} // namespace bondwright::helper
