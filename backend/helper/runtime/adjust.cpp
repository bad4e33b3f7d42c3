// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/adjust.h"

#include "kernel/optionchange.h"
#include "kernel/planverifier.h"

#include <algorithm>

namespace bondwright::helper::runtime
{

using namespace Qt::StringLiterals;

namespace
{

const kernel::SlaveState *portOf(const kernel::BondState *bond, const QString &name)
{
    return bond ? bond->slaveByName(name) : nullptr;
}

/// The driver refuses a queue that another port has (bond_option_queue_id_set): those that change are freed first.
void adjustQueues(Network &network, const BondPlan &plan, const kernel::BondState *running, Chain &chain)
{
    const auto setQueue = [&](const QString &port, quint16 queue) {
        chain.then([&] { return network.setSlaveOption(port, u"queue_id"_s, QString::number(queue)); });
    };
    QList<const SlavePlan *> changing;
    for (const SlavePlan &wanted : plan.slaves) {
        const kernel::SlaveState *port = portOf(running, wanted.name);
        const quint16 now = port ? port->queueId.value_or(0) : 0;
        if (!wanted.queueId || *wanted.queueId == now)
            continue;
        if (now != 0)
            setQueue(wanted.name, 0);
        if (*wanted.queueId != 0)
            changing.append(&wanted);
    }
    for (const SlavePlan *wanted : changing)
        setQueue(wanted->name, *wanted->queueId);
}

void adjustPriorities(Network &network, const BondPlan &plan, const kernel::BondState *running, Chain &chain)
{
    for (const SlavePlan &wanted : plan.slaves) {
        const kernel::SlaveState *port = portOf(running, wanted.name);
        const qint32 now = port ? port->prio.value_or(0) : 0;
        if (wanted.prio && *wanted.prio != now)
            chain.then([&] { return network.setSlaveOption(wanted.name, u"prio"_s, QString::number(*wanted.prio)); });
    }
}

bool isActive(const kernel::BondState *running, const QString &name)
{
    const kernel::SlaveState *port = portOf(running, name);
    return port && running->activeSlave == port->ifindex;
}

} // namespace

QStringList optionsThatNamePorts()
{
    return {u"primary"_s, u"active_slave"_s};
}

Result<void> adjustBond(Network &network, const BondPlan &plan, const kernel::BondState &running)
{
    BondOptions wanted = plan.options;
    for (const QString &option : optionsThatNamePorts()) {
        // Emptied before the port leaves, named after it came.
        if (!wanted.value(option).isEmpty())
            wanted.remove(option);
    }
    Chain chain;
    for (const QMap<QString, QString> &message : kernel::optionMessages(running.options, wanted))
        chain.then([&] { return network.setBondOptions(plan.name, message); });
    return chain.result();
}

Result<void> adjustPorts(Network &network, const BondPlan &plan, const kernel::BondState *running)
{
    Chain chain;
    const QString primary = plan.options.primary();
    if (!primary.isEmpty() && (!running || running->options.primary() != primary))
        chain.then([&] { return network.setBondOptions(plan.name, {{u"primary"_s, primary}}); });
    adjustQueues(network, plan, running, chain);
    adjustPriorities(network, plan, running, chain);
    // Last: with a new priority or primary the driver chooses anew.
    const QString active = plan.options.activeSlave();
    if (!active.isEmpty() && !isActive(running, active))
        chain.then([&] { return network.setBondOptions(plan.name, {{u"active_slave"_s, active}}); });
    return chain.result();
}

Result<void> adjust(Network &network, const BondPlan &plan, const kernel::Snapshot &snapshot)
{
    const kernel::BondState *running = snapshot.bondByName(plan.name);
    const kernel::NicState *nic = snapshot.nicByName(plan.name);
    if (!running || !nic)
        return {}; // the verification finds it missing
    const auto differences = kernel::verifyPlan(plan, snapshot);
    const auto differs = [&differences](QStringView field) {
        return std::any_of(differences.cbegin(), differences.cend(),
                           [field](const kernel::Difference &difference) { return difference.field == field; });
    };
    Chain chain;
    chain.then([&] { return adjustBond(network, plan, *running); });
    if (const MacAddress mac = plan.mac.value().address(); !mac.isEmpty() && differs(u"mac"))
        chain.then([&] { return network.setMac(plan.name, mac); });
    chain.then([&] { return adjustPorts(network, plan, running); });
    if (plan.mtu && *plan.mtu != nic->mtu)
        chain.then([&] { return network.setMtu(plan.name, *plan.mtu); });
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        const kernel::NicState *link = snapshot.nicByName(name);
        if (vlan.mtu && link && link->mtu != *vlan.mtu)
            chain.then([&, name] { return network.setMtu(name, *vlan.mtu); });
    }
    return chain.result();
}

} // namespace bondwright::helper::runtime
