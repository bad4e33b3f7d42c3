// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/bondoptionwriter.h"

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
    const auto canonical = canonicalValue(spec, value);
    if (!canonical)
        return std::nullopt;
    const auto named = std::find_if(spec.names.cbegin(), spec.names.cend(),
                                    [&canonical](const OptionName &candidate) { return candidate.name == *canonical; });
    if (named != spec.names.cend())
        return named->number;
    bool ok = false;
    const qint64 number = canonical->toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool addNumber(Request &request, const BondOptionWire &wire, qint64 number)
{
    switch (wire.wire) {
    case Wire::U8:
        if (number < 0 || number > std::numeric_limits<quint8>::max())
            return false;
        request.addU8(wire.attribute, quint8(number));
        return true;
    case Wire::U16:
        if (number < 0 || number > std::numeric_limits<quint16>::max())
            return false;
        request.addU16(wire.attribute, quint16(number));
        return true;
    case Wire::U32:
        if (number < 0 || number > std::numeric_limits<quint32>::max())
            return false;
        request.addU32(wire.attribute, quint32(number));
        return true;
    case Wire::S32:
        if (number < std::numeric_limits<qint32>::min() || number > std::numeric_limits<qint32>::max())
            return false;
        request.addU32(wire.attribute, quint32(qint32(number)));
        return true;
    default:
        return false;
    }
}

/// An empty list empties the kernel's.
bool addAddresses(Request &request, const BondOptionWire &wire, const QString &value)
{
    const int family = wire.wire == Wire::Ip4List ? AF_INET : AF_INET6;
    request.beginNest(wire.attribute);
    quint16 index = 0;
    const QStringList addresses = value.split(u',', Qt::SkipEmptyParts);
    for (const QString &address : addresses) {
        std::array<std::byte, 16> bytes{};
        if (::inet_pton(family, address.trimmed().toLatin1().constData(), bytes.data()) != 1)
            return false;
        request.add(index++, Bytes(bytes).first(family == AF_INET ? 4 : 16));
    }
    request.endNest();
    return true;
}

bool addOption(Request &request, const BondOptionWire &wire, const OptionSpec &spec, const QString &value,
               const IndexOf &indexOf)
{
    switch (wire.wire) {
    case Wire::Ip4List:
    case Wire::Ip6List:
        return addAddresses(request, wire, value);
    case Wire::Mac: {
        const auto canonical = canonicalValue(spec, value);
        if (!canonical)
            return false;
        request.addBytes(wire.attribute, QByteArray::fromHex(canonical->toLatin1()));
        return true;
    }
    case Wire::IfIndex: {
        const int index = value.isEmpty() ? 0 : indexOf(value);
        if (index == 0 && !value.isEmpty())
            return false;
        request.addU32(wire.attribute, quint32(index));
        return true;
    }
    default: {
        const auto number = numberOf(spec, value);
        return number && addNumber(request, wire, *number);
    }
    }
}

} // namespace

Result<void> addBondOptions(Request &request, const QMap<QString, QString> &options, const IndexOf &indexOf)
{
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        const BondOptionWire *wire = bondOptionWire(option.key());
        const OptionSpec *spec = findOption(option.key());
        if (!wire || !spec) {
            return fail(QStringLiteral("kernel.option.unknown"),
                        //: @error %1 option
                        QCoreApplication::translate("Kernel", "%1 cannot be set on a running bond.").arg(option.key()));
        }
        if (!addOption(request, *wire, *spec, *option, indexOf))
            return badValue(option.key(), *option);
    }
    return {};
}

Result<void> addSlaveOption(Request &request, const QString &name, const QString &value)
{
    const auto wires = slaveOptionWires();
    const auto wire = std::find_if(wires.begin(), wires.end(), [&name](const auto &one) { return one.name == name; });
    const OptionSpec *spec = findOption(name);
    if (wire == wires.end() || !spec) {
        return fail(QStringLiteral("kernel.option.unknown"),
                    //: @error %1 option
                    QCoreApplication::translate("Kernel", "%1 is no option of a slave.").arg(name));
    }
    const auto number = numberOf(*spec, value);
    if (!number || !addNumber(request, *wire, *number))
        return badValue(name, value);
    return {};
}

} // namespace bondwright::kernel::netlink
