// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/busvalues.h"

#include "helperclient/wire.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstring>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

tl::unexpected<Error> malformed(const Method &method)
{
    return fail(u"helper.invalid"_s,
                QCoreApplication::translate("helper", "%1 was called with the wrong arguments.").arg(method.name));
}

tl::unexpected<Error> tooLong(QLatin1StringView argument)
{
    return fail(u"helper.invalid"_s,
                QCoreApplication::translate("helper", "The argument “%1” is too long.").arg(argument));
}

/// The text where the message stands, or nothing if it has more than maxSize UTF-16 units.
std::optional<QString> readText(sd_bus_message *message, int maxSize)
{
    const char *text = nullptr;
    if (sd_bus_message_read_basic(message, 's', &text) <= 0)
        return std::nullopt;
    constexpr size_t bytesOfUnit = 3; // UTF-8 takes no more for one UTF-16 unit
    if (::strnlen(text, size_t(maxSize) * bytesOfUnit + 1) > size_t(maxSize) * bytesOfUnit)
        return std::nullopt;
    QString result = QString::fromUtf8(text);
    return result.size() > maxSize ? std::nullopt : std::optional(result);
}

/// A variant's value, of the few types that requests know.
std::optional<QVariant> readOption(sd_bus_message *message)
{
    char type = 0;
    const char *contents = nullptr;
    if (sd_bus_message_peek_type(message, &type, &contents) <= 0 || type != 'v' || std::strlen(contents) != 1
        || sd_bus_message_enter_container(message, 'v', contents) <= 0)
        return std::nullopt;
    std::optional<QVariant> value;
    if (*contents == 's') {
        if (const auto text = readText(message, maxOptionText))
            value = *text;
    } else if (*contents == 'u') {
        if (uint32_t number = 0; sd_bus_message_read_basic(message, 'u', &number) > 0)
            value = quint32(number);
    } else if (*contents == 'b') {
        if (int isTrue = 0; sd_bus_message_read_basic(message, 'b', &isTrue) > 0)
            value = isTrue != 0;
    }
    if (!value || sd_bus_message_exit_container(message) < 0)
        return std::nullopt;
    return value;
}

std::optional<QVariantMap> readOptions(sd_bus_message *message, int maxSize)
{
    if (sd_bus_message_enter_container(message, 'a', "{sv}") <= 0)
        return std::nullopt;
    QVariantMap map;
    int entered = 0;
    int count = 0;
    while ((entered = sd_bus_message_enter_container(message, 'e', "sv")) > 0) {
        const auto name = ++count <= maxSize ? readText(message, maxOptionName) : std::nullopt;
        const auto value = name ? readOption(message) : std::nullopt;
        if (!value || sd_bus_message_exit_container(message) < 0)
            return std::nullopt;
        map.insert(*name, *value);
    }
    if (entered < 0 || sd_bus_message_exit_container(message) < 0)
        return std::nullopt;
    return map;
}

/// sd-bus refuses texts with code points that are no characters; files may hold them.
QByteArray busText(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const bool isPairEnd = QChar::isLowSurrogate(c) && i > 0 && text.at(i - 1).isHighSurrogate();
        const bool isLastOfPlane
            = isPairEnd ? (QChar::surrogateToUcs4(text.at(i - 1).unicode(), c) & 0xfffe) == 0xfffe : c >= 0xfffe;
        if (c == 0 || (c >= 0xfdd0 && c <= 0xfdef) || isLastOfPlane) {
            text[i] = QChar::ReplacementCharacter;
            if (isPairEnd)
                text[i - 1] = QChar::ReplacementCharacter;
        }
    }
    return text.toUtf8();
}

bool appendMap(sd_bus_message *message, const QVariantMap &map);

/// The D-Bus type of a value; null for others than wire::toMap() makes.
const char *typeOf(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<wire::MapList>())
        return "aa{sv}";
    switch (value.typeId()) {
    case QMetaType::QString:
        return "s";
    case QMetaType::Bool:
        return "b";
    case QMetaType::Int:
        return "i";
    case QMetaType::UInt:
        return "u";
    case QMetaType::LongLong:
        return "x";
    case QMetaType::QStringList:
        return "as";
    case QMetaType::QVariantMap:
        return "a{sv}";
    default:
        return nullptr;
    }
}

template <typename List, typename Append>
bool appendList(sd_bus_message *message, const char *type, const List &list, Append append)
{
    if (sd_bus_message_open_container(message, 'a', type) < 0)
        return false;
    for (const auto &item : list) {
        if (!append(item))
            return false;
    }
    return sd_bus_message_close_container(message) >= 0;
}

bool appendText(sd_bus_message *message, const QString &text)
{
    return sd_bus_message_append_basic(message, 's', busText(text).constData()) >= 0;
}

bool appendValue(sd_bus_message *message, const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<wire::MapList>())
        return appendList(message, "a{sv}", value.value<wire::MapList>(),
                          [message](const QVariantMap &map) { return appendMap(message, map); });
    switch (value.typeId()) {
    case QMetaType::QString:
        return appendText(message, value.toString());
    case QMetaType::Bool: {
        const int isTrue = value.toBool();
        return sd_bus_message_append_basic(message, 'b', &isTrue) >= 0;
    }
    case QMetaType::Int: {
        const int32_t number = value.toInt();
        return sd_bus_message_append_basic(message, 'i', &number) >= 0;
    }
    case QMetaType::UInt: {
        const uint32_t number = value.toUInt();
        return sd_bus_message_append_basic(message, 'u', &number) >= 0;
    }
    case QMetaType::LongLong: {
        const int64_t number = value.toLongLong();
        return sd_bus_message_append_basic(message, 'x', &number) >= 0;
    }
    case QMetaType::QStringList:
        return appendList(message, "s", value.toStringList(),
                          [message](const QString &text) { return appendText(message, text); });
    case QMetaType::QVariantMap:
        return appendMap(message, value.toMap());
    default:
        return false;
    }
}

bool appendMap(sd_bus_message *message, const QVariantMap &map)
{
    if (sd_bus_message_open_container(message, 'a', "{sv}") < 0)
        return false;
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        const char *type = typeOf(*it);
        if (!type || sd_bus_message_open_container(message, 'e', "sv") < 0 || !appendText(message, it.key())
            || sd_bus_message_open_container(message, 'v', type) < 0 || !appendValue(message, *it)
            || sd_bus_message_close_container(message) < 0 || sd_bus_message_close_container(message) < 0)
            return false;
    }
    return sd_bus_message_close_container(message) >= 0;
}

/// sd-bus makes answers only from calls. The real one may have held megabytes (in unknown header fields, too) and is gone:
/// this one has nothing but its sender and serial.
BusMessage makeStub(sd_bus *bus, const ReturnAddress &to)
{
    sd_bus_message *call = nullptr;
    if (sd_bus_message_new_method_call(bus, &call, nullptr, objectPath, interfaceName, "Call") < 0)
        return nullptr;
    BusMessage stub(call);
    if (sd_bus_message_set_sender(call, to.sender.constData()) < 0 || sd_bus_message_seal(call, to.serial, 0) < 0)
        return nullptr;
    return stub;
}

} // namespace

Result<QVariantList> readArguments(sd_bus_message *message, const Method &method)
{
    if (sd_bus_message_has_signature(message, method.signature().toLatin1().constData()) <= 0)
        return malformed(method);
    QVariantList arguments;
    for (const Argument &argument : method.in) {
        if (argument.type == "s"_L1) {
            const auto text = readText(message, argument.maxSize);
            if (!text)
                return tooLong(argument.name);
            arguments.append(*text);
        } else if (argument.type == "b"_L1) {
            int isTrue = 0;
            if (sd_bus_message_read_basic(message, 'b', &isTrue) <= 0)
                return malformed(method);
            arguments.append(isTrue != 0);
        } else if (argument.type == "u"_L1) {
            uint32_t number = 0;
            if (sd_bus_message_read_basic(message, 'u', &number) <= 0)
                return malformed(method);
            arguments.append(quint32(number));
        } else {
            const auto options = readOptions(message, argument.maxSize);
            if (!options)
                return malformed(method);
            arguments.append(*options);
        }
    }
    return arguments;
}

bool appendValues(sd_bus_message *message, const QVariantList &values)
{
    return std::all_of(values.cbegin(), values.cend(),
                       [message](const QVariant &value) { return appendValue(message, value); });
}

ReturnAddress returnAddress(sd_bus_message *call)
{
    ReturnAddress address;
    address.sender = sd_bus_message_get_sender(call);
    uint64_t serial = 0;
    if (sd_bus_message_get_cookie(call, &serial) >= 0)
        address.serial = serial;
    address.isExpected = sd_bus_message_get_expect_reply(call) > 0;
    return address;
}

BusMessage makeReply(sd_bus *bus, const ReturnAddress &to)
{
    const BusMessage stub = makeStub(bus, to);
    sd_bus_message *reply = nullptr;
    if (!stub || sd_bus_message_new_method_return(stub.get(), &reply) < 0)
        return nullptr;
    return BusMessage(reply);
}

BusMessage makeErrorReply(sd_bus *bus, const ReturnAddress &to, const QString &name, const QString &text)
{
    const BusMessage stub = makeStub(bus, to);
    const QByteArray errorName = name.toLatin1();
    const QByteArray message = busText(text);
    const sd_bus_error error{errorName.constData(), message.constData(), 0};
    sd_bus_message *reply = nullptr;
    if (!stub || sd_bus_message_new_method_error(stub.get(), &reply, &error) < 0)
        return nullptr;
    return BusMessage(reply);
}

} // namespace bondwright::helper
