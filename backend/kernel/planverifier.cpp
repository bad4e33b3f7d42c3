// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel/planverifier.h"

#include "domain/nametable.h"
#include "domain/options.h"
#include "kernel/optionchange.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::kernel
{

namespace
{

constexpr std::array kindNames{
    Named{DifferenceKind::BondMissing, "bond.missing"_L1},
    Named{DifferenceKind::Mode, "mode"_L1},
    Named{DifferenceKind::Option, "option"_L1},
    Named{DifferenceKind::OptionMissing, "option.missing"_L1},
    Named{DifferenceKind::SlaveMissing, "slave.missing"_L1},
    Named{DifferenceKind::SlaveExtra, "slave.extra"_L1},
    Named{DifferenceKind::SlaveQueueId, "slave.queue-id"_L1},
    Named{DifferenceKind::SlavePrio, "slave.prio"_L1},
    Named{DifferenceKind::LinkDown, "link.down"_L1},
    Named{DifferenceKind::NoCarrier, "link.no-carrier"_L1},
    Named{DifferenceKind::Mtu, "mtu"_L1},
    Named{DifferenceKind::Mac, "mac"_L1},
    Named{DifferenceKind::AddressMissing, "address.missing"_L1},
    Named{DifferenceKind::NoAddress, "address.none"_L1},
    Named{DifferenceKind::AddressExtra, "address.extra"_L1},
    Named{DifferenceKind::Gateway, "gateway"_L1},
    Named{DifferenceKind::VlanMissing, "vlan.missing"_L1},
    Named{DifferenceKind::OptionUnplanned, "option.unplanned"_L1},
    Named{DifferenceKind::SlavePrioUnplanned, "slave.prio.unplanned"_L1},
    Named{DifferenceKind::MtuUnplanned, "mtu.unplanned"_L1},
    Named{DifferenceKind::AddressUnplanned, "address.unplanned"_L1},
    Named{DifferenceKind::VlanUnplanned, "vlan.unplanned"_L1},
};
static_assert(kindNames.size() == std::size_t(DifferenceKind::VlanUnplanned) + 1);

class Comparison
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::kernel::PlanVerifier)
public:
    Comparison(const BondPlan &plan, const Snapshot &snapshot)
        : m_plan(plan)
        , m_snapshot(snapshot)
    {
    }

    QList<Difference> run()
    {
        const BondState *bond = m_snapshot.bondByName(m_plan.name);
        const NicState *nic = m_snapshot.nicByName(m_plan.name);
        if (!bond || !nic) {
            note(DifferenceKind::BondMissing, u"name", m_plan.name, {},
                 tr("The bond “%1” does not exist.").arg(m_plan.name));
            return m_found;
        }
        if (bond->mode != m_plan.mode)
            note(DifferenceKind::Mode, u"mode", kernelName(m_plan.mode), kernelName(bond->mode),
                 tr("The mode is %1, not %2.").arg(kernelName(bond->mode), kernelName(m_plan.mode)));
        compareOptions(*bond);
        compareSlaves(*bond);
        compareLink(*bond, *nic);
        compareIp(*nic, m_plan.ipv4, m_plan.ipv6, {});
        for (qsizetype i = 0; i < m_plan.vlans.size(); ++i)
            compareVlan(m_plan.vlans.at(i), QStringLiteral("vlans[%1]").arg(i));
        return m_found;
    }

private:
    void note(DifferenceKind kind, QStringView field, const QString &expected, const QString &seen,
              const QString &message, bool maySettle = false)
    {
        m_found.append({kind, field.toString(), expected, seen, message, maySettle, {}});
    }

    void noteOption(DifferenceKind kind, const QString &field, const OptionSpec &spec, const QString &expected,
                    const QString &seen, const QString &message)
    {
        m_found.append({kind, field, expected, seen, message, false, spec.name});
    }

    void compareOptions(const BondState &bond);
    void compareSlaves(const BondState &bond);
    void compareSlaveOptions(const SlavePlan &wanted, const SlaveState &slave, const QString &field);
    void compareLink(const BondState &bond, const NicState &nic);
    MacAddress permanentMacOf(const BondState &bond, const QString &nic) const;
    bool followsItsSlaves() const;
    void compareIp(const NicState &nic, const IpConfig &ipv4, const IpConfig &ipv6, const QString &prefix);
    void compareAddresses(const NicState &nic, const IpConfig &config, const QString &field);
    void compareGateway(const NicState &nic, const IpConfig &config, const std::optional<IpAddress> &present,
                        const QString &field);
    void compareVlan(const VlanPlan &vlan, const QString &field);

    const BondPlan &m_plan;
    const Snapshot &m_snapshot;
    QList<Difference> m_found;
};

} // namespace

void Comparison::compareOptions(const BondState &bond)
{
    for (auto it = m_plan.options.cbegin(); it != m_plan.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        // active_slave is a momentary choice, which the driver may change.
        if (!spec || spec->name == u"active_slave")
            continue;
        const QString field = u"options."_s + it.key();
        const auto seen = bond.options.constFind(spec->name);
        if (seen == bond.options.cend()) {
            const bool wantsNothing = isSameOptionValue(spec->name, it.value(), spec->defaultValue);
            if (!wantsNothing && !bond.privilegedOptions.contains(spec->name))
                noteOption(DifferenceKind::OptionMissing, field, *spec, it.value(), {},
                           tr("The kernel does not report the option %1: it may be too old for it.").arg(spec->name));
            continue;
        }
        if (!isSameOptionValue(spec->name, it.value(), *seen))
            noteOption(DifferenceKind::Option, field, *spec, it.value(), *seen,
                       tr("The option %1 is “%2”, not “%3”.").arg(spec->name, *seen, it.value()));
    }
}

void Comparison::compareSlaves(const BondState &bond)
{
    for (qsizetype i = 0; i < m_plan.slaves.size(); ++i) {
        const SlavePlan &wanted = m_plan.slaves.at(i);
        const QString field = QStringLiteral("slaves[%1]").arg(i);
        const SlaveState *slave = bond.slaveByName(wanted.name);
        if (!slave) {
            note(DifferenceKind::SlaveMissing, field, wanted.name, {},
                 tr("%1 is not a slave of %2.").arg(wanted.name, m_plan.name), true);
            continue;
        }
        compareSlaveOptions(wanted, *slave, field);
    }
    for (const SlaveState &slave : bond.slaves) {
        if (!m_plan.slaveByName(slave.name))
            note(DifferenceKind::SlaveExtra, u"slaves", {}, slave.name,
                 tr("%1 is a slave of %2, though the plan does not name it.").arg(slave.name, m_plan.name), true);
    }
}

void Comparison::compareSlaveOptions(const SlavePlan &wanted, const SlaveState &slave, const QString &field)
{
    if (wanted.queueId && slave.queueId != wanted.queueId)
        note(DifferenceKind::SlaveQueueId, field + u".queue_id"_s, QString::number(*wanted.queueId),
             slave.queueId ? QString::number(*slave.queueId) : QString(),
             tr("The queue of %1 is not %2.").arg(wanted.name).arg(*wanted.queueId));
    // A kernel before 6.0 reports no priority: it is taken as the default.
    if (wanted.prio && slave.prio.value_or(0) != *wanted.prio)
        note(DifferenceKind::SlavePrio, field + u".prio"_s, QString::number(*wanted.prio),
             slave.prio ? QString::number(*slave.prio) : QString(),
             tr("The priority of %1 is not %2.").arg(wanted.name).arg(*wanted.prio));
}

/// The bond knows what its slaves were called before, also of those whose driver has no permanent address.
MacAddress Comparison::permanentMacOf(const BondState &bond, const QString &nic) const
{
    if (const SlaveState *slave = bond.slaveByName(nic); slave && !slave->permanentMac.isEmpty())
        return slave->permanentMac;
    const NicState *source = m_snapshot.nicByName(nic);
    return source ? source->permanentMac : MacAddress();
}

/// In fail_over_mac=active and follow the bond has the MAC of whichever slave is active (bond_do_fail_over_mac).
bool Comparison::followsItsSlaves() const
{
    return m_plan.mode == Mode::ActiveBackup && m_plan.options.failOverMac() != FailOverMac::None;
}

void Comparison::compareLink(const BondState &bond, const NicState &nic)
{
    if (!nic.adminUp)
        note(DifferenceKind::LinkDown, u"name", QStringLiteral("up"), QStringLiteral("down"),
             tr("%1 is not up.").arg(nic.name), true);
    else if (!nic.carrier)
        note(DifferenceKind::NoCarrier, u"name", QStringLiteral("carrier"), {},
             tr("%1 has no carrier: no link of its slaves is usable yet.").arg(nic.name), true);
    if (m_plan.mtu && nic.mtu != *m_plan.mtu)
        note(DifferenceKind::Mtu, u"mtu", QString::number(*m_plan.mtu), QString::number(nic.mtu),
             tr("The MTU of %1 is %2, not %3.").arg(nic.name).arg(nic.mtu).arg(*m_plan.mtu));
    const BondMac &source = m_plan.mac.value();
    const MacAddress wanted = source.nic() ? permanentMacOf(bond, *source.nic()) : source.address();
    if (!wanted.isEmpty() && !followsItsSlaves() && wanted != nic.mac)
        note(DifferenceKind::Mac, u"mac", wanted.toString(), nic.mac.toString(),
             tr("The MAC of %1 is %2, not %3.").arg(nic.name, nic.mac.toString(), wanted.toString()));
}

void Comparison::compareAddresses(const NicState &nic, const IpConfig &config, const QString &field)
{
    for (qsizetype i = 0; i < config.addresses.size(); ++i) {
        const QString &wanted = config.addresses.at(i).text();
        const auto &network = config.addresses.at(i).value();
        if (!network || !nic.addresses.contains(*network))
            note(DifferenceKind::AddressMissing, QStringLiteral("%1.addresses[%2]").arg(field).arg(i), wanted,
                 nic.addresses.toStrings().join(u' '), tr("%1 does not have the address %2.").arg(nic.name, wanted),
                 true);
    }
}

void Comparison::compareIp(const NicState &nic, const IpConfig &ipv4, const IpConfig &ipv6, const QString &prefix)
{
    compareAddresses(nic, ipv4, prefix + u"ipv4"_s);
    compareAddresses(nic, ipv6, prefix + u"ipv6"_s);
    const bool hasIp4 = !nic.addresses.ofFamily(IpAddress::Family::V4).isEmpty();
    if (ipv4.method == IpMethod::Auto && !hasIp4)
        note(DifferenceKind::NoAddress, prefix + u"ipv4.method"_s, QStringLiteral("auto"), {},
             tr("%1 has no IPv4 address from DHCP yet.").arg(nic.name), true);
    if (ipv4.method == IpMethod::Disabled && hasIp4)
        note(DifferenceKind::AddressExtra, prefix + u"ipv4.method"_s, QStringLiteral("disabled"),
             nic.addresses.toStrings().join(u' '),
             tr("%1 has an IPv4 address, though the plan asks for none.").arg(nic.name), true);
    compareGateway(nic, ipv4, nic.gateway, prefix + u"ipv4"_s);
    // Where a router announces itself, its route may stand before the plan's.
    const bool isAnnounced = nic.ipv6Gateway && nic.ipv6Gateway->isLinkLocal();
    compareGateway(nic, ipv6, isAnnounced ? ipv6.gateway.value() : nic.ipv6Gateway, prefix + u"ipv6"_s);
}

void Comparison::compareGateway(const NicState &nic, const IpConfig &config, const std::optional<IpAddress> &present,
                                const QString &field)
{
    const Written<IpAddress> &wanted = config.gateway;
    if (wanted.isEmpty() || (nic.carriesDefaultRoute && Written<IpAddress>(present) == wanted))
        return;
    note(DifferenceKind::Gateway, field + u".gateway"_s, wanted.text(), textOf(present),
         nic.carriesDefaultRoute && present
             ? tr("The gateway of %1 is %2, not %3.").arg(nic.name, textOf(present), wanted.text())
             : tr("The default route over %1 is missing.").arg(nic.name),
         true);
}

void Comparison::compareVlan(const VlanPlan &vlan, const QString &field)
{
    const QString name = vlan.interfaceName(m_plan.name);
    const NicState *nic = m_snapshot.nicByName(name);
    if (!nic || nic->kind != InterfaceKind::Vlan) {
        note(DifferenceKind::VlanMissing, field, name, {}, tr("The VLAN “%1” does not exist.").arg(name), true);
        return;
    }
    if (nic->vlanId && *nic->vlanId != vlan.id)
        note(DifferenceKind::VlanMissing, field + u".id"_s, QString::number(vlan.id), QString::number(*nic->vlanId),
             tr("The VLAN “%1” has the id %2, not %3.").arg(name).arg(*nic->vlanId).arg(vlan.id), true);
    if (const auto lower = m_snapshot.nics.constFind(nic->lowerIndex);
        lower != m_snapshot.nics.cend() && lower->name != m_plan.name)
        note(DifferenceKind::VlanMissing, field, m_plan.name, lower->name,
             tr("The VLAN “%1” is on %2, not on %3.").arg(name, lower->name, m_plan.name), true);
    if (vlan.mtu && nic->mtu != *vlan.mtu)
        note(DifferenceKind::Mtu, field + u".mtu"_s, QString::number(*vlan.mtu), QString::number(nic->mtu),
             tr("The MTU of %1 is %2, not %3.").arg(name).arg(nic->mtu).arg(*vlan.mtu));
    compareIp(*nic, vlan.ipv4, vlan.ipv6, field + u'.');
}

QString differenceName(DifferenceKind kind)
{
    return nameIn(kindNames, kind);
}

std::optional<DifferenceKind> differenceFromName(QStringView name)
{
    return valueIn(kindNames, name);
}

bool needsBondDown(const Difference &difference)
{
    const OptionSpec *spec = difference.kind == DifferenceKind::Option ? findOption(difference.option) : nullptr;
    return spec && spec->change != OptionChange::AnyTime;
}

QList<Difference> verifyPlan(const BondPlan &plan, const Snapshot &snapshot)
{
    return Comparison(plan, snapshot).run();
}

} // namespace bondwright::kernel
