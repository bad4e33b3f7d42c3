// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/macaddress.h"
#include "domain/rules/nametexts.h"
#include "domain/rules/rules.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

// tx_queues of the driver as it is usually loaded; queue ids count from 1 to it.
constexpr int usualTxQueues = 16;

} // namespace

void slaveCount(const RuleInput &input, Report &report)
{
    if (input.plan.slaves.isEmpty())
        report.error(u"slaves.none"_s, u"slaves"_s, translate("rules", "The bond has no slaves."),
                     translate("rules", "Choose at least two."));
    else if (input.plan.slaves.size() == 1)
        report.warning(u"slaves.one"_s, u"slaves"_s,
                       translate("rules", "The bond has only one NIC: nothing can take over for it."),
                       translate("rules", "Choose a second one."));
}

void slaveNames(const RuleInput &input, Report &report)
{
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        const QString &name = input.plan.slaves.at(i).name;
        if (const auto problem = newNameProblem(name))
            report.error(u"slaves.name."_s + nameProblemCode(*problem), slaveField(i, u"name"_s),
                         nameProblemText(*problem, name), translate("rules", "Rename the NIC, or choose another one."));
        else if (name == input.plan.name)
            report.error(u"slaves.itself"_s, slaveField(i, u"name"_s),
                         translate("rules", "The bond “%1” cannot be one of its own NICs.").arg(name),
                         translate("rules", "Choose a NIC."));
    }
}

void slavesOnce(const RuleInput &input, Report &report)
{
    QStringList seen;
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        const QString &name = input.plan.slaves.at(i).name;
        if (seen.contains(name))
            report.error(u"slaves.duplicate"_s, slaveField(i, u"name"_s),
                         translate("rules", "The NIC “%1” is named twice.").arg(name),
                         translate("rules", "Name each NIC once."));
        seen.append(name);
    }
}

void slaveMacs(const RuleInput &input, Report &report)
{
    QList<MacAddress> seen;
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        const SlavePlan &slave = input.plan.slaves.at(i);
        if (slave.mac.isEmpty())
            continue;
        const MacAddress &mac = slave.mac.value();
        if (mac.isEmpty() || mac.isMulticast() || mac.isZero())
            report.error(
                u"slaves.mac-invalid"_s, slaveField(i, u"mac"_s),
                //: @status %1 is a text, %2 the name of a NIC
                translate("rules", "“%1” cannot be the MAC address of “%2”.").arg(slave.mac.text(), slave.name),
                translate("rules", "Give the NIC's permanent address, such as 02:00:5e:10:00:01."));
        else if (seen.contains(mac))
            report.error(u"slaves.mac-duplicate"_s, slaveField(i, u"mac"_s),
                         translate("rules", "The MAC address %1 is given to two NICs.").arg(mac.toString()),
                         translate("rules", "Give each NIC its own permanent address."));
        if (!mac.isEmpty())
            seen.append(mac);
    }
}

void slaveQueues(const RuleInput &input, Report &report)
{
    QList<quint16> seen;
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        const SlavePlan &slave = input.plan.slaves.at(i);
        const quint16 queue = slave.queueId.value_or(0);
        if (queue == 0)
            continue;
        if (seen.contains(queue))
            report.error(u"slaves.queue-duplicate"_s, slaveField(i, u"queue_id"_s),
                         translate("rules", "The queue %1 leads to two NICs.").arg(queue),
                         translate("rules", "Give each NIC a queue of its own, or 0 for none."));
        else if (queue > usualTxQueues)
            report.warning(u"slaves.queue-high"_s, slaveField(i, u"queue_id"_s),
                           translate("rules",
                                     "The bond has queue %1 only if the driver is loaded with as many tx_queues; the "
                                     "usual number is %2.")
                               .arg(queue)
                               .arg(usualTxQueues),
                           translate("rules", "Take a queue from 1 to %1.").arg(usualTxQueues));
        seen.append(queue);
    }
}

} // namespace bondwright::rules
