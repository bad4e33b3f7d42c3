// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bondmac.h"
#include "domain/bondoptions.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "domain/mode.h"
#include "domain/result.h"
#include "domain/written.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace bondwright
{

enum class IpMethod : quint8 {
    Disabled,
    Auto, ///< DHCP for IPv4; SLAAC and DHCPv6 for IPv6
    Manual,
    LinkLocal,
};

/// "disabled", "auto", "manual", "link-local", as the JSON spells them.
QString ipMethodName(IpMethod method);
std::optional<IpMethod> ipMethodFromName(QStringView name);

struct IpRoute {
    Written<IpNetwork> destination; ///< CIDR, e.g. "10.0.0.0/8"
    Written<IpAddress> gateway; ///< may be empty: on-link
    std::optional<quint32> metric;

    friend bool operator==(const IpRoute &, const IpRoute &) = default;
};

struct IpConfig {
    IpMethod method = IpMethod::Disabled;
    WrittenList<IpNetwork> addresses; ///< CIDR
    Written<IpAddress> gateway;
    WrittenList<IpAddress> dns;
    QStringList search;
    QList<IpRoute> routes;
    std::optional<quint32> metric; ///< of the default route

    /// The addresses, without those that check() cannot read.
    IpNetworks networks() const;
    friend bool operator==(const IpConfig &, const IpConfig &) = default;
};

struct SlavePlan {
    QString name;
    Written<MacAddress> mac; ///< permanent MAC to bind to; empty: by name
    std::optional<quint16> queueId;
    std::optional<qint32> prio;

    friend bool operator==(const SlavePlan &, const SlavePlan &) = default;
};

struct VlanPlan {
    quint16 id = 0; ///< 1–4094
    QString name; ///< empty: "<bond>.<id>"
    std::optional<quint32> mtu;
    IpConfig ipv4;
    IpConfig ipv6;

    /// Its own name, or the usual "<bond>.<id>".
    QString interfaceName(const QString &bond) const;
    friend bool operator==(const VlanPlan &, const VlanPlan &) = default;
};

/// What an administrator wants a bond to be; says nothing about how it is written or applied.
struct BondPlan {
    QString name;
    Mode mode = Mode::ActiveBackup;
    BondOptions options; ///< as they were written
    QList<SlavePlan> slaves; ///< in order: the first gives the bond its MAC
    Written<BondMac> mac; ///< empty: the first slave's
    std::optional<quint32> mtu;
    IpConfig ipv4;
    IpConfig ipv6;
    QList<VlanPlan> vlans;
    bool autoconnect = true;
    /// Codes of errors that this plan has on purpose, or was found with; only those of isAcceptable().
    QStringList accept;
    /// Another bond of the host, which is removed when this one is made: that is how a bond is renamed. Empty: none.
    QString replaces;

    QStringList slaveNames() const;
    /// Null where it is not planned. Until the slaves change.
    const SlavePlan *slaveByName(QStringView name) const;
    friend bool operator==(const BondPlan &, const BondPlan &) = default;
};

/// The same bond under another name. When applied it replaces the bond of the former name.
BondPlan renamedPlan(BondPlan plan, const QString &name);

/// Bounds of a plan read from outside.
inline constexpr qsizetype maxPlanBytes = 64 * 1024;
inline constexpr qsizetype maxPlanSlaves = 64;
inline constexpr qsizetype maxPlanVlans = 64;
inline constexpr qsizetype maxPlanListEntries = 256;
inline constexpr qsizetype maxPlanTextLength = 1024; ///< of any one text, in UTF-16 units

struct ParsedPlan {
    BondPlan plan;
    QStringList unknownMembers; ///< JSON paths the reader did not know, e.g. "ipv4.foo"
};

/// The object of a plan's text, each member of which stands there once; nothing of it is judged. Errors:
/// "plan.json.too-big", ".syntax" with line and column, ".repeated".
Result<QJsonObject> planObjectFromJson(const QByteArray &json);
/// Reads docs/plan.schema.json's format. Errors name the JSON path and what is expected there; codes:
/// those of planObjectFromJson(), "plan.json.version", ".missing", ".type", ".range", ".text". Only the shape is
/// judged here; whether the plan makes sense is check()'s question.
Result<ParsedPlan> planFromJson(const QByteArray &json);
/// Stable member order and two-space indentation, ends with a newline.
QByteArray planToJson(const BondPlan &plan);

} // namespace bondwright
