// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bilingual.h"
#include "domain/mode.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace bondwright
{

/// How an option's text is read.
enum class OptionKind : quint8 {
    Integer, ///< decimal digits only
    Enum, ///< one of OptionSpec::names, by name or number
    Bool, ///< an Enum of off/on or 0/1 as the kernel prints it
    IfName, ///< interface name
    Ip4List, ///< comma separated, at most 16 (BOND_MAX_ARP_TARGETS)
    Ip6List, ///< comma separated, at most 16 (BOND_MAX_NS_TARGETS)
    Mac, ///< aa:bb:cc:dd:ee:ff
};

/// When the kernel lets an option change (BOND_OPTFLAG_IFDOWN, BOND_OPTFLAG_NOSLAVES).
enum class OptionChange : quint8 {
    AnyTime,
    BondDown,
    NoSlaves,
    BondDownNoSlaves,
    LoadTime, ///< module parameter only: max_bonds, tx_queues
};

enum class OptionScope : quint8 { Bond, Slave, Module };

/// How wide an option's number is in rtnetlink (bond_policy and bond_slave_policy in bond_netlink.c).
enum class NetlinkNumber : quint8 { None, U8, U16, U32, S32 };

/// A row of an option's table of names, as nametable.h reads it.
struct OptionName {
    QString name;
    int value; ///< the number on the wire
};

/// Formats of files whose programs have names of their own for the options, or support only some of them. In all others an
/// option has the kernel's name and values.
enum class FileFormat : quint8 {
    Networkd, ///< .netdev, systemd 252 (netdev-gperf.gperf, bond.c); since: systemd.netdev(5)
    Netplan, ///< YAML of netplan 0.106 and of cloud-init's version 2 (netplan's parse.c); since: its releases' parse.c
    Ifupdown, ///< with ifenslave 2.13 (if-pre-up.d/ifenslave); since: its changelog, up to 1.1 as ifenslave-2.6
    Ifupdown2, ///< addons/bond.py; since: its releases
    Nmstate, ///< rust/src/lib/ifaces/bond.rs; 2.0, the first in Rust, checks what it takes
    NetworkManager, ///< by the kernel's names (nm-setting-bond.c of its releases)
};

/// How a format says an option, as far as its program really passes it on to the kernel.
struct OptionSpelling {
    FileFormat format;
    QString key;
    QString since = {}; ///< the release of its program that took it first; empty: not known
    QString unit = {}; ///< suffix of numbers ("ms"); empty: a bare number in the kernel's own unit
    QList<OptionName> names = {}; ///< the values it knows, in its words; empty: the kernel's
    std::int64_t minimum = std::numeric_limits<std::int64_t>::min(); ///< smaller numbers are not passed on
    bool onlyWhereItActs = false; ///< not passed on in modes that do not use it, though the kernel would take it
};

/// Bit n stands for mode n.
inline constexpr quint8 allModesMask = 0x7f;

/// One row of the option table; everything else in the project reads it.
/// Source: drivers/net/bonding/bond_options.c and include/uapi/linux/if_link.h. The row "mode" is in the
/// table too, so that it is complete; a plan keeps the mode apart from its options.
struct OptionSpec {
    QString name = {}; ///< sysfs name
    QStringList aliases = {}; ///< num_unsol_na for num_grat_arp
    OptionScope scope = OptionScope::Bond;
    OptionKind kind = OptionKind::Integer;
    QString unit = {}; ///< "ms", "s" or empty
    QString defaultValue = {}; ///< as text, the kernel's own default
    std::int64_t minimum = 0; ///< Integer only
    std::int64_t maximum = 0; ///< Integer only
    QList<OptionName> names = {}; ///< Enum and Bool
    quint8 modes = allModesMask; ///< bit n set: the kernel accepts it in mode n
    quint8 effectiveModes = allModesMask; ///< bit n set: it does something in mode n
    OptionChange change = OptionChange::AnyTime;
    bool inSysfs = true;
    bool isModuleParameter = true;
    int netlinkAttribute = 0; ///< IFLA_BOND_* or IFLA_BOND_SLAVE_*; 0 if none
    NetlinkNumber netlinkNumber = NetlinkNumber::None; ///< None: a list, a MAC or an interface, as its kind says
    QString since = {}; ///< kernel release, e.g. "5.18"
    OptionGroups groups = {}; ///< empty: of use in every mode
    QList<OptionSpelling> spellings = {}; ///< of the formats that can say it
    BilingualText help = {}; ///< one line
};

std::span<const OptionSpec> allOptions();
/// By name or alias; null if unknown.
const OptionSpec *findOption(QStringView name);
/// Null: the format cannot say it.
const OptionSpelling *spellingOf(const OptionSpec &spec, FileFormat format);
/// By its key there; null if the format has none of that name.
const OptionSpec *findOption(FileFormat format, QStringView key);
/// Whether the kernel accepts the option in this mode; outside, it answers EACCES.
bool acceptsMode(const OptionSpec &spec, Mode mode);
/// Whether it is a setting of the bond beside its mode; active_slave is a choice of the moment, not a state to keep.
bool isLasting(const OptionSpec &spec);
/// Whether the option does anything in this mode; the kernel accepts some without using them.
bool actsInMode(const OptionSpec &spec, Mode mode);
/// Whether the kernel takes this text for this option (mode rules apart), and its canonical form:
/// numbers without leading zeros, enumerations as names, lists without blanks, MACs in lower case.
/// Stricter than the kernel in three things: a number is digits only ("off" for 0 is not taken, nor are
/// blanks around it), a list holds no entry twice, and targets that can never answer (loopback,
/// multicast) are refused. An empty text is a value only for interface names and lists.
std::optional<QString> canonicalValue(const OptionSpec &spec, QStringView text);

} // namespace bondwright
