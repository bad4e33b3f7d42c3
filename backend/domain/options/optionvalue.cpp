// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"

#include "domain/interfacename.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"

#include <algorithm>

namespace bondwright
{

namespace
{

constexpr qsizetype maxTargets = 16; // BOND_MAX_ARP_TARGETS, BOND_MAX_NS_TARGETS
constexpr qsizetype maxDigits = 11; // a sign and ten digits hold every s32

std::optional<std::int64_t> number(QStringView text, bool mayBeNegative)
{
    const bool isNegative = mayBeNegative && text.startsWith(u'-');
    const QStringView digits = isNegative ? text.sliced(1) : text;
    if (digits.isEmpty() || text.size() > maxDigits
        || !std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    const std::int64_t value = digits.toLongLong();
    return isNegative ? -value : value;
}

std::optional<QString> canonicalInteger(const OptionSpec &spec, QStringView text)
{
    const auto value = number(text, spec.minimum < 0);
    if (!value || *value < spec.minimum || *value > spec.maximum)
        return std::nullopt;
    return QString::number(*value);
}

std::optional<QString> canonicalName(const OptionSpec &spec, QStringView text)
{
    const auto value = number(text, false);
    for (const OptionName &known : spec.names) {
        if (known.name == text || (value && *value == known.value))
            return known.name;
    }
    // The driver knows "off" and "on" for its switches also where it prints 0 and 1.
    if (spec.kind == OptionKind::Bool && (text == u"off" || text == u"on"))
        return spec.names.at(text == u"on" ? 1 : 0).name;
    return std::nullopt;
}

bool canBeTarget(const IpAddress &address, IpAddress::Family family)
{
    return address.family() == family && !address.isUnspecified() && !address.isLoopback() && !address.isMulticast()
        && !address.isBroadcast();
}

std::optional<QString> canonicalTargets(QStringView text, IpAddress::Family family)
{
    if (text.isEmpty())
        return QString();
    QStringList targets;
    for (const QStringView part : text.split(u',')) {
        const auto address = IpAddress::fromString(part.trimmed());
        if (!address || !canBeTarget(*address, family) || targets.size() == maxTargets)
            return std::nullopt;
        if (targets.contains(address->toString()))
            return std::nullopt;
        targets.append(address->toString());
    }
    return targets.join(u',');
}

std::optional<QString> canonicalHardwareAddress(QStringView text)
{
    const MacAddress mac = MacAddress::fromString(text);
    return mac.isEmpty() || mac.isMulticast() ? std::nullopt : std::optional(mac.toString());
}

} // namespace

std::optional<QString> canonicalValue(const OptionSpec &spec, QStringView text)
{
    switch (spec.kind) {
    case OptionKind::Integer:
        return canonicalInteger(spec, text);
    case OptionKind::Enum:
    case OptionKind::Bool:
        return canonicalName(spec, text);
    case OptionKind::IfName:
        return text.isEmpty() || !kernelNameProblem(text) ? std::optional(text.toString()) : std::nullopt;
    case OptionKind::Ip4List:
        return canonicalTargets(text, IpAddress::Family::V4);
    case OptionKind::Ip6List:
        return canonicalTargets(text, IpAddress::Family::V6);
    case OptionKind::Mac:
        return canonicalHardwareAddress(text);
    }
    return std::nullopt;
}

} // namespace bondwright
