// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/ifupdown/ifupdownactivator.h"

#include "domain/safename.h"
#include "formats/ifupdown/ifupdownformat.h"
#include "formats/ifupdown/interfacestree.h"
#include "helper/plan/plannedchange.h"
#include "helper/runtime/adjust.h"
#include "helper/runtime/firsterror.h"
#include "helper/runtime/restore.h"
#include "helper/transaction/recordstore.h"
#include "kernel/planverifier.h"
#include "posix/wholefile.h"

#include <QFile>
#include <QTimer>

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

QStringList portsOf(const QList<BondPlan> &plans)
{
    QStringList names;
    for (const BondPlan &plan : plans)
        names += plan.slaveNames();
    return names;
}

} // namespace

IfupdownActivator::IfupdownActivator(Environment environment, kernel::KernelSource &source, runtime::Network &network,
                                     ProgramRunner run)
    : ProgramActivator(source, network)
    , m_environment(std::move(environment))
    , m_run(std::move(run))
{
}

QString IfupdownActivator::flatFile(const Record &record, Moment moment) const
{
    const QString state = moment == Moment::Before ? u"interfaces-before"_s : u"interfaces-after"_s;
    return m_environment.path(RecordStore(m_environment).keptPath(record, state));
}

Result<void> IfupdownActivator::keepFlat(const Record &record, Moment moment) const
{
    const auto snapshot = formats::takeSnapshot(m_environment.root, formats::ifupdown::IfupdownFormat());
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const QByteArray text = formats::ifupdown::InterfacesTree(*snapshot).flattened();
    // It may hold a password of a wireless network, as the files may.
    return writeWhole(flatFile(record, moment), text, u"helper.failed"_s, QFile::ReadOwner | QFile::WriteOwner);
}

IfupdownActivator::Step IfupdownActivator::command(QString program, QStringList arguments)
{
    if (!isSafeInterfaceName(arguments.constLast()))
        co_return {};
    Q_EMIT progressed(u"%1 %2"_s.arg(program, arguments.constLast()));
    Answer<Result<void>> running([&](const Done &done) { m_run(call(), program, arguments, done); });
    co_return co_await running;
}

IfupdownActivator::Step IfupdownActivator::up(QString interface)
{
    const QStringList arguments{interface}; // GCC 12 takes no list in braces inside a co_await
    co_return co_await command(u"ifup"_s, arguments);
}

/// Brings a NIC up. That it finds no DHCP server is reported, and no reason to roll the change back. ifup does not know a
/// NIC without a stanza.
IfupdownActivator::Step IfupdownActivator::nicUp(QString nic)
{
    const auto snapshot = formats::takeSnapshot(m_environment.root, formats::ifupdown::IfupdownFormat());
    const bool isKnown = snapshot && !formats::ifupdown::InterfacesTree(*snapshot).ifacesOf(nic).isEmpty();
    const Result<void> done = co_await up(nic);
    if (!isKnown)
        co_return {};
    if (!done)
        Q_EMIT progressed(done.error().message);
    co_return done;
}

/// A failure is no reason to stop: what is left is removed here or found by the verification.
Task<> IfupdownActivator::down(QString interface, QString files)
{
    const QStringList arguments{u"--force"_s, u"-i"_s, files, interface};
    (void)co_await command(u"ifdown"_s, arguments);
}

Task<> IfupdownActivator::bondDown(BondPlan plan, QString files)
{
    for (const VlanPlan &vlan : plan.vlans)
        co_await down(vlan.interfaceName(plan.name), files);
    co_await down(plan.name, files);
    for (const VlanPlan &vlan : plan.vlans)
        removeLink(vlan.interfaceName(plan.name));
    removeLink(plan.name);
}

IfupdownActivator::Step IfupdownActivator::bondUp(BondPlan plan)
{
    if (auto done = co_await up(plan.name); !done)
        co_return done;
    for (const VlanPlan &vlan : plan.vlans) {
        if (auto done = co_await up(vlan.interfaceName(plan.name)); !done)
            co_return done;
    }
    co_return {};
}

void IfupdownActivator::prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done)
{
    QTimer::singleShot(0, this, [this, record, done = std::move(done)] {
        done(keepFlat(record, Moment::Before).map([] { return QJsonObject(); }));
    });
}

bool IfupdownActivator::isAdjustable(const BondPlan &plan, const Record &record) const
{
    return !changesAddresses(record.before, record.after, plan.name)
        && isTakenWhileUp(kernel::verifyPlan(plan, m_source.snapshot()));
}

Result<QList<BondPlan>> IfupdownActivator::adjustRunning(const QList<BondPlan> &plans, const Record &record)
{
    QList<BondPlan> others;
    for (const BondPlan &plan : plans) {
        if (!isAdjustable(plan, record))
            others.append(plan);
        else if (auto adjusted = runtime::adjust(m_network, plan, m_source.snapshot()); !adjusted)
            return tl::unexpected(adjusted.error());
    }
    return others;
}

IfupdownActivator::Step IfupdownActivator::follow(Record record)
{
    if (auto kept = keepFlat(record, Moment::After); !kept)
        co_return kept;
    const auto anew = adjustRunning(record.after, record);
    if (!anew)
        co_return tl::unexpected(anew.error());
    const QString then = flatFile(record, Moment::Before);
    const QStringList wanted = portsOf(record.after);
    const QStringList former = portsOf(record.before);
    for (const BondPlan &plan : record.before) {
        if (contains(*anew, plan.name) || !contains(record.after, plan.name))
            co_await bondDown(plan, then);
    }
    for (const QString &nic : wanted) {
        if (!former.contains(nic))
            co_await down(nic, then);
    }
    for (const BondPlan &plan : *anew) {
        removeLink(plan.name); // one that no file knew
        if (auto done = co_await bondUp(plan); !done)
            co_return done;
    }
    for (const QString &nic : former) {
        if (!wanted.contains(nic))
            (void)co_await nicUp(nic);
    }
    co_return {};
}

IfupdownActivator::Step IfupdownActivator::rollBack(Record record)
{
    const QString since = flatFile(record, Moment::After);
    const QList<BondPlan> anew = adjustRunning(record.running, record).value_or(record.running);
    const auto stays
        = [&](const BondPlan &plan) { return contains(record.running, plan.name) && !contains(anew, plan.name); };
    if (QFile::exists(since)) { // else nothing was begun
        for (const BondPlan &plan : record.after) {
            if (!stays(plan))
                co_await bondDown(plan, since);
        }
        for (const QString &nic : portsOf(record.before)) {
            if (!portsOf(record.after).contains(nic))
                co_await down(nic, since);
        }
    }
    for (const QString &link : newLinksOf(record))
        removeLink(link);
    runtime::FirstError note;
    for (const BondPlan &plan : record.before) {
        if (contains(anew, plan.name))
            note(co_await bondUp(plan));
    }
    for (const runtime::Link &link : record.runtime.links) {
        if (isFreeNic(link) && link.up)
            note(co_await nicUp(link.name));
    }
    // Whatever ifup did not bring back.
    note(runtime::restore(m_network, record.runtime, newLinksOf(record), record.after));
    (void)adjustRunning(record.running, record); // notRestored() finds what is missing
    co_return note.result();
}

} // namespace bondwright::helper
