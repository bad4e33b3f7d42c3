// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/switchside.h"

#include "domain/interfacename.h"
#include "domain/options.h"
#include "domain/switchside/vendors.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

struct Row {
    VendorInfo info;
    QStringList (*configure)(const switchside::Group &);
    QString comment; ///< what begins a comment line
};

const std::array<Row, 8> &rows()
{
    static const std::array<Row, 8> all{{
        {{Vendor::CiscoIos, u"cisco-ios"_s, u"Cisco IOS / IOS XE"_s}, switchside::ciscoIos, u"! "_s},
        {{Vendor::CiscoNxOs, u"cisco-nxos"_s, u"Cisco NX-OS"_s}, switchside::ciscoNxOs, u"! "_s},
        {{Vendor::AristaEos, u"arista"_s, u"Arista EOS"_s}, switchside::aristaEos, u"! "_s},
        {{Vendor::JuniperJunos, u"junos"_s, u"Juniper Junos"_s}, switchside::juniperJunos, u"# "_s},
        {{Vendor::HuaweiVrp, u"huawei"_s, u"Huawei VRP"_s}, switchside::huaweiVrp, u"# "_s},
        {{Vendor::H3cComware, u"h3c"_s, u"H3C Comware"_s}, switchside::h3cComware, u"# "_s},
        {{Vendor::MikroTik, u"mikrotik"_s, u"MikroTik RouterOS"_s}, switchside::mikroTik, u"# "_s},
        {{Vendor::Linux, u"linux"_s, u"Linux"_s}, switchside::linuxBridge, u"# "_s},
    }};
    return all;
}

/// A port's name comes from the network and goes into a command line: one word of letters, digits and the signs that
/// vendors use, with a letter first and a number in it ("Gi1/0/7", "ge-0/0/1.0").
bool isPortName(const QString &name)
{
    static const QRegularExpression word(u"^(?=.*[0-9])[A-Za-z][A-Za-z0-9/.:_-]{0,31}$"_s);
    return word.match(name).hasMatch();
}

switchside::Group groupOf(const BondPlan &plan, const QStringList &ports)
{
    switchside::Group group;
    group.isLacp = switchNeedOf(plan) == SwitchNeed::Lacp;
    group.isFast = plan.options.isFastLacp();
    group.ports = std::max<qsizetype>(plan.slaves.size(), 1);
    for (const QString &port : ports)
        group.knownPorts.append(isPortName(port) ? port : QString());
    for (const VlanPlan &vlan : plan.vlans)
        group.vlans.append(vlan.id);
    // This text is pasted into a command line: a name that is not safe there is left out.
    if (!newNameProblem(plan.name))
        group.description = plan.name;
    return group;
}

} // namespace

namespace switchside
{

QStringList Group::portNames() const
{
    QStringList names;
    for (qsizetype i = 1; i <= ports; ++i)
        names.append(knownPorts.value(i - 1).isEmpty() ? u"<PORT%1>"_s.arg(i) : knownPorts.at(i - 1));
    return names;
}

QString Group::vlanList(QChar separator) const
{
    QStringList numbers;
    for (const quint16 vlan : vlans)
        numbers.append(QString::number(vlan));
    return numbers.join(separator);
}

} // namespace switchside

std::span<const VendorInfo> allVendors()
{
    static const QList<VendorInfo> all = [] {
        QList<VendorInfo> list;
        for (const Row &row : rows())
            list.append(row.info);
        return list;
    }();
    return {all.constData(), static_cast<std::size_t>(all.size())};
}

std::optional<Vendor> vendorFromId(QStringView id)
{
    const auto it = std::find_if(rows().begin(), rows().end(), [id](const Row &row) { return row.info.id == id; });
    return it == rows().end() ? std::nullopt : std::optional(it->info.vendor);
}

QString switchConfiguration(const BondPlan &plan, Vendor vendor, const QStringList &ports)
{
    if (switchNeedOf(plan) == SwitchNeed::Nothing)
        return {};
    const auto row
        = std::find_if(rows().begin(), rows().end(), [vendor](const Row &one) { return one.info.vendor == vendor; });
    const switchside::Group group = groupOf(plan, ports);
    // Plain English and ASCII: these lines go into the switch's terminal.
    QStringList lines{
        row->comment
            + u"%1: %2 group, ports: %3."_s.arg(row->info.title, group.isLacp ? u"LACP (802.3ad)"_s : u"static"_s)
                  .arg(group.ports),
        row->comment + u"Replace what stands in <>, and the group's number if it is taken."_s,
    };
    if (plan.mtu.value_or(0) > 1500)
        lines << row->comment + u"The ports must carry frames with an MTU of %1 (jumbo frames)."_s.arg(*plan.mtu);
    return (lines + row->configure(group)).join(u'\n') + u'\n';
}

bool isBalanceSlb(const BondPlan &plan)
{
    return plan.mode == Mode::BalanceXor && plan.options.value(QLatin1StringView(balanceSlbOption)) == u"1";
}

SwitchNeed switchNeedOf(const BondPlan &plan)
{
    return isBalanceSlb(plan) ? SwitchNeed::Nothing : modeInfo(plan.mode).switchNeed;
}

QString switchRequirement(const BondPlan &plan)
{
    const qsizetype ports = plan.slaves.size();
    switch (switchNeedOf(plan)) {
    case SwitchNeed::Nothing:
        //: @info
        return QCoreApplication::translate("switch", "The switch needs no configuration.");
    case SwitchNeed::StaticLag:
        if (plan.mode == Mode::Broadcast)
            //: @info
            return QCoreApplication::translate(
                "switch",
                "Ports of this bond that are on one switch must form one static link aggregation group there "
                "(EtherChannel “mode on”, manual Eth-Trunk); ports on separate networks need nothing.");
        if (ports == 0)
            return QCoreApplication::translate(
                "switch",
                "The switch must hold all ports of this bond in one static link "
                "aggregation group (EtherChannel “mode on”, manual Eth-Trunk), without LACP.");
        //: @info %1 is the number of switch ports
        return QCoreApplication::translate(
                   "switch",
                   "The switch must hold all ports of this bond (%1) in one static link "
                   "aggregation group (EtherChannel “mode on”, manual Eth-Trunk), without LACP.")
            .arg(ports);
    case SwitchNeed::Lacp:
        if (ports == 0)
            return QCoreApplication::translate("switch",
                                               "The switch must hold all ports of this bond in one LACP group "
                                               "(802.3ad), mode active.");
        //: @info %1 is the number of switch ports
        return QCoreApplication::translate("switch",
                                           "The switch must hold all ports of this bond (%1) in one LACP group "
                                           "(802.3ad), mode active.")
            .arg(ports);
    }
    return {};
}

} // namespace bondwright
