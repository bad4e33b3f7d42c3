// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/nm/nmsteps.h"

#include "formats/nm/nmformat.h"
#include "formats/nm/profilereader.h"
#include "helper/runtime/adjust.h"
#include "kernel/planverifier.h"

#include <algorithm>

// What concerns profiles and interfaces one by one; nmbondsteps.cpp has what concerns a whole bond.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace nm = formats::nm;

NmSteps::NmSteps(Environment environment, NmSession &session, kernel::KernelSource &source, runtime::Network &network)
    : m_environment(std::move(environment))
    , m_session(session)
    , m_source(source)
    , m_network(network)
{
}

Result<NmSteps::Profiles> NmSteps::readProfiles() const
{
    const nm::NmFormat format;
    const auto snapshot = formats::takeSnapshot(m_environment.root, format);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return nm::NmFormat::profiles(*snapshot);
}

bool NmSteps::isPort(const QString &nic, const QString &bond) const
{
    const kernel::NicState *port = m_source.snapshot().nicByName(nic);
    const kernel::NicState *master = m_source.snapshot().nicByName(bond);
    return port && master && port->masterIndex == master->ifindex;
}

/// There is nothing to wait for once NetworkManager is gone.
void NmSteps::addWait(Sequence &steps, std::function<bool()> condition, std::chrono::milliseconds limit)
{
    steps.addWait([this, condition = std::move(condition)] { return condition() || !m_session.isRunning(); }, limit);
}

void NmSteps::addReadBack(Sequence &steps, const QList<BondPlan> &plans)
{
    const auto wanted = std::make_shared<Profiles>();
    const auto isRead = [this, wanted] {
        return std::all_of(wanted->cbegin(), wanted->cend(),
                           [this](const nm::Profile &profile) { return m_session.hasProfile(profile) == true; });
    };
    steps.addGroup([this, plans, wanted](Sequence &) -> Result<void> {
        for (const BondPlan &plan : plans) {
            const auto target = findTarget(plan);
            if (!target)
                return tl::unexpected(target.error());
            *wanted += Profiles{target->bond} + target->ports + target->vlans;
        }
        return {};
    });
    addWait(steps, isRead, 5s);
    steps.addGroup([this, wanted](Sequence &) -> Result<void> {
        for (const nm::Profile &profile : *wanted) {
            const auto known = m_session.hasProfile(profile);
            if (known != true)
                return fail(u"helper.failed"_s,
                            known ? tr("NetworkManager changed the profile “%1” while reading it.").arg(profile.id())
                                  : tr("NetworkManager does not take the profile “%1”.").arg(profile.id()));
        }
        return {};
    });
}

void NmSteps::addWaitForProfiles(Sequence &steps, const QStringList &uuids)
{
    steps.addGroup([this, uuids](Sequence &group) -> Result<void> {
        Profiles wanted = readProfiles().value_or(Profiles());
        wanted.removeIf([&uuids](const nm::Profile &profile) { return !uuids.contains(profile.uuid()); });
        const auto areKnown = [this, wanted] {
            return std::all_of(wanted.cbegin(), wanted.cend(),
                               [this](const nm::Profile &profile) { return m_session.hasProfile(profile) == true; });
        };
        addWait(group, areKnown, 3s);
        return {};
    });
}

void NmSteps::addProfile(Sequence &steps, const QString &interface, const QString &uuid, const QString &master)
{
    steps.add([this, interface, uuid, master](const Sequence::Next &next) {
        if (m_session.device(interface).isUsing(uuid) && (master.isEmpty() || isPort(interface, master)))
            return next({});
        m_session.activate(uuid, interface, [next](const Result<void> &) { next({}); });
    });
}

void NmSteps::addOwnProfile(Sequence &steps, const QString &nic)
{
    steps.addGroup([this, nic](Sequence &group) -> Result<void> {
        const Profiles profiles = readProfiles().value_or(Profiles());
        const nm::Profile *own = nullptr;
        for (const nm::Profile &profile : profiles) {
            if (profile.nic() == nic && profile.autoconnect() && profile.type() == u"802-3-ethernet"
                && (!own || profile.autoconnectPriority() > own->autoconnectPriority()))
                own = &profile;
        }
        if (own && m_session.device(nic).activeUuid != own->uuid())
            addProfile(group, nic, own->uuid(), {});
        return {};
    });
}

void NmSteps::addRemoval(Sequence &steps, const QString &bond, std::chrono::milliseconds patience)
{
    const auto isGone = [this, bond] { return m_source.snapshot().nicByName(bond) == nullptr; };
    addWait(steps, isGone, patience);
    steps.add([this, bond, isGone](const Sequence::Next &next) {
        if (isGone())
            return next({});
        m_session.deleteDevice(bond, [next](const Result<void> &) { next({}); });
    });
    addWait(steps, isGone, 3s);
}

/// NetworkManager may keep a port whose profile is gone, as somebody else's; then the kernel is asked.
void NmSteps::addRelease(Sequence &steps, const QString &nic, const QString &bond)
{
    const auto isFree = [this, nic, bond] { return !isPort(nic, bond); };
    steps.add([this, nic, isFree](const Sequence::Next &next) {
        if (isFree())
            return next({});
        m_session.disconnectDevice(nic, [next](const Result<void> &) { next({}); });
    });
    addWait(steps, isFree, 2s);
    steps.addGroup([this, nic, isFree](Sequence &) -> Result<void> {
        if (!isFree())
            (void)m_network.setMaster(nic, {}); // what stays is found by whoever verifies
        return {};
    });
}

void NmSteps::addReleases(Sequence &steps, const BondPlan &plan)
{
    steps.addGroup([this, plan](Sequence &group) -> Result<void> {
        const kernel::BondState *running = m_source.snapshot().bondByName(plan.name);
        for (const kernel::SlaveState &slave : running ? running->slaves : QList<kernel::SlaveState>()) {
            if (std::none_of(plan.slaves.cbegin(), plan.slaves.cend(),
                             [&slave](const SlavePlan &wanted) { return wanted.name == slave.name; }))
                addRelease(group, slave.name, plan.name);
        }
        return {};
    });
}

} // namespace bondwright::helper
