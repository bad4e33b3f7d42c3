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

/// Whose MAC an active-backup bond shows (bond_do_fail_over_mac).
enum class FailOverMac : quint8 {
    None, ///< its own; every slave is given it
    Active, ///< the active slave's
    Follow, ///< its own, handed to whichever slave is active
};

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
    std::int64_t number(QStringView option) const { return effective(option).toLongLong(); }

    std::chrono::milliseconds miimon() const { return interval(u"miimon"); }
    std::chrono::milliseconds arpInterval() const { return interval(u"arp_interval"); }
    std::chrono::milliseconds updelay() const { return interval(u"updelay"); }
    std::chrono::milliseconds downdelay() const { return interval(u"downdelay"); }
    bool monitorsByMii() const { return miimon() > std::chrono::milliseconds::zero(); }
    bool monitorsByArp() const { return arpInterval() > std::chrono::milliseconds::zero(); }
    bool isMonitored() const { return monitorsByMii() || monitorsByArp(); }
    QStringList arpTargets() const; ///< IPv4 and IPv6
    /// The longest time from a broken link to the driver's decision; 0 if nothing is monitored.
    std::chrono::milliseconds detectionTime() const;

    QString primary() const { return effective(u"primary"); }
    QString activeSlave() const { return effective(u"active_slave"); }
    FailOverMac failOverMac() const;
    bool isLacpPassive() const { return effective(u"lacp_active") == QStringView(u"off"); }
    bool balancesByHashAlone() const { return effective(u"tlb_dynamic_lb") == QStringView(u"0"); } ///< modes 5 and 6
    bool isFastLacp() const { return effective(u"lacp_rate") == QStringView(u"fast"); }

    /// By the table's own names, with canonical values, so that they can be looked up and compared. What the table
    /// does not know, or the kernel would not take, stays as it is. Of two names for one option the table's own counts.
    BondOptions canonical() const;

private:
    std::chrono::milliseconds interval(QStringView option) const { return std::chrono::milliseconds(number(option)); }
};

} // namespace bondwright
