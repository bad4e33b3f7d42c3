// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/nm/nmactivator.h"

#include "helper/runtime/restore.h"
#include "helper/runtime/runtimeactivator.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr QStringView noAnswer = u"helper.nm.no-answer";

/// Longer than our own way back may take: NetworkManager's is only for the day when ours is gone.
std::chrono::seconds checkpointTime(const Record &record)
{
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(record.confirmWithinMs)) + 180s;
}

/// The profile that each interface had in use before: interface to UUID.
QJsonObject formerProfiles(const Record &record)
{
    return record.activatorMemo.value(u"active"_s).toObject();
}

bool names(const QList<BondPlan> &plans, const QString &bond)
{
    return std::any_of(plans.cbegin(), plans.cend(), [&bond](const BondPlan &plan) { return plan.name == bond; });
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

/// A callback that counts once: the answer, or that the time is over.
NmSession::Done once(QObject *context, std::chrono::milliseconds limit, NmSession::Done done)
{
    const auto waiting = std::make_shared<NmSession::Done>(std::move(done));
    const auto answer = [waiting](const Result<void> &result) {
        if (const auto call = std::exchange(*waiting, nullptr))
            call(result);
    };
    QTimer::singleShot(limit, context, [answer] {
        answer(fail(noAnswer.toString(), NmActivator::tr("NetworkManager does not answer.")));
    });
    return answer;
}

} // namespace

NmActivator::NmActivator(Environment environment, std::unique_ptr<NmSession> session, kernel::KernelSource &source,
                         runtime::Network &network, std::chrono::milliseconds patience)
    : m_session(std::move(session))
    , m_source(source)
    , m_network(network)
    , m_patience(patience)
    , m_steps(std::move(environment), *m_session, source, network)
{
    connect(&m_steps, &NmSteps::progressed, this, &Activator::progressed);
}

void NmActivator::withSession(Done then)
{
    if (m_session->isOpen())
        QTimer::singleShot(0, this, [then = std::move(then)] { then({}); });
    else
        m_session->open(once(this, m_patience / 2, std::move(then)));
}

void NmActivator::prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done)
{
    withSession([this, record, done = std::move(done)](const Result<void> &opened) {
        if (!opened)
            return done(tl::unexpected(opened.error()));
        const QStringList interfaces = record.runtime.links.keys();
        QJsonObject active;
        for (const QString &name : interfaces) {
            if (const auto device = m_session->device(name); !device.activeUuid.isEmpty())
                active.insert(name, device.activeUuid);
        }
        // A checkpoint that cannot be had is no reason to stop: it was additional.
        m_session->createCheckpoint(
            interfaces, checkpointTime(record), [active, done](const Result<QString> &checkpoint) {
                done(QJsonObject{{u"active"_s, active}, {u"checkpoint"_s, checkpoint.value_or(QString())}});
            });
    });
}

/// Reading all is the only way to make it forget a profile whose file is gone.
void NmActivator::addLoading(Sequence &steps, const Record &record)
{
    if (!record.paths.isEmpty())
        steps.add([this](const Sequence::Next &next) { m_session->reload(next); });
}

void NmActivator::activate(const Record &record, Done done)
{
    auto *steps = new Sequence(this);
    addLoading(*steps, record);
    m_steps.addReadBack(*steps, record.after);
    for (const BondPlan &plan : record.after)
        m_steps.addBond(*steps, plan, !record.runtime.links.contains(plan.name),
                        changesAddresses(record.before, record.after, plan.name));
    // A NIC leaves its bond by taking up its own profile: so it is back on the network the soonest.
    for (const QString &nic : releasedNics(record))
        m_steps.addOwnProfile(*steps, nic);
    for (const BondPlan &plan : record.before) {
        if (!names(record.after, plan.name))
            m_steps.addRemoval(*steps, plan.name, 1500ms);
    }
    for (const BondPlan &plan : record.after)
        m_steps.addAdjustment(*steps, plan);
    steps->run(std::move(done));
}

void NmActivator::restore(const Record &record, Done done)
{
    withSession([this, record, done = std::move(done)](const Result<void> &) {
        m_isOutOfReach = !m_session->isOpen(); // no bus: NetworkManager may live on without it
        if (m_session->isRunning())
            restoreByNetworkManager(record, done);
        else
            done(restoreByHand(record));
    });
}

void NmActivator::restoreByNetworkManager(const Record &record, const Done &done)
{
    auto *steps = new Sequence(this);
    steps->add([this, record](const Sequence::Next &next) {
        m_session->destroyCheckpoint(checkpointOf(record), [next](const Result<void> &) { next({}); });
    });
    addLoading(*steps, record);
    const QJsonObject former = formerProfiles(record);
    QStringList uuids;
    for (const QJsonValue &uuid : former)
        uuids.append(uuid.toString());
    m_steps.addWaitForProfiles(*steps, uuids);
    for (const BondPlan &plan : record.before) {
        if (record.runtime.links.contains(plan.name))
            m_steps.addBond(*steps, plan, false, changesAddresses(record.before, record.after, plan.name));
    }
    for (auto it = former.begin(); it != former.end(); ++it) {
        const runtime::Link link = record.runtime.links.value(it.key());
        if (link.kind != u"bond") // addBond() has seen to those
            m_steps.addProfile(*steps, it.key(), it.value().toString(), link.master);
    }
    for (const BondPlan &plan : record.running)
        m_steps.addAdjustment(*steps, plan);
    for (const QString &link : newLinksOf(record))
        m_steps.addRemoval(*steps, link, 1500ms);
    // Whatever NetworkManager does not do, or not in time, is done by hand.
    steps->run(once(this, m_patience, [this, record, done](const Result<void> &restored) {
        const bool isSilent = !restored && restored.error().code == noAnswer;
        const auto byHand = isSilent ? RuntimeActivator(m_source, m_network).restoreNow(record) : restoreByHand(record);
        done(restored ? byHand : restored);
    }));
}

/// All of it where NetworkManager is gone; else what it did not keep before, and so will not bring back.
Result<void> NmActivator::restoreByHand(const Record &record)
{
    if (!m_session->isRunning())
        return RuntimeActivator(m_source, m_network).restoreNow(record);
    const QJsonObject former = formerProfiles(record);
    runtime::State then;
    for (const runtime::Link &link : record.runtime.links) {
        if (!former.contains(link.name))
            then.links.insert(link.name, link);
    }
    for (const runtime::Route &route : record.runtime.routes) {
        if (then.links.contains(route.device))
            then.routes.append(route);
    }
    return runtime::restore(m_network, then, {}, record.after);
}

/// The one that prepare() made, also if the helper died before it could write down which it is: left alone, it
/// would take everything back long after all was over.
QString NmActivator::checkpointOf(const Record &record) const
{
    const QString noted = record.activatorMemo.value(u"checkpoint"_s).toString();
    return !noted.isEmpty()
        ? noted
        : m_session->findCheckpoint(record.runtime.links.keys(), checkpointTime(record), record.startedBootMs);
}

void NmActivator::commit(const Record &record, Done done)
{
    withSession([this, record, done = std::move(done)](const Result<void> &opened) {
        if (!opened)
            return done({}); // no NetworkManager, no checkpoint
        m_session->destroyCheckpoint(checkpointOf(record), done);
    });
}

void NmActivator::extend(const Record &record)
{
    const auto timeout = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(record.confirmWithinMs));
    m_session->extendCheckpoint(record.activatorMemo.value(u"checkpoint"_s).toString(), 2 * timeout + 180s);
}

} // namespace bondwright::helper
