// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/bondoptionwriter.h"

#include "domain/ipaddress.h"
#include "domain/nametable.h"
#include "domain/options.h"

#include <QCoreApplication>

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace bondwright::kernel::netlink
{

namespace
{

tl::unexpected<Error> badValue(const QString &name, const QString &value)
{
    return fail(QStringLiteral("kernel.option.value"),
                //: @error %1 option, %2 value
                QCoreApplication::translate("Kernel", "%1: the driver does not take the value “%2”.").arg(name, value));
}

std::optional<qint64> numberOf(const OptionSpec &spec, const QString &value)
{
    // An unknown value of a newer driver is read as its number, and sent as that.
    const QString canonical = canonicalValue(spec, value).value_or(spec.names.isEmpty() ? QString() : value);
    if (const auto named = valueIn(spec.names, canonical))
        return named;
    bool ok = false;
    const qint64 number = canonical.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool addNumber(Request &request, const OptionSpec &spec, qint64 number)
{
    switch (spec.netlinkNumber) {
    case NetlinkNumber::U8:
        if (number < 0 || number > std::numeric_limits<quint8>::max())
            return false;
        request.addU8(quint16(spec.netlinkAttribute), quint8(number));
        return true;
    case NetlinkNumber::U16:
        if (number < 0 || number > std::numeric_limits<quint16>::max())
            return false;
        request.addU16(quint16(spec.netlinkAttribute), quint16(number));
        return true;
    case NetlinkNumber::U32:
        if (number < 0 || number > std::numeric_limits<quint32>::max())
            return false;
        request.addU32(quint16(spec.netlinkAttribute), quint32(number));
        return true;
    case NetlinkNumber::S32:
        if (number < std::numeric_limits<qint32>::min() || number > std::numeric_limits<qint32>::max())
            return false;
        request.addU32(quint16(spec.netlinkAttribute), quint32(qint32(number)));
        return true;
    case NetlinkNumber::None:
        return false;
    }
    return false;
}

/// What the driver takes as a target (bond_is_ip_target_ok, bond_is_ip6_target_ok): of IPv4 also addresses that can
/// never answer, such as 127.0.0.1. A bond that has one keeps it; a plan that names one is refused by check().
bool isTargetOfDriver(const QString &text)
{
    const auto address = IpAddress::fromString(text);
    if (!address || address->isUnspecified() || address->isBroadcast())
        return false;
    return address->family() == IpAddress::Family::V4 || !(address->isLoopback() || address->isMulticast());
}

/// An empty list empties the kernel's.
bool addAddresses(Request &request, const OptionSpec &spec, const QString &value)
{
    const int family = spec.kind == OptionKind::Ip4List ? AF_INET : AF_INET6;
    request.beginNest(quint16(spec.netlinkAttribute));
    quint16 index = 0;
    const QStringList addresses = value.split(u',', Qt::SkipEmptyParts);
    for (const QString &address : addresses) {
        if (!isTargetOfDriver(address.trimmed()))
            return false;
        std::array<std::byte, 16> bytes{};
        if (::inet_pton(family, address.trimmed().toLatin1().constData(), bytes.data()) != 1)
            return false;
        request.add(index++, Bytes(bytes).first(family == AF_INET ? 4 : 16));
    }
    request.endNest();
    return true;
}

bool addOption(Request &request, const OptionSpec &spec, const QString &value, const IndexOf &indexOf)
{
    switch (spec.kind) {
    case OptionKind::Ip4List:
    case OptionKind::Ip6List:
        return addAddresses(request, spec, value);
    case OptionKind::Mac: {
        const auto canonical = canonicalValue(spec, value);
        if (!canonical)
            return false;
        request.addBytes(quint16(spec.netlinkAttribute), QByteArray::fromHex(canonical->toLatin1()));
        return true;
    }
    case OptionKind::IfName: {
        const int index = value.isEmpty() ? 0 : indexOf(value);
        if (index == 0 && !value.isEmpty())
            return false;
        request.addU32(quint16(spec.netlinkAttribute), quint32(index));
        return true;
    }
    default: {
        const auto number = numberOf(spec, value);
        return number && addNumber(request, spec, *number);
    }
    }
}

} // namespace

Result<void> addBondOptions(Request &request, const QMap<QString, QString> &options, const IndexOf &indexOf)
{
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        const OptionSpec *spec = findOption(option.key());
        if (!spec || spec->scope != OptionScope::Bond || spec->netlinkAttribute == 0) {
            return fail(QStringLiteral("kernel.option.unknown"),
                        //: @error %1 option
                        QCoreApplication::translate("Kernel", "%1 cannot be set on a running bond.").arg(option.key()));
        }
        if (!addOption(request, *spec, *option, indexOf))
            return badValue(option.key(), *option);
    }
    return {};
}

Result<void> addSlaveOption(Request &request, const QString &name, const QString &value)
{
    const OptionSpec *spec = findOption(name);
    if (!spec || spec->scope != OptionScope::Slave) {
        return fail(QStringLiteral("kernel.option.unknown"),
                    //: @error %1 option
                    QCoreApplication::translate("Kernel", "%1 is no option of a slave.").arg(name));
    }
    const auto number = numberOf(*spec, value);
    if (!number || !addNumber(request, *spec, *number))
        return badValue(name, value);
    return {};
}

QList<const OptionSpec *> bondOptionsAsApplied()
{
    QList<const OptionSpec *> options;
    for (const OptionSpec &spec : allOptions()) {
        if (spec.scope == OptionScope::Bond && spec.netlinkAttribute != 0)
            options.append(&spec);
    }
    std::sort(options.begin(), options.end(), [](const OptionSpec *one, const OptionSpec *other) {
        return one->netlinkAttribute < other->netlinkAttribute;
    });
    return options;
}

} // namespace bondwright::kernel::netlink
