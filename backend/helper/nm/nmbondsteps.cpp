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

/// Differences that a running bond can be freed of without taking it down.
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
    const QStringList addresses{slave.mac, nic ? nic->permanentMac : QString()};
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

void NmSteps::addBond(Sequence &steps, const BondPlan &plan, bool isNew, bool hasOtherAddresses)
{
    steps.addGroup([this, plan, isNew, hasOtherAddresses](Sequence &group) -> Result<void> {
        auto target = findTarget(plan);
        if (!target)
            return tl::unexpected(target.error());
        target->isNew = isNew;
        target->hasOtherAddresses = hasOtherAddresses;
        const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
        const bool keepsRunning = m_session.device(plan.name).isUsing(target->bond.uuid())
            && std::all_of(differences.cbegin(), differences.cend(), canReapply);
        if (keepsRunning) {
            addReleases(group, plan);
            addPorts(group, *target);
            if (hasOtherAddresses
                || std::any_of(differences.cbegin(), differences.cend(), [](const kernel::Difference &difference) {
                       return !isAboutPort(difference) && difference.kind != DifferenceKind::VlanMissing;
                   }))
                addReapply(group, *target);
        } else {
            // NetworkManager writes none of these to a device that it has: it has to make another one.
            if (std::any_of(differences.cbegin(), differences.cend(), kernel::needsBondDown))
                addRemoval(group, plan.name);
            addActivation(group, *target);
        }
        for (const nm::Profile &vlan : std::as_const(target->vlans))
            addVlan(group, vlan, hasOtherAddresses);
        return {};
    });
}

void NmSteps::addActivation(Sequence &steps, const Target &target)
{
    const QString name = target.plan.name;
    const auto exists = [this, name] { return m_source.snapshot().bondByName(name) != nullptr; };
    steps.add([this, name, isNew = target.isNew, uuid = target.bond.uuid()](const Sequence::Next &next) {
        // NetworkManager starts a new profile by itself; asking for it then would begin anew.
        if (isNew && m_session.device(name).isUsing(uuid))
            return next({});
        m_session.activate(uuid, {}, next);
    });
    addWait(steps, exists, 10s);
    steps.addGroup([name, exists](Sequence &) -> Result<void> {
        if (exists())
            return {};
        return fail(u"helper.failed"_s, tr("NetworkManager did not make %1.").arg(name));
    });
    addPorts(steps, target);
    addReleases(steps, target.plan);
}

void NmSteps::addPorts(Sequence &steps, const Target &target)
{
    // One after the other: the first one gives the bond its MAC.
    for (const SlavePlan &slave : target.plan.slaves) {
        if (const nm::Profile *profile = portProfile(target, slave))
            addPort(steps, target.plan.name, slave.name, profile->uuid());
    }
}

void NmSteps::addPort(Sequence &steps, const QString &bond, const QString &nic, const QString &uuid)
{
    const auto isAttached = [this, nic, bond] { return isPort(nic, bond); };
    steps.addGroup([this, bond, nic, uuid, isAttached](Sequence &group) -> Result<void> {
        const auto device = m_session.device(nic);
        if (isAttached() && device.activeUuid == uuid)
            return {};
        Q_EMIT progressed(tr("Attaching %1 to %2").arg(nic, bond));
        // It may be on its way already (connection.autoconnect-slaves): asking again would begin anew.
        if (device.isUsing(uuid))
            addWait(group, isAttached, 5s);
        group.add([this, nic, uuid, isAttached](const Sequence::Next &next) {
            if (isAttached() && m_session.device(nic).activeUuid == uuid)
                return next({});
            m_session.activate(uuid, nic, next);
        });
        addWait(group, isAttached, 10s);
        return {};
    });
}

void NmSteps::addReapply(Sequence &steps, const Target &target)
{
    const auto isRefused = std::make_shared<bool>(false);
    steps.add([this, name = target.plan.name, isRefused](const Sequence::Next &next) {
        m_session.reapply(name, [isRefused, next](const Result<void> &done) {
            *isRefused = !done;
            next({});
        });
    });
    // Of addresses only the profile knows; options that NetworkManager refuses come with the adjustment.
    steps.addGroup([this, target, isRefused](Sequence &group) -> Result<void> {
        if (*isRefused && target.hasOtherAddresses)
            addActivation(group, target);
        return {};
    });
}

void NmSteps::addVlan(Sequence &steps, const nm::Profile &vlan, bool hasOtherAddresses)
{
    const auto isToBeMade = std::make_shared<bool>(false);
    steps.add([this, name = vlan.interfaceName(), uuid = vlan.uuid(), hasOtherAddresses,
               isToBeMade](const Sequence::Next &next) {
        *isToBeMade = !m_session.device(name).isUsing(uuid);
        if (*isToBeMade || !hasOtherAddresses)
            return next({});
        m_session.reapply(name, [isToBeMade, next](const Result<void> &done) {
            *isToBeMade = !done; // another id: it has to be made anew
            next({});
        });
    });
    steps.add([this, uuid = vlan.uuid(), isToBeMade](const Sequence::Next &next) {
        if (*isToBeMade)
            m_session.activate(uuid, {}, next);
        else
            next({});
    });
}

void NmSteps::addAdjustment(Sequence &steps, const BondPlan &plan)
{
    const auto isAsPlanned = [this, plan] {
        const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
        return std::none_of(differences.cbegin(), differences.cend(), isAdjustable);
    };
    addWait(steps, isAsPlanned, 1500ms);
    steps.addGroup([this, plan, isAsPlanned](Sequence &) -> Result<void> {
        // What the driver refuses is found and named by whoever verifies.
        if (!isAsPlanned() || !plan.options.activeSlave().isEmpty())
            (void)runtime::adjust(m_network, plan, m_source.snapshot());
        return {};
    });
}

} // namespace bondwright::helper
