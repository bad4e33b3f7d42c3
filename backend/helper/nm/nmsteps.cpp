// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/nm/nmsteps.h"

#include "formats/nm/nmformat.h"
#include "formats/nm/profilereader.h"

#include <QElapsedTimer>

#include <algorithm>

// What concerns profiles and interfaces one by one; nmbondsteps.cpp has what concerns a whole bond.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace nm = formats::nm;

NmSteps::NmSteps(Environment environment, NmSession &session, kernel::KernelSource &source, runtime::Network &network,
                 std::chrono::milliseconds moment)
    : m_environment(std::move(environment))
    , m_session(session)
    , m_source(source)
    , m_network(network)
    , m_moment(moment)
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

bool NmSteps::isPort(const QString &nic) const
{
    const kernel::NicState *port = m_source.snapshot().nicByName(nic);
    return port && port->masterIndex != 0;
}

Task<> NmSteps::waitFor(Condition condition, std::chrono::milliseconds limit)
{
    co_await until([&] { return condition() || !m_session.isRunning(); }, limit);
}

NmSteps::Step NmSteps::reload()
{
    Answer<Result<void>> reloading([this](const NmSession::Done &done) { m_session.reload(done); });
    co_return co_await reloading;
}

NmSteps::Step NmSteps::activate(QString uuid, QString interface)
{
    Answer<Result<void>> activating([&](const NmSession::Done &done) { m_session.activate(uuid, interface, done); });
    co_return co_await activating;
}

NmSteps::Step NmSteps::readBack(QList<BondPlan> plans)
{
    Profiles wanted;
    for (const BondPlan &plan : plans) {
        const auto target = findTarget(plan);
        if (!target)
            co_return tl::unexpected(target.error());
        wanted += Profiles{target->bond} + target->ports + target->vlans;
    }
    const Condition isRead = [this, &wanted] {
        return std::all_of(wanted.cbegin(), wanted.cend(),
                           [this](const nm::Profile &profile) { return m_session.hasProfile(profile) == true; });
    };
    co_await waitFor(isRead, 5s);
    for (const nm::Profile &profile : wanted) {
        const auto known = m_session.hasProfile(profile);
        if (known != true)
            co_return fail(u"helper.failed"_s,
                           known ? tr("NetworkManager changed the profile “%1” while reading it.").arg(profile.id())
                                 : tr("NetworkManager does not take the profile “%1”.").arg(profile.id()));
    }
    co_return {};
}

Task<> NmSteps::awaitProfiles(QStringList uuids)
{
    Profiles wanted = readProfiles().value_or(Profiles());
    wanted.removeIf([&uuids](const nm::Profile &profile) { return !uuids.contains(profile.uuid()); });
    const Condition areKnown = [this, &wanted] {
        return std::all_of(wanted.cbegin(), wanted.cend(),
                           [this](const nm::Profile &profile) { return m_session.hasProfile(profile) == true; });
    };
    co_await waitFor(areKnown, 3s);
}

Task<> NmSteps::awaitAutoconnect(nm::Profile profile, QString interface)
{
    const Condition isTakenUp
        = [this, uuid = profile.uuid(), interface] { return m_session.device(interface).isUsing(uuid); };
    if (!profile.autoconnect())
        co_return;
    co_await waitFor(isTakenUp, m_moment);
    // It will: on a busy machine that takes seconds, and who asks meanwhile has the ports come up in another order.
    const Condition isDecided = [&] { return isTakenUp() || !m_session.device(interface).isWaiting; };
    co_await waitFor(isDecided, 10 * m_moment);
}

Task<> NmSteps::takeUp(QString interface, QString uuid, QString master, bool isRemade)
{
    if (!isRemade && m_session.device(interface).isUsing(uuid) && (master.isEmpty() || isPort(interface, master)))
        co_return;
    (void)co_await activate(uuid, interface);
}

Task<> NmSteps::awaitStart(std::chrono::milliseconds limit)
{
    QElapsedTimer elapsed;
    for (elapsed.start(); m_session.isStarting() && elapsed.elapsed() < limit.count();) {
        Answer<bool> aMoment([](const auto &) {}, 50ms, true);
        co_await aMoment;
    }
}

Task<QStringList> NmSteps::awaitUse(QMap<QString, QString> profiles)
{
    const auto idle = [this, &profiles] {
        QStringList names = profiles.keys();
        names.removeIf([this, &profiles](const QString &name) {
            const NmSession::DeviceState state = m_session.device(name);
            return state.activeUuid == profiles.value(name) && state.isActivated;
        });
        return names;
    };
    const Condition areAllInUse = [&idle] { return idle().isEmpty(); };
    co_await waitFor(areAllInUse, 10s);
    co_return idle();
}

QString NmSteps::ownProfile(const QString &nic) const
{
    const Profiles profiles = readProfiles().value_or(Profiles());
    const nm::Profile *own = nullptr;
    for (const nm::Profile &profile : profiles) {
        if (profile.nic() == nic && profile.autoconnect() && profile.type() == u"802-3-ethernet"
            && (!own || profile.autoconnectPriority() > own->autoconnectPriority()))
            own = &profile;
    }
    return own ? own->uuid() : QString();
}

Task<> NmSteps::takeUpOwn(QString nic, QString former)
{
    const QString own = ownProfile(nic);
    if (!own.isEmpty() && (profileInUse(nic) != own || former == own))
        co_await takeUp(nic, own, QString(), former == own);
}

Task<> NmSteps::remove(QString bond, std::chrono::milliseconds patience)
{
    const Condition isGone = [this, bond] { return m_source.snapshot().nicByName(bond) == nullptr; };
    co_await waitFor(isGone, patience);
    if (isGone())
        co_return;
    Answer<Result<void>> deleting([&](const NmSession::Done &done) { m_session.deleteDevice(bond, done); });
    (void)co_await deleting;
    co_await waitFor(isGone, 3s);
}

/// NetworkManager may keep a port whose profile is gone, as external; then the kernel is asked.
Task<> NmSteps::release(QString nic, QString bond)
{
    const Condition isFree = [this, nic, bond] { return !isPort(nic, bond); };
    if (isFree())
        co_return;
    Answer<Result<void>> disconnecting([&](const NmSession::Done &done) { m_session.disconnectDevice(nic, done); });
    (void)co_await disconnecting;
    co_await waitFor(isFree, 2s);
    if (!isFree())
        (void)m_network.setMaster(nic, {}); // the verification finds what stays
}

Task<> NmSteps::releaseOthers(const BondPlan &plan)
{
    const kernel::BondState *running = m_source.snapshot().bondByName(plan.name);
    const QList<kernel::SlaveState> slaves = running ? running->slaves : QList<kernel::SlaveState>();
    for (const kernel::SlaveState &slave : slaves) {
        if (!plan.slaveByName(slave.name))
            co_await release(slave.name, plan.name);
    }
}

} // namespace bondwright::helper
