// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/ipaddress.h"
#include "domain/rules/rules.h"
#include "domain/switchside.h"

#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

// "0000:03:00.1" -> "0000:03:00": the ports of one PCI card differ only in their function.
QString pciCardOf(const NicFacts &nic)
{
    const qsizetype dot = nic.busAddress.lastIndexOf(u'.');
    return dot < 0 ? nic.busAddress : nic.busAddress.first(dot);
}

/// Link-local networks are the same on every NIC and tell nothing.
IpNetworks networksOf(const NicFacts &nic)
{
    IpNetworks networks = nic.addresses;
    networks.removeIf([](const IpNetwork &network) { return network.address.isLinkLocal(); });
    return networks;
}

bool shareFamily(const QList<IpNetwork> &left, const QList<IpNetwork> &right)
{
    return std::any_of(left.begin(), left.end(), [&](const IpNetwork &one) {
        return std::any_of(right.begin(), right.end(),
                           [&](const IpNetwork &two) { return one.address.family() == two.address.family(); });
    });
}

bool overlap(const QList<IpNetwork> &left, const QList<IpNetwork> &right)
{
    return std::any_of(left.begin(), left.end(), [&](const IpNetwork &one) {
        return std::any_of(right.begin(), right.end(), [&](const IpNetwork &two) {
            return one.contains(two.address) || two.contains(one.address);
        });
    });
}

} // namespace

void separatePciCards(const RuleInput &input, Report &report)
{
    QMap<QString, QStringList> ports;
    const QList<const NicFacts *> nics = input.slaveFacts();
    for (const NicFacts *nic : nics) {
        if (!nic->busAddress.isEmpty())
            ports[pciCardOf(*nic)].append(nic->name);
    }
    for (auto it = ports.cbegin(); it != ports.cend(); ++it) {
        if (it->size() < 2)
            continue;
        //: @status %1 is a list of NICs
        const QString message = translate("rules", "%1 are on one adapter.").arg(joined(*it));
        if (it->size() == nics.size())
            report.warning(
                u"redundancy.same-card"_s, u"slaves"_s, message,
                translate("rules", "If that adapter fails, the whole bond fails: choose NICs on different adapters."));
        else
            report.advice(u"redundancy.same-card"_s, u"slaves"_s, message,
                          translate("rules", "If that adapter fails, they fail together."));
    }
}

void segments(const RuleInput &input, Report &report)
{
    QSet<QString> neighbours;
    const QList<const NicFacts *> nics = input.slaveFacts();
    for (const NicFacts *nic : nics) {
        if (nic->neighbour.isEmpty())
            return;
        neighbours.insert(nic->neighbour);
    }
    if (nics.size() < 2)
        return;
    const bool needsOneSwitch = switchNeedOf(input.plan) != SwitchNeed::Nothing && !input.isMode({Mode::Broadcast});
    if (needsOneSwitch && neighbours.size() > 1)
        report.warning(
            u"segment.different-switches"_s, u"slaves"_s,
            //: @status %1 is a list of switches
            translate("rules", "The cables lead to different switches: %1.")
                .arg(joined(QStringList(neighbours.begin(), neighbours.end()))),
            translate("rules", "This mode needs one switch, or switches that act as one (stack, MLAG, vPC)."));
    else if (!needsOneSwitch && neighbours.size() == 1)
        report.advice(u"redundancy.same-switch"_s, u"slaves"_s,
                      translate("rules", "All cables lead to one switch: %1.").arg(*neighbours.begin()),
                      translate("rules", "With a second switch in the same network, even a whole switch may fail."));
}

void subnetsAgree(const RuleInput &input, Report &report)
{
    const QList<const NicFacts *> nics = input.slaveFacts();
    for (qsizetype i = 1; i < nics.size(); ++i) {
        const QList<IpNetwork> first = networksOf(*nics.first());
        const QList<IpNetwork> other = networksOf(*nics.at(i));
        if (shareFamily(first, other) && !overlap(first, other))
            report.warning(u"segment.different-networks"_s, slaveField(input, nics.at(i)->name, u"name"_s),
                           //: @status %1 and %2 are names of NICs
                           translate("rules",
                                     "“%1” and “%2” have addresses of different networks now; their cables may lead to "
                                     "different networks.")
                               .arg(nics.first()->name, nics.at(i)->name),
                           translate("rules", "All NICs of a bond must lead to the same network: check the cables."));
    }
}

} // namespace bondwright::rules
