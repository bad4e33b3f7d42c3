// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/ifcfg/ifcfgactivator.h"

#include "domain/options.h"
#include "helper/runtime/adjust.h"
#include "helper/runtime/firsterror.h"
#include "helper/runtime/restore.h"
#include "kernel/planverifier.h"

#include <QTimer>

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

IfcfgActivator::IfcfgActivator(kernel::KernelSource &source, runtime::Network &network, ScriptRunner run)
    : ProgramActivator(source, network)
    , m_run(std::move(run))
{
}

IfcfgActivator::Step IfcfgActivator::command(QString program, QString interface)
{
    Q_EMIT progressed(u"%1 %2"_s.arg(program, interface));
    Answer<Result<void>> running([&](const Done &done) { m_run(call(), program, interface, done); });
    co_return co_await running;
}

IfcfgActivator::Step IfcfgActivator::bring(const BondPlan &plan, bool hasOtherAddresses)
{
    const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
    if (differences.isEmpty() && !hasOtherAddresses)
        co_return {};
    if (!hasOtherAddresses && isTakenWhileUp(differences))
        co_return runtime::adjust(m_network, plan, m_source.snapshot());
    // The scripts set options only on a bond without ports: it has to go down first.
    if (m_source.snapshot().bondByName(plan.name))
        (void)co_await command(u"ifdown"_s, plan.name);
    for (const SlavePlan &slave : plan.slaves)
        (void)co_await command(u"ifdown"_s, slave.name);
    removeLink(plan.name);
    if (auto up = co_await command(u"ifup"_s, plan.name); !up)
        co_return up;
    for (const VlanPlan &vlan : plan.vlans) {
        if (auto up = co_await command(u"ifup"_s, vlan.interfaceName(plan.name)); !up)
            co_return up;
    }
    co_return {};
}

IfcfgActivator::Step IfcfgActivator::follow(Record record)
{
    QStringList kept;
    for (const BondPlan &plan : record.after) {
        for (const SlavePlan &slave : plan.slaves)
            kept.append(slave.name);
    }
    for (const BondPlan &plan : record.before) {
        const bool stays = std::any_of(record.after.cbegin(), record.after.cend(),
                                       [&plan](const BondPlan &other) { return other.name == plan.name; });
        if (!stays) // the scripts leave the device behind, and without its file they do not know it any more
            removeLink(plan.name);
    }
    for (const BondPlan &plan : record.after) {
        auto done = co_await bring(plan, changesAddresses(record.before, record.after, plan.name));
        if (!done)
            co_return done;
    }
    for (const BondPlan &plan : record.before) {
        for (const SlavePlan &slave : plan.slaves) {
            if (!kept.contains(slave.name))
                (void)co_await command(u"ifup"_s, slave.name);
        }
    }
    co_return {};
}

IfcfgActivator::Step IfcfgActivator::rollBack(Record record)
{
    for (const QString &bond : newLinksOf(record))
        removeLink(bond);
    runtime::FirstError note;
    for (const BondPlan &plan : record.before) {
        if (note.result() && record.runtime.links.contains(plan.name))
            note(co_await bring(plan, changesAddresses(record.before, record.after, plan.name)));
    }
    for (const runtime::Link &link : record.runtime.links) {
        if (note.result() && isFreeNic(link) && link.up)
            (void)co_await command(u"ifup"_s, link.name);
    }
    // Whatever the scripts did not bring back.
    note(runtime::restore(m_network, record.runtime, newLinksOf(record), record.after));
    co_return note.result();
}

} // namespace bondwright::helper
