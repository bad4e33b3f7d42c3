// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bilingual.h"
#include "domain/mode.h"

#include <QList>
#include <QString>

#include <cstdint>
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

struct OptionName {
    QString name;
    int number;
};

/// One row of the option table; everything else in the project reads it.
/// Source: drivers/net/bonding/bond_options.c and include/uapi/linux/if_link.h.
struct OptionSpec {
    QString name; ///< sysfs name
    QStringList aliases; ///< num_unsol_na for num_grat_arp
    OptionScope scope;
    OptionKind kind;
    QString unit; ///< "ms", "s" or empty
    QString defaultValue; ///< as text, the kernel's own default
    std::int64_t minimum; ///< Integer only
    std::int64_t maximum; ///< Integer only
    QList<OptionName> names; ///< Enum and Bool
    quint8 modes; ///< bit n set: the kernel accepts it in mode n
    quint8 effectiveModes; ///< bit n set: it does something in mode n
    OptionChange change;
    bool inSysfs;
    bool isModuleParameter;
    int netlinkAttribute; ///< IFLA_BOND_* or IFLA_BOND_SLAVE_*; 0 if none
    QString since; ///< kernel release, e.g. "5.18"
    OptionGroups groups;
    BilingualText help; ///< one line
};

std::span<const OptionSpec> allOptions();
/// By name or alias; null if unknown.
const OptionSpec *findOption(QStringView name);
bool acceptsMode(const OptionSpec &spec, Mode mode);
/// Whether the kernel takes this text for this option (mode rules apart), and its canonical form:
/// enumerations as names, lists without blanks, MACs in lower case.
std::optional<QString> canonicalValue(const OptionSpec &spec, QStringView text);

} // namespace bondwright
