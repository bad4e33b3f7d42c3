// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <chrono>
#include <cstdint>

namespace bondwright
{

// The values of these enums are the kernel's numbers; their names stand in the option table.

/// Whose MAC an active-backup bond shows (bond_do_fail_over_mac).
enum class FailOverMac : quint8 {
    None, ///< its own; every slave is given it
    Active, ///< the active slave's
    Follow, ///< its own, handed to whichever slave is active
};

/// On which slaves only validated ARP replies count.
enum class ArpValidate : quint8 { None, Active, Backup, All, Filter, FilterActive, FilterBackup };

/// What a frame is hashed by to choose its slave (BOND_XMIT_POLICY_*).
enum class XmitPolicy : quint8 { Layer2, Layer34, Layer23, Encap23, Encap34, VlanSrcMac };

QString xmitPolicyName(XmitPolicy policy); ///< "layer2", "layer3+4", …

/// The options of one bond: of a plan as they were written (aliases, values that the kernel would refuse), or of a
/// running bond as the driver reports them. Without "mode". Values are the texts that the kernel takes.
/// As a map it gives the texts; the questions below read them by the option table: under the option's own name or an
/// alias, and the kernel's default where it is not set or not readable.
class BondOptions final : public QMap<QString, QString>
{
public:
    using QMap::QMap;
    BondOptions(const QMap<QString, QString> &options)
        : QMap(options)
    {
    }

    bool isSet(QStringView option) const;
    /// In canonical form, see canonicalValue(). Empty for what the table does not know.
    QString effective(QStringView option) const;
    /// Of a name, the one that the kernel knows it by; 0 for what is no number.
    std::int64_t number(QStringView option) const;

    std::chrono::milliseconds miimon() const { return interval(u"miimon"); }
    std::chrono::milliseconds arpInterval() const { return interval(u"arp_interval"); }
    std::chrono::milliseconds updelay() const { return interval(u"updelay"); }
    std::chrono::milliseconds downdelay() const { return interval(u"downdelay"); }
    static const QStringList &delayNames(); ///< what the driver counts in multiples of miimon
    /// As the driver keeps them: rounded down to multiples of miimon, and none without it (bond_options.c).
    void settleDelays();
    bool monitorsByMii() const { return miimon() > std::chrono::milliseconds::zero(); }
    bool monitorsByArp() const { return arpInterval() > std::chrono::milliseconds::zero(); }
    bool isMonitored() const { return monitorsByMii() || monitorsByArp(); }
    QStringList arpTargets() const; ///< IPv4 and IPv6
    /// The longest time from a broken link to the driver's decision; 0 if nothing is monitored.
    std::chrono::milliseconds detectionTime() const;

    QString primary() const { return effective(u"primary"); }
    QString activeSlave() const { return effective(u"active_slave"); }
    bool alwaysReturnsToPrimary() const { return effective(u"primary_reselect") == QStringView(u"always"); }
    FailOverMac failOverMac() const { return FailOverMac(number(u"fail_over_mac")); }
    ArpValidate arpValidate() const { return ArpValidate(number(u"arp_validate")); }
    bool needsAllArpTargets() const { return effective(u"arp_all_targets") == QStringView(u"all"); }
    XmitPolicy xmitPolicy() const { return XmitPolicy(number(u"xmit_hash_policy")); }
    bool isLacpPassive() const { return effective(u"lacp_active") == QStringView(u"off"); }
    bool balancesByHashAlone() const { return effective(u"tlb_dynamic_lb") == QStringView(u"0"); } ///< modes 5 and 6
    bool isFastLacp() const { return effective(u"lacp_rate") == QStringView(u"fast"); }
    bool selectsByPortPriority() const { return effective(u"ad_select") == QStringView(u"actor_port_prio"); }
    bool broadcastsNeighbors() const { return effective(u"broadcast_neighbor") == QStringView(u"on"); }
    bool ignoresCarrier() const { return effective(u"use_carrier") == QStringView(u"0"); }

    /// By the table's own names, with canonical values, so that they can be looked up and compared. What the table
    /// does not know, or the kernel would not take, stays as it is. Of two names for one option the table's own counts.
    BondOptions canonical() const;

private:
    std::chrono::milliseconds interval(QStringView option) const { return std::chrono::milliseconds(number(option)); }
};

} // namespace bondwright
