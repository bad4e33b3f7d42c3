// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/nm/nmactivator.h"

#include "helper/plan/plannedchange.h"
#include "helper/runtime/restore.h"
#include "helper/transaction/restored.h"
#include "kernel/unplannedstate.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr QStringView noAnswer = u"helper.nm.no-answer";

/// Longer than our own rollback may take: NetworkManager's is only for the case that this process is gone.
std::chrono::seconds checkpointTime(const Record &record)
{
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(record.confirmWithinMs)) + 180s;
}

/// The profile that each interface had in use before: interface to UUID.
QJsonObject formerProfiles(const Record &record)
{
    return record.activatorMemo.value(u"active"_s).toObject();
}

/// NICs that belonged to a bond, and do not any more.
QStringList releasedNics(const Record &record)
{
    QStringList nics;
    for (const BondPlan &plan : record.before) {
        for (const SlavePlan &slave : plan.slaves)
            nics.append(slave.name);
    }
    for (const BondPlan &plan : record.after) {
        for (const SlavePlan &slave : plan.slaves)
            nics.removeAll(slave.name);
    }
    return nics;
}

/// NICs that belong to a bond by the change, and did not before.
QStringList takenNics(const Record &record)
{
    QStringList nics;
    for (const BondPlan &plan : record.after) {
        for (const SlavePlan &slave : plan.slaves) {
            if (record.runtime.links.value(slave.name).master.isEmpty())
                nics.append(slave.name);
        }
    }
    return nics;
}

tl::unexpected<Error> silence()
{
    return fail(noAnswer.toString(), NmActivator::tr("NetworkManager does not answer."));
}

} // namespace

NmActivator::NmActivator(Environment environment, std::unique_ptr<NmSession> session, kernel::KernelSource &source,
                         runtime::Network &network, std::chrono::milliseconds patience)
    : m_session(std::move(session))
    , m_source(source)
    , m_network(network)
    , m_patience(patience)
    , m_steps(std::move(environment), *m_session, source, network, patience / 40)
{
    connect(&m_steps, &NmSteps::progressed, this, &Activator::progressed);
}

NmActivator::Step NmActivator::openSession()
{
    if (m_session->isOpen())
        co_return {};
    Answer<Result<void>> opening([this](const NmSession::Done &done) { m_session->open(done); }, m_patience / 2,
                                 silence());
    co_return co_await opening;
}

void NmActivator::prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done)
{
    m_work = answered(remember(record), std::move(done));
    m_work.start();
}

Task<Result<QJsonObject>> NmActivator::remember(Record record)
{
    if (auto opened = co_await openSession(); !opened)
        co_return tl::unexpected(opened.error());
    const QStringList interfaces = record.runtime.links.keys();
    QJsonObject active;
    for (const QString &name : interfaces) {
        if (const auto device = m_session->device(name); !device.activeUuid.isEmpty())
            active.insert(name, device.activeUuid);
    }
    using Path = Result<QString>;
    Answer<Path> making([&](const Answer<Path>::Callback &done) {
        m_session->createCheckpoint(interfaces, checkpointTime(record), done);
    });
    const Path checkpoint = co_await making; // one that cannot be had is no reason to stop: it was additional
    co_return QJsonObject{{u"active"_s, active}, {u"checkpoint"_s, checkpoint.value_or(QString())}};
}

void NmActivator::activate(const Record &record, Done done)
{
    m_work = answered(follow(record), std::move(done));
    m_work.start();
}

NmActivator::Step NmActivator::follow(Record record)
{
    QMap<QString, QString> released;
    for (const QString &nic : releasedNics(record))
        released.insert(nic, m_steps.profileInUse(nic));
    // Only reading all of them makes it forget a profile whose file is gone.
    Result<void> done;
    if (!record.paths.isEmpty())
        done = co_await m_steps.reload();
    if (done)
        done = co_await m_steps.readBack(record.after);
    for (const BondPlan &plan : record.after) {
        if (done)
            done = co_await m_steps.follow(plan, !record.runtime.links.contains(plan.name),
                                           changesAddresses(record.before, record.after, plan.name));
    }
    if (!done)
        co_return done;
    // A NIC leaves its bond by taking up its own profile: so it is back on the network the soonest.
    for (auto it = released.cbegin(); it != released.cend(); ++it)
        co_await m_steps.takeUpOwn(it.key(), it.value());
    for (const BondPlan &plan : record.before) {
        if (!contains(record.after, plan.name))
            co_await m_steps.remove(plan.name, 1500ms);
    }
    // Without its profile one that NetworkManager only mirrors would stay.
    for (const BondPlan &plan : record.before) {
        for (const BondPlan &after : record.after) {
            if (plan.name != after.name)
                continue;
            for (const QString &vlan : kernel::droppedVlans(plan, after, m_source.snapshot()))
                co_await m_steps.remove(vlan, 1500ms);
        }
    }
    for (const BondPlan &plan : record.after)
        co_await m_steps.adjust(plan);
    co_return {};
}

void NmActivator::restore(const Record &record, Done done)
{
    m_work = answered(rollBack(record), std::move(done));
    m_work.start();
}

/// What NetworkManager does not do in time is done by netlink.
NmActivator::Step NmActivator::rollBack(Record record)
{
    (void)co_await openSession();
    m_isOutOfReach = !m_session->isOpen(); // no bus: NetworkManager may live on without it
    m_isTold = false;
    m_goneSince.invalidate();
    if (!m_session->isRunning()) {
        m_goneSince.start();
        const auto byHand = restoreByHand(record); // the network does not wait
        co_await m_steps.awaitStart(m_patience / 2);
        if (!m_session->isRunning())
            co_return byHand;
    }
    Answer<Result<void>> asking(
        [&](const Done &done) {
            m_byNetworkManager = answered(rollBackByNetworkManager(record), done);
            m_byNetworkManager.start();
        },
        m_patience, silence());
    const Result<void> restored = co_await asking;
    m_byNetworkManager = {}; // a late answer would undo what is done by netlink
    if (!m_session->isRunning() && !m_isOutOfReach)
        m_goneSince.start(); // it died over it
    const bool isSilent = !restored && restored.error().code == noAnswer;
    m_isTold = isSilent || (restored && m_session->isRunning()); // one that hangs does what it was told once it goes on
    const auto byHand = isSilent ? restoreByNetlink(record, m_source, m_network) : restoreByHand(record);
    co_return restored ? byHand : restored;
}

/// A NetworkManager that is being restarted is away for a second or two, on a busy host for some more. Without being told anything it would then go on
/// with what it finds half done: ports without the profile of their bond, which it would remove from it.
bool NmActivator::isComingBack() const
{
    const bool mayBeRestarting = m_goneSince.isValid() && m_goneSince.elapsed() < (m_patience / 4).count();
    return m_session->isStarting() || (mayBeRestarting && !m_session->isRunning());
}

NmActivator::Step NmActivator::rollBackByNetworkManager(const Record &record)
{
    // Not waited for: a NetworkManager that hangs over it still has to find that it shall read the files.
    m_session->destroyCheckpoint(checkpointOf(record), [](const Result<void> &) {});
    const QJsonObject former = formerProfiles(record);
    QStringList remade;
    for (auto it = former.begin(); it != former.end(); ++it) {
        const bool wasPort = !record.runtime.links.value(it.key()).master.isEmpty();
        if (m_steps.profileInUse(it.key()) == it.value().toString() && m_steps.isPort(it.key()) != wasPort)
            remade.append(it.key());
    }
    Result<void> done;
    if (!record.paths.isEmpty())
        done = co_await m_steps.reload();
    if (!done)
        co_return done;
    QStringList uuids;
    for (const QJsonValue &uuid : former)
        uuids.append(uuid.toString());
    co_await m_steps.awaitProfiles(uuids);
    for (const BondPlan &plan : record.before) {
        if (done && record.runtime.links.contains(plan.name))
            done = co_await m_steps.follow(plan, false, changesAddresses(record.before, record.after, plan.name));
    }
    if (!done)
        co_return done;
    const QMap<QString, QString> profiles = profilesAfterwards(record);
    for (auto it = profiles.cbegin(); it != profiles.cend(); ++it) {
        const runtime::Link link = record.runtime.links.value(it.key());
        if (link.kind != InterfaceKind::Bond) // follow() has seen to those
            co_await m_steps.takeUp(it.key(), it.value(), link.master, remade.contains(it.key()));
    }
    for (const BondPlan &plan : record.running)
        co_await m_steps.adjust(plan);
    for (const QString &link : newLinksOf(record))
        co_await m_steps.remove(link, 1500ms);
    co_await expectInUse(record, profiles);
    co_return {};
}

/// Those in use before, interface to UUID. A NIC of which it only mirrored the kernel takes up a profile that starts by
/// itself as soon as the bond lets go of it: what netlink had restored by then, its routes, would be there twice.
QMap<QString, QString> NmActivator::profilesAfterwards(const Record &record) const
{
    QMap<QString, QString> profiles;
    const QJsonObject former = formerProfiles(record);
    for (auto it = former.begin(); it != former.end(); ++it)
        profiles.insert(it.key(), it.value().toString());
    for (const QString &nic : takenNics(record)) {
        if (const QString own = m_steps.ownProfile(nic); !own.isEmpty() && !profiles.contains(nic))
            profiles.insert(nic, own);
    }
    return profiles;
}

/// What it has only begun may still fail after we have stopped looking.
Task<> NmActivator::expectInUse(Record record, QMap<QString, QString> profiles)
{
    for (const QString &name : co_await m_steps.awaitUse(profiles))
        co_await m_steps.takeUp(name, profiles.value(name), record.runtime.links.value(name).master);
}

/// All of it where NetworkManager is gone; else what it did not keep before, and so will not bring back.
Result<void> NmActivator::restoreByHand(const Record &record)
{
    if (!m_session->isRunning())
        return restoreByNetlink(record, m_source, m_network);
    const QJsonObject former = formerProfiles(record);
    runtime::State then;
    for (const runtime::Link &link : record.runtime.links) {
        if (!former.contains(link.name))
            then.links.insert(link.name, link);
    }
    for (const runtime::Route &route : record.runtime.routes) {
        if (then.links.contains(route.hop.device))
            then.routes.append(route);
    }
    return runtime::restore(m_network, then, {}, record.after);
}

/// The one that prepare() made, also if the helper died before it could note its name: left alone, it would roll
/// everything back long after the end.
QString NmActivator::checkpointOf(const Record &record) const
{
    const QString noted = record.activatorMemo.value(u"checkpoint"_s).toString();
    return !noted.isEmpty()
        ? noted
        : m_session->findCheckpoint(record.runtime.links.keys(), checkpointTime(record), record.startedBootMs);
}

void NmActivator::commit(const Record &record, Done done)
{
    m_work = answered(deleteCheckpoint(record), std::move(done));
    m_work.start();
}

NmActivator::Step NmActivator::deleteCheckpoint(Record record)
{
    if (auto opened = co_await openSession(); !opened) {
        if (opened.error().code == noAnswer)
            co_return opened;
        co_return {}; // no NetworkManager, no checkpoint
    }
    Answer<Result<void>> destroying(
        [&](const NmSession::Done &done) { m_session->destroyCheckpoint(checkpointOf(record), done); });
    co_return co_await destroying;
}

void NmActivator::letGo(const Record &record, const Done &done)
{
    m_work = answered(forgetChange(record), done);
    m_work.start();
}

/// Its checkpoint would roll back a later change, and a profile whose file is gone would take a NIC into the bond again.
NmActivator::Step NmActivator::forgetChange(Record record)
{
    if (auto deleted = co_await deleteCheckpoint(record); !deleted || !m_session->isRunning())
        co_return deleted;
    co_return co_await m_steps.reload();
}

void NmActivator::extend(const Record &record)
{
    m_work = prolong(record);
    m_work.start();
}

/// A helper that was started again while the change waits has not spoken to NetworkManager yet.
Task<> NmActivator::prolong(Record record)
{
    if (const auto opened = co_await openSession(); !opened)
        co_return; // no NetworkManager, no checkpoint
    const auto timeout = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(record.confirmWithinMs));
    m_session->extendCheckpoint(checkpointOf(record), 2 * timeout + 180s);
}

} // namespace bondwright::helper
