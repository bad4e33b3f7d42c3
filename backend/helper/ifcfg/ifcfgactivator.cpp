// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/ifcfg/ifcfgactivator.h"

#include "domain/options.h"
#include "helper/runtime/adjust.h"
#include "helper/runtime/restore.h"
#include "kernel/planverifier.h"

#include <QTimer>

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// The driver takes all that differs while the bond is up.
bool canChangeWhileUp(const kernel::Difference &difference)
{
    return difference.kind == kernel::DifferenceKind::Option && !needsBondDown(difference);
}

} // namespace

IfcfgActivator::IfcfgActivator(kernel::KernelSource &source, runtime::Network &network, ScriptRunner run)
    : m_source(source)
    , m_network(network)
    , m_run(std::move(run))
{
}

void IfcfgActivator::addCommand(Sequence &sequence, const QString &program, const QString &interface, bool mayFail)
{
    sequence.add([this, program, interface, mayFail](const Sequence::Next &next) {
        Q_EMIT progressed(u"%1 %2"_s.arg(program, interface));
        m_run(this, program, interface,
              [next, mayFail](const Result<void> &result) { next(mayFail ? Result<void>() : result); });
    });
}

/// The scripts leave the device behind, and without its file they do not know it any more.
void IfcfgActivator::addRemoval(Sequence &sequence, const QString &link)
{
    sequence.add([this, link](const Sequence::Next &next) {
        if (m_source.snapshot().nicByName(link))
            (void)m_network.removeLink(link);
        next({});
    });
}

void IfcfgActivator::addBond(Sequence &sequence, const BondPlan &plan, bool hasOtherAddresses)
{
    const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
    if (differences.isEmpty() && !hasOtherAddresses)
        return;
    if (!hasOtherAddresses && std::all_of(differences.cbegin(), differences.cend(), canChangeWhileUp)) {
        sequence.add(
            [this, plan](const Sequence::Next &next) { next(runtime::adjust(m_network, plan, m_source.snapshot())); });
        return;
    }
    // The scripts set options only on a bond without ports: it has to go down first.
    if (m_source.snapshot().bondByName(plan.name))
        addCommand(sequence, u"ifdown"_s, plan.name, true);
    for (const SlavePlan &slave : plan.slaves)
        addCommand(sequence, u"ifdown"_s, slave.name, true);
    addRemoval(sequence, plan.name);
    addCommand(sequence, u"ifup"_s, plan.name, false);
    for (const VlanPlan &vlan : plan.vlans)
        addCommand(sequence, u"ifup"_s, vlan.interfaceName(plan.name), false);
}

void IfcfgActivator::prepare(const Record &, std::function<void(const Result<QJsonObject> &)> done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done(QJsonObject()); });
}

void IfcfgActivator::activate(const Record &record, Done done)
{
    auto *sequence = new Sequence(this);
    QStringList kept;
    for (const BondPlan &plan : record.after) {
        for (const SlavePlan &slave : plan.slaves)
            kept.append(slave.name);
    }
    for (const BondPlan &plan : record.before) {
        const bool stays = std::any_of(record.after.cbegin(), record.after.cend(),
                                       [&plan](const BondPlan &other) { return other.name == plan.name; });
        if (!stays)
            addRemoval(*sequence, plan.name);
    }
    for (const BondPlan &plan : record.after)
        addBond(*sequence, plan, changesAddresses(record.before, record.after, plan.name));
    for (const BondPlan &plan : record.before) {
        for (const SlavePlan &slave : plan.slaves) {
            if (!kept.contains(slave.name))
                addCommand(*sequence, u"ifup"_s, slave.name, true);
        }
    }
    sequence->run(std::move(done));
}

void IfcfgActivator::restore(const Record &record, Done done)
{
    auto *sequence = new Sequence(this);
    for (const QString &bond : newLinksOf(record))
        addRemoval(*sequence, bond);
    for (const BondPlan &plan : record.before) {
        if (record.runtime.links.contains(plan.name))
            addBond(*sequence, plan, changesAddresses(record.before, record.after, plan.name));
    }
    for (const runtime::Link &link : record.runtime.links) {
        if (link.kind.isEmpty() && link.master.isEmpty() && link.up)
            addCommand(*sequence, u"ifup"_s, link.name, true);
    }
    sequence->run([this, record, done = std::move(done)](const Result<void> &) {
        done(runtime::restore(m_network, record.runtime, newLinksOf(record),
                              record.after)); // whatever the scripts did not bring back
    });
}

void IfcfgActivator::commit(const Record &, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done({}); });
}

} // namespace bondwright::helper
