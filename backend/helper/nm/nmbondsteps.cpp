// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/nm/nmsteps.h"

#include "domain/options.h"
#include "formats/nm/profilereader.h"
#include "helper/runtime/adjust.h"
#include "kernel/planverifier.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace nm = formats::nm;

namespace
{

using kernel::DifferenceKind;

/// Differences that can be removed while the bond is up.
bool canReapply(const kernel::Difference &difference)
{
    switch (difference.kind) {
    case DifferenceKind::Mode:
    case DifferenceKind::Mac:
    case DifferenceKind::BondMissing:
    case DifferenceKind::OptionMissing:
    case DifferenceKind::LinkDown:
        return false;
    default:
        return !needsBondDown(difference);
    }
}

bool isAboutPort(const kernel::Difference &difference)
{
    return difference.kind == DifferenceKind::SlaveMissing || difference.kind == DifferenceKind::SlaveExtra;
}

/// Differences that adjust() can end.
bool isAdjustable(const kernel::Difference &difference)
{
    switch (difference.kind) {
    case DifferenceKind::Option:
    case DifferenceKind::Mtu:
    case DifferenceKind::Mac:
    case DifferenceKind::SlaveQueueId:
    case DifferenceKind::SlavePrio:
        return true;
    default:
        return false;
    }
}

/// In these modes each port tells the switch the MACs of VLANs that do not inherit the bond's, and NetworkManager writes
/// the bond's MAC to those that are there while the bond is made: the switch would learn it at every port in turn
/// (alb_upper_dev_walk), and most of what is sent to the bond would be lost. Those that are made afterwards inherit it.
bool teachesMacsOfVlans(Mode mode)
{
    return mode == Mode::BalanceTlb || mode == Mode::BalanceAlb;
}

/// Whether a VLAN of that name runs with another id. Such a device is not compatible with the profile, NetworkManager says.
bool hasOtherId(const BondPlan &plan, const QString &name, const kernel::Snapshot &snapshot)
{
    const kernel::NicState *nic = snapshot.nicByName(name);
    return nic && std::any_of(plan.vlans.cbegin(), plan.vlans.cend(), [&](const VlanPlan &vlan) {
               return vlan.interfaceName(plan.name) == name && nic->vlanId.value_or(vlan.id) != vlan.id;
           });
}

} // namespace

Result<NmSteps::Target> NmSteps::findTarget(const BondPlan &plan) const
{
    const auto profiles = readProfiles();
    if (!profiles)
        return tl::unexpected(profiles.error());
    const nm::Profile *bond = nm::findBond(plan.name, *profiles);
    if (!bond)
        return fail(u"helper.failed"_s, tr("There is no profile for %1.").arg(plan.name));
    return Target{plan, *bond, nm::portsOf(*bond, *profiles), nm::vlansOn(*bond, *profiles)};
}

/// The one that was written for this port; or else one for this NIC, by its name or its address.
const nm::Profile *NmSteps::portProfile(const Target &target, const SlavePlan &slave) const
{
    const QString uuid = nm::portUuid(target.plan.name, slave.name);
    const kernel::NicState *nic = m_source.snapshot().nicByName(slave.name);
    const QList<MacAddress> addresses{slave.mac.value(), nic ? nic->permanentMac : MacAddress()};
    const nm::Profile *found = nullptr;
    for (const nm::Profile &port : target.ports) {
        const bool isByName = port.nic() == slave.name;
        if (isByName && port.uuid() == uuid)
            return &port;
        const bool isByAddress = port.nic().isEmpty() && !port.mac().isEmpty() && addresses.contains(port.mac());
        if (isByName || (isByAddress && !found))
            found = &port;
    }
    return found;
}

NmSteps::Step NmSteps::follow(BondPlan plan, bool isNew, bool hasOtherAddresses)
{
    auto target = findTarget(plan);
    if (!target)
        co_return tl::unexpected(target.error());
    target->isNew = isNew;
    target->hasOtherAddresses = hasOtherAddresses;
    const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
    const bool keepsRunning = m_session.device(plan.name).isUsing(target->bond.uuid())
        && std::all_of(differences.cbegin(), differences.cend(), canReapply);
    const auto isAboutBond = [](const kernel::Difference &difference) {
        return !isAboutPort(difference) && difference.kind != DifferenceKind::VlanMissing;
    };
    Result<void> done;
    if (keepsRunning) {
        const bool isToReapply
            = hasOtherAddresses || std::any_of(differences.cbegin(), differences.cend(), isAboutBond);
        done = co_await keepRunning(*target, isToReapply);
    } else {
        // NetworkManager writes none of these to a device that it has: it has to make another one.
        if (std::any_of(differences.cbegin(), differences.cend(), kernel::needsBondDown)) {
            co_await remove(plan.name);
            target->isNew = !m_source.snapshot().nicByName(plan.name);
        }
        done = co_await followNew(*target);
    }
    for (const nm::Profile &vlan : std::as_const(target->vlans)) {
        const QString name = vlan.interfaceName();
        if ((!keepsRunning && teachesMacsOfVlans(plan.mode)) || hasOtherId(plan, name, m_source.snapshot()))
            co_await remove(name);
        if (done)
            done = co_await followVlan(vlan, hasOtherAddresses);
    }
    co_return done;
}

NmSteps::Step NmSteps::followNew(const Target &target)
{
    const QString name = target.plan.name;
    // A port that it only mirrors has a profile that no file holds: it would come up again with the bond, after we have looked.
    if (!target.isNew)
        co_await releaseOthers(target.plan);
    // NetworkManager starts a new profile by itself, and one whose device has gone; asking for it then would begin anew.
    if (target.isNew)
        co_await awaitAutoconnect(target.bond, name);
    if (!target.isNew || !m_session.device(name).isUsing(target.bond.uuid())) {
        if (auto activated = co_await activate(target.bond.uuid(), QString()); !activated)
            co_return activated;
    }
    const Condition exists = [this, name] { return m_source.snapshot().bondByName(name) != nullptr; };
    co_await waitFor(exists, 10s);
    if (!exists())
        co_return fail(u"helper.failed"_s, tr("NetworkManager did not make %1.").arg(name));
    if (auto attached = co_await attachPorts(target); !attached)
        co_return attached;
    co_await releaseOthers(target.plan);
    co_return {};
}

NmSteps::Step NmSteps::keepRunning(const Target &target, bool isToReapply)
{
    co_await releaseOthers(target.plan);
    if (auto attached = co_await attachPorts(target); !attached || !isToReapply)
        co_return attached;
    const bool isReapplied = co_await reapply(target.plan.name);
    // Of addresses only the profile knows; options that NetworkManager refuses come with the adjustment.
    if (!isReapplied && target.hasOtherAddresses)
        co_return co_await followNew(target);
    co_return {};
}

NmSteps::Step NmSteps::attachPorts(const Target &target)
{
    // One after the other: the first one gives the bond its MAC.
    for (const SlavePlan &slave : target.plan.slaves) {
        const nm::Profile *profile = portProfile(target, slave);
        if (!profile)
            continue;
        if (auto attached = co_await attach(target.plan.name, slave.name, *profile); !attached)
            co_return attached;
    }
    co_await awaitPortsFinished(target);
    co_return {};
}

/// One that is restarted takes those out that it had not finished with.
Task<> NmSteps::awaitPortsFinished(const Target &target)
{
    const Condition areFinished = [this, &target] {
        return std::none_of(target.plan.slaves.cbegin(), target.plan.slaves.cend(), [&](const SlavePlan &slave) {
            return m_session.device(slave.name).isActivating && isPort(slave.name, target.plan.name);
        });
    };
    co_await waitFor(areFinished, 5s);
}

NmSteps::Step NmSteps::attach(QString bond, QString nic, nm::Profile profile)
{
    const QString uuid = profile.uuid();
    const Condition isAttached = [this, nic, bond] { return isPort(nic, bond); };
    const auto isDone = [&] { return isAttached() && m_session.device(nic).activeUuid == uuid; };
    if (isDone())
        co_return {};
    Q_EMIT progressed(tr("Attaching %1 to %2").arg(nic, bond));
    // It may be on its way already, or about to be: asking again would begin anew. A busy NetworkManager tells of it long
    // after the kernel has the port, and would take it out once more.
    co_await awaitAutoconnect(profile, nic);
    if (m_session.device(nic).isUsing(uuid))
        co_await waitFor(isAttached, 5s);
    if (isDone())
        co_return {};
    if (auto activated = co_await activate(uuid, nic); !activated)
        co_return activated;
    co_await waitFor(isAttached, 10s);
    co_return {};
}

Task<bool> NmSteps::reapply(QString interface)
{
    Answer<Result<void>> reapplying([&](const NmSession::Done &done) { m_session.reapply(interface, done); });
    const Result<void> done = co_await reapplying;
    co_return done.has_value();
}

NmSteps::Step NmSteps::followVlan(const nm::Profile &vlan, bool hasOtherAddresses)
{
    const QString name = vlan.interfaceName();
    if (!m_source.snapshot().nicByName(name))
        co_await awaitAutoconnect(vlan, name);
    bool isToBeMade = !m_session.device(name).isUsing(vlan.uuid());
    if (!isToBeMade && hasOtherAddresses)
        isToBeMade = !co_await reapply(name); // another id: it has to be made anew
    if (isToBeMade)
        co_return co_await activate(vlan.uuid(), QString());
    co_return {};
}

Task<> NmSteps::adjust(BondPlan plan)
{
    const Condition isAsPlanned = [this, &plan] {
        const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
        return std::none_of(differences.cbegin(), differences.cend(), isAdjustable);
    };
    co_await waitFor(isAsPlanned, 1500ms);
    // The verification finds and names what the driver refuses.
    if (!isAsPlanned() || !plan.options.activeSlave().isEmpty())
        (void)runtime::adjust(m_network, plan, m_source.snapshot());
}

} // namespace bondwright::helper
