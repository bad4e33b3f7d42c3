// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/proc/procbonding.h"

#include "domain/options.h"
#include "kernel/bondview.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace bondwright::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maximumSize = 1024 * 1024;
constexpr qsizetype maximumBonds = 256;
constexpr qsizetype maximumSlaves = 1024;
constexpr qsizetype maximumUnknown = 64;
constexpr qsizetype maximumLine = 1024;

struct ModeText {
    QLatin1String text;
    Mode mode;
};
// bond_mode_name() of drivers/net/bonding/bond_main.c.
constexpr std::array modeTexts{
    ModeText{QLatin1String("load balancing (round-robin)"), Mode::BalanceRr},
    ModeText{QLatin1String("fault-tolerance (active-backup)"), Mode::ActiveBackup},
    ModeText{QLatin1String("load balancing (xor)"), Mode::BalanceXor},
    ModeText{QLatin1String("fault-tolerance (broadcast)"), Mode::Broadcast},
    ModeText{QLatin1String("IEEE 802.3ad Dynamic link aggregation"), Mode::Ieee8023ad},
    ModeText{QLatin1String("transmit load balancing"), Mode::BalanceTlb},
    ModeText{QLatin1String("adaptive load balancing"), Mode::BalanceAlb},
};

/// Lines whose value is an option's, for the bond as a whole.
struct OptionLine {
    QLatin1String label;
    QLatin1String option;
};
constexpr std::array optionLines{
    OptionLine{QLatin1String("MII Polling Interval (ms)"), QLatin1String("miimon")},
    OptionLine{QLatin1String("Up Delay (ms)"), QLatin1String("updelay")},
    OptionLine{QLatin1String("Down Delay (ms)"), QLatin1String("downdelay")},
    OptionLine{QLatin1String("Peer Notification Delay (ms)"), QLatin1String("peer_notif_delay")},
    OptionLine{QLatin1String("ARP Polling Interval (ms)"), QLatin1String("arp_interval")},
    OptionLine{QLatin1String("ARP Missed Max"), QLatin1String("arp_missed_max")},
    OptionLine{QLatin1String("LACP active"), QLatin1String("lacp_active")},
    OptionLine{QLatin1String("LACP rate"), QLatin1String("lacp_rate")},
    OptionLine{QLatin1String("Min links"), QLatin1String("min_links")},
};

QString withoutParenthesis(const QString &value)
{
    return value.section(u" ("_s, 0, 0).trimmed();
}

QString parenthesis(const QString &value)
{
    const qsizetype open = value.indexOf(u" ("_s);
    const qsizetype close = value.lastIndexOf(u')');
    return open >= 0 && close > open ? value.mid(open + 2, close - open - 2) : QString();
}

template <typename T>
std::optional<T> number(const QString &text)
{
    bool ok = false;
    const qlonglong value = text.trimmed().toLongLong(&ok);
    if (!ok || value < qlonglong(std::numeric_limits<T>::min()) || value > qlonglong(std::numeric_limits<T>::max()))
        return std::nullopt;
    return T(value);
}

MiiStatus miiStatus(const QString &value)
{
    if (value == u"up")
        return MiiStatus::Up;
    if (value == u"down")
        return MiiStatus::Down;
    if (value == u"going down")
        return MiiStatus::GoingDown;
    return value == u"going back" ? MiiStatus::GoingBack : MiiStatus::Unknown;
}

// enum churn_state of include/net/bond_3ad.h.
std::optional<quint8> churnState(const QString &value)
{
    if (value == u"monitoring")
        return 0;
    if (value == u"churned")
        return 1;
    return value == u"none" ? std::optional<quint8>(2) : std::nullopt;
}

/// The driver prints a speed that it does not know as the largest number of its type, of 16 or 32 bits.
std::optional<quint32> speedOf(const QString &value)
{
    const quint32 speed = value.endsWith(u" Mbps"_s) ? number<quint32>(value.chopped(5)).value_or(0) : 0;
    const bool isUnknown
        = speed == 0 || speed == std::numeric_limits<quint16>::max() || speed == std::numeric_limits<quint32>::max();
    return isUnknown ? std::nullopt : std::optional(speed);
}

/// "==> /proc/net/bonding/bond0 <==": what head and tail print above each of several files.
QString nameOfHeading(const QString &line)
{
    const QString trimmed = line.trimmed();
    if (!trimmed.startsWith(u"==> "_s) || !trimmed.endsWith(u" <=="_s))
        return {};
    return trimmed.mid(4, trimmed.size() - 8).section(u'/', -1);
}

/// Goes through the lines of one bond once; what a line means depends on the part of the text it stands in.
class Reader
{
public:
    explicit Reader(const QString &name) { m_result.bond.name = name; }

    void add(const QString &line) { readLine(line.left(maximumLine)); }
    bool hasBegun() const { return m_hasDriver || m_hasMode; }
    ProcBond result()
    {
        finish();
        return m_result;
    }

private:
    enum class Part : quint8 { Bond, Aggregator, Slave, Actor, Partner };

    BondState &bond() { return m_result.bond; }
    SlaveState &slave() { return m_result.bond.slaves.last(); }
    bool isInSlave() const { return m_part == Part::Slave || m_part == Part::Actor || m_part == Part::Partner; }

    void readLine(const QString &line)
    {
        const qsizetype colon = line.indexOf(u": "_s);
        QString label = (colon < 0 ? line : line.left(colon)).trimmed();
        // A label without value ends in ':' (an empty list, "details actor lacp pdu:").
        if (label.endsWith(u':'))
            label.chop(1);
        if (!read(label, colon < 0 ? QString() : line.mid(colon + 2).trimmed())
            && m_result.unknownLines.size() < maximumUnknown)
            m_result.unknownLines.append(line.trimmed());
    }

    /// @return whether the line is known
    bool read(const QString &label, const QString &value)
    {
        if (label == u"Slave Interface") {
            beginSlave(value);
            return true;
        }
        if (isInSlave() && !m_isSlaveKept)
            return true;
        switch (m_part) {
        case Part::Bond:
            return readBond(label, value);
        case Part::Aggregator:
            return readAggregator(label, value) || readBond(label, value);
        case Part::Slave:
            return readSlave(label, value);
        case Part::Actor:
        case Part::Partner:
            return readPdu(label, value) || readSlave(label, value);
        }
        return false;
    }

    void beginSlave(const QString &name)
    {
        m_part = Part::Slave;
        m_isSlaveKept = bond().slaves.size() < maximumSlaves;
        if (!m_isSlaveKept)
            return;
        SlaveState added;
        added.name = name;
        bond().slaves.append(added);
    }

    void setOption(QLatin1String option, const QString &value)
    {
        const OptionSpec *spec = findOption(QString(option));
        const auto canonical = spec ? canonicalValue(*spec, value) : std::nullopt;
        bond().options.insert(QString(option), canonical.value_or(value));
    }

    bool readBond(const QString &label, const QString &value)
    {
        for (const OptionLine &line : optionLines) {
            if (label == line.label) {
                setOption(line.option, value);
                return true;
            }
        }
        if (label == u"Ethernet Channel Bonding Driver") {
            m_hasDriver = true;
            m_result.driverVersion = withoutParenthesis(value.startsWith(u'v') ? value.mid(1) : value);
        } else if (label == u"Bonding Mode") {
            readMode(value);
        } else if (label == u"Transmit Hash Policy") {
            setOption(QLatin1String("xmit_hash_policy"), withoutParenthesis(value));
        } else if (label == u"Primary Slave") {
            readPrimary(value);
        } else if (label == u"Currently Active Slave") {
            m_result.activeSlaveName = value == u"None" ? QString() : value;
        } else if (label == u"MII Status") {
            bond().miiUp = value == u"up";
        } else if (label.startsWith(u"ARP IP target/s"_s)) {
            bond().options.insert(u"arp_ip_target"_s, value.simplified().remove(u' '));
        } else if (label.startsWith(u"NS IPv6 target/s"_s)) {
            bond().options.insert(u"ns_ip6_target"_s, value.simplified().remove(u' '));
        } else if (label.startsWith(u"Aggregator selection policy"_s)) {
            setOption(QLatin1String("ad_select"), value);
        } else if (label == u"System priority") {
            m_isLacpShown = true;
            // 0 is no value of the option, but what the driver has before its first slave.
            if (number<quint16>(value).value_or(0) > 0)
                setOption(QLatin1String("ad_actor_sys_prio"), value);
        } else if (label == u"System MAC address") {
            m_isLacpShown = true;
            m_result.systemMac = MacAddress::fromKernelText(value);
        } else if (label == u"Active Aggregator Info") {
            m_part = Part::Aggregator;
            bond().ad = AdInfo{};
        } else if (label.startsWith(u"bond "_s) && label.endsWith(u"has no active aggregator"_s)) {
            m_isLacpShown = true;
        } else {
            return label == u"802.3ad info";
        }
        return true;
    }

    void readPrimary(const QString &value)
    {
        const QString name = withoutParenthesis(value);
        bond().options.insert(u"primary"_s, name == u"None" ? QString() : name);
        if (const QString reselect = parenthesis(value); reselect.startsWith(u"primary_reselect "_s))
            setOption(QLatin1String("primary_reselect"), reselect.section(u' ', 1));
    }

    void readMode(const QString &value)
    {
        m_hasMode = true;
        const auto known = std::find_if(modeTexts.begin(), modeTexts.end(), [&value](const ModeText &candidate) {
            return value.startsWith(candidate.text);
        });
        if (known == modeTexts.end()) {
            bond().unknownMode = value;
            return;
        }
        bond().mode = known->mode;
        bond().options.insert(u"mode"_s, kernelName(known->mode));
        const QString suffix = parenthesis(value.mid(known->text.size()));
        if (suffix.startsWith(u"fail_over_mac "_s))
            setOption(QLatin1String("fail_over_mac"), suffix.section(u' ', 1));
    }

    bool readAggregator(const QString &label, const QString &value)
    {
        AdInfo &ad = *bond().ad;
        if (label == u"Aggregator ID")
            ad.aggregatorId = number<quint16>(value).value_or(0);
        else if (label == u"Number of ports")
            ad.ports = number<quint16>(value).value_or(0);
        else if (label == u"Actor Key")
            ad.actorKey = number<quint16>(value).value_or(0);
        else if (label == u"Partner Key")
            ad.partnerKey = number<quint16>(value).value_or(0);
        else if (label == u"Partner Mac Address")
            ad.partnerMac = MacAddress::fromKernelText(value);
        else
            return false;
        return true;
    }

    bool readSlave(const QString &label, const QString &value)
    {
        auto &speed = m_result.speeds[slave().name];
        if (label == u"MII Status")
            slave().mii = miiStatus(value);
        else if (label == u"Speed")
            speed.first = speedOf(value);
        else if (label == u"Duplex")
            speed.second = value == u"full" ? Duplex::Full : value == u"half" ? Duplex::Half : Duplex::Unknown;
        else if (label == u"Link Failure Count")
            slave().linkFailures = number<quint32>(value).value_or(0);
        else if (label == u"Permanent HW addr")
            slave().permanentMac = MacAddress::fromKernelText(value);
        else if (label == u"Slave queue ID")
            slave().queueId = number<quint16>(value);
        else if (label == u"Aggregator ID")
            slave().aggregatorId = number<quint16>(value);
        else if (label == u"Actor Churn State")
            slave().churnActor = churnState(value);
        else if (label == u"Partner Churn State")
            slave().churnPartner = churnState(value);
        else if (label == u"details actor lacp pdu")
            m_part = Part::Actor;
        else if (label == u"details partner lacp pdu")
            m_part = Part::Partner;
        else
            return label == u"Actor Churned Count" || label == u"Partner Churned Count";
        return true;
    }

    bool readPdu(const QString &label, const QString &value)
    {
        if (label == u"port state") {
            (m_part == Part::Actor ? slave().actorPortState : slave().partnerPortState) = number<quint16>(value);
            return true;
        }
        if (label == u"port priority" && m_part == Part::Actor) {
            slave().actorPortPrio = number<quint16>(value);
            return true;
        }
        return label == u"system priority" || label == u"system mac address" || label == u"port key"
            || label == u"oper key" || label == u"port priority" || label == u"port number";
    }

    void finish()
    {
        const bool isLacp = bond().mode == Mode::Ieee8023ad && bond().unknownMode.isEmpty();
        const bool hasPortStates = std::any_of(bond().slaves.cbegin(), bond().slaves.cend(),
                                               [](const SlaveState &one) { return one.actorPortState.has_value(); });
        bond().isLacpHidden = isLacp && !bond().ad && !m_isLacpShown && !hasPortStates;
        for (SlaveState &one : bond().slaves) {
            one.mii = monitoredMii(bond(), one.mii);
            one.active = isActive(one);
        }
        if (isLacp) {
            for (const QString &name : {u"ad_actor_sys_prio"_s, u"ad_user_port_key"_s, u"ad_actor_system"_s}) {
                if (!bond().options.contains(name))
                    bond().privilegedOptions.append(name);
            }
        }
    }

    /// What the driver's own flag says (bond_set_active_slave and bond_set_backup_slave), from what the text tells.
    bool isActive(const SlaveState &one)
    {
        if (!bond().unknownMode.isEmpty())
            return false;
        switch (bond().mode) {
        case Mode::ActiveBackup:
            return one.name == m_result.activeSlaveName;
        case Mode::Ieee8023ad: {
            if (one.mii != MiiStatus::Up && one.mii != MiiStatus::GoingDown)
                return false;
            if (bond().isLacpHidden)
                return bond().isActiveKnown();
            // Without a partner the driver enables the ports of the aggregator that it chose
            // (ad_agg_selection_logic), though they do not distribute.
            const quint16 state = one.actorPortState.value_or(PortState::Distributing);
            return bond().ad && one.aggregatorId == bond().ad->aggregatorId
                && ((state & PortState::Distributing) || partnerOf(bond()).isEmpty());
        }
        case Mode::BalanceTlb:
        case Mode::BalanceAlb:
            return true;
        default:
            // ARP monitoring takes a slave without answer out (bond_slave_state_change), miimon leaves its flag.
            return !bond().options.monitorsByArp() || one.mii != MiiStatus::Down;
        }
    }

    ProcBond m_result;
    Part m_part = Part::Bond;
    bool m_hasDriver = false;
    bool m_hasMode = false;
    bool m_isLacpShown = false; ///< lines that only root sees, also where there is no aggregator
    bool m_isSlaveKept = false;
};

} // namespace

Result<QList<ProcBond>> parseProcBonding(const QByteArray &text)
{
    if (text.size() > maximumSize) {
        return fail(u"proc.bonding.size"_s,
                    //: @error
                    QCoreApplication::translate("Kernel", "The file is too large for one of /proc/net/bonding."));
    }
    QList<ProcBond> bonds;
    Reader reader{QString()};
    const auto take = [&bonds, &reader](const QString &nextName) {
        if (reader.hasBegun() && bonds.size() < maximumBonds)
            bonds.append(reader.result());
        reader = Reader(nextName);
    };
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        if (const QString heading = nameOfHeading(line); !heading.isEmpty()) {
            take(heading);
            continue;
        }
        // The driver's version begins the text of each bond; a heading may stand before it.
        if (line.startsWith(u"Ethernet Channel Bonding Driver"_s) && reader.hasBegun())
            take({});
        if (!line.trimmed().isEmpty())
            reader.add(line);
    }
    take({});
    if (bonds.isEmpty()) {
        return fail(u"proc.bonding.format"_s,
                    //: @error
                    QCoreApplication::translate("Kernel", "This is no file of /proc/net/bonding."),
                    //: @info what to do
                    QCoreApplication::translate("Kernel", "Choose a file such as /proc/net/bonding/bond0."));
    }
    return bonds;
}

} // namespace bondwright::kernel
