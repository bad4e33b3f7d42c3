// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recording/record.h"

#include "kernel/recording/jsonfields.h"
#include "kernel/recording/statejson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace bondwright::kernel::recording
{

using namespace Qt::StringLiterals;

namespace
{

tl::unexpected<Error> badFormat()
{
    return fail(u"recording.format"_s,
                //: @error
                QCoreApplication::translate("Kernel", "This is no recording of Bondwright, or it is damaged."));
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<QJsonObject> objectOf(const QByteArray &line)
{
    if (line.size() > maximumLine)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(line);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

template <typename T>
QJsonArray arrayOf(const QList<T> &items)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(toJson(item));
    return array;
}

QJsonArray arrayOfNumbers(const QList<int> &numbers)
{
    QJsonArray array;
    for (int number : numbers)
        array.append(number);
    return array;
}

QList<int> numbersFrom(const QJsonValue &value)
{
    QList<int> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array) {
        if (const auto number = json::number<int>(item); number && numbers.size() < json::maximumItems)
            numbers.append(*number);
    }
    return numbers;
}

/// Adds the fields of each kind of content.
struct Writer {
    QJsonObject object;

    void operator()(std::monostate) { }
    void operator()(const Change &change)
    {
        object.insert(u"type"_s, change.isWhole ? u"state"_s : u"change"_s);
        object.insert(u"nics"_s, arrayOf(change.nics));
        object.insert(u"bonds"_s, arrayOf(change.bonds));
        if (change.isWhole) {
            object.insert(u"kernel"_s, change.kernelRelease);
            object.insert(u"bondingDriver"_s, change.bondingDriver);
        } else {
            object.insert(u"goneNics"_s, arrayOfNumbers(change.goneNics));
            object.insert(u"goneBonds"_s, arrayOfNumbers(change.goneBonds));
        }
    }
    void operator()(const BondEvent &event)
    {
        object.insert(u"type"_s, u"event"_s);
        object.insert(u"event"_s, toJson(event));
    }
    void operator()(const CounterSample &sample)
    {
        object.insert(u"type"_s, u"sample"_s);
        object.insert(u"interfaces"_s, toJson(sample.interfaces));
    }
    void operator()(const PingResult &ping)
    {
        object.insert(u"type"_s, u"ping"_s);
        object.insert(u"bond"_s, ping.bond);
        object.insert(u"target"_s, ping.target);
        object.insert(u"sequence"_s, qint64(ping.sequence));
        json::put(object, "rttNs"_L1, ping.rttNs);
    }
    void operator()(const Trouble &trouble)
    {
        object.insert(u"type"_s, u"trouble"_s);
        object.insert(u"message"_s, trouble.message);
    }
    void operator()(const End &end)
    {
        object.insert(u"type"_s, u"end"_s);
        object.insert(u"reason"_s, end.reason);
    }
};

/// Nothing of what cannot be a ping.
Content pingFrom(const QJsonObject &object)
{
    const auto sequence = json::number<quint32>(object[u"sequence"]);
    if (!sequence || !object[u"bond"].isString() || !object[u"target"].isString())
        return {};
    PingResult ping{json::text(object[u"bond"]), json::text(object[u"target"]), *sequence, std::nullopt};
    if (const auto rtt = json::number<qint64>(object[u"rttNs"]); rtt && *rtt >= 0 && *rtt <= json::maximumTime)
        ping.rttNs = rtt;
    return ping;
}

Change changeFrom(const QJsonObject &object, bool isWhole)
{
    Change change;
    change.isWhole = isWhole;
    const QJsonArray nics = object[u"nics"].toArray();
    for (const QJsonValue &item : nics) {
        if (auto nic = nicFromJson(item.toObject()); nic && change.nics.size() < json::maximumItems)
            change.nics.append(std::move(*nic));
    }
    const QJsonArray bonds = object[u"bonds"].toArray();
    for (const QJsonValue &item : bonds) {
        if (auto bond = bondFromJson(item.toObject()); bond && change.bonds.size() < json::maximumItems)
            change.bonds.append(std::move(*bond));
    }
    change.goneNics = numbersFrom(object[u"goneNics"]);
    change.goneBonds = numbersFrom(object[u"goneBonds"]);
    change.kernelRelease = json::text(object[u"kernel"]);
    change.bondingDriver = object[u"bondingDriver"].toBool();
    return change;
}

template <typename T>
void addDifferences(const QMap<int, T> &before, const QMap<int, T> &after, QList<T> &changed, QList<int> &gone)
{
    for (auto now = after.cbegin(); now != after.cend(); ++now) {
        const auto old = before.constFind(now.key());
        if (old == before.cend() || *old != *now)
            changed.append(*now);
    }
    for (auto old = before.keyBegin(); old != before.keyEnd(); ++old) {
        if (!after.contains(*old))
            gone.append(*old);
    }
}

} // namespace

QByteArray toLine(const Header &header)
{
    return lineOf({{u"format"_s, u"bondwright-recording"_s},
                   {u"version"_s, header.version},
                   {u"program"_s, header.program},
                   {u"wall"_s, header.wallTime.toUTC().toString(Qt::ISODateWithMs)}});
}

QByteArray toLine(const Record &record)
{
    Writer writer{QJsonObject{{u"t"_s, record.monotonicNs}}};
    std::visit(writer, record.content);
    return lineOf(writer.object);
}

Result<Header> headerFromLine(const QByteArray &line)
{
    const auto object = objectOf(line);
    if (!object || (*object)[u"format"] != u"bondwright-recording"_s)
        return badFormat();
    Header header;
    header.version = json::numberOr<int>((*object)[u"version"], 0);
    if (header.version < 1)
        return badFormat();
    if (header.version > version) {
        return fail(
            u"recording.version"_s,
            //: @error %1 number
            QCoreApplication::translate("Kernel", "The recording has format %1, which is newer than this program.")
                .arg(header.version),
            //: @info what to do
            QCoreApplication::translate("Kernel", "Use the program's current release."));
    }
    header.program = json::text((*object)[u"program"]);
    header.wallTime = QDateTime::fromString((*object)[u"wall"].toString(), Qt::ISODateWithMs).toUTC();
    return header;
}

Result<Record> recordFromLine(const QByteArray &line)
{
    const auto object = objectOf(line);
    return object ? recordFromObject(*object) : badFormat();
}

Result<Record> recordFromObject(const QJsonObject &object)
{
    if (!object[u"type"].isString())
        return badFormat();
    Record record;
    const auto time = json::number<qint64>(object[u"t"]);
    if (!time || *time < 0 || *time > json::maximumTime)
        return badFormat();
    record.monotonicNs = *time;
    const QString type = object[u"type"].toString();
    if (type == u"state" || type == u"change") {
        record.content = changeFrom(object, type == u"state");
    } else if (type == u"event") {
        const auto event = eventFromJson(object[u"event"].toObject());
        if (event)
            record.content = *event;
    } else if (type == u"sample") {
        record.content = CounterSample{*time, countersFromJson(object[u"interfaces"].toArray())};
    } else if (type == u"ping") {
        record.content = pingFrom(object);
    } else if (type == u"trouble") {
        record.content = Trouble{json::text(object[u"message"])};
    } else if (type == u"end") {
        record.content = End{json::text(object[u"reason"])};
    }
    return record;
}

Change differenceOf(const Snapshot &before, const Snapshot &after)
{
    Change change;
    addDifferences(before.nics, after.nics, change.nics, change.goneNics);
    addDifferences(before.bonds, after.bonds, change.bonds, change.goneBonds);
    return change;
}

Change wholeOf(const Snapshot &snapshot)
{
    Change change;
    change.isWhole = true;
    change.nics = snapshot.nics.values();
    change.bonds = snapshot.bonds.values();
    change.kernelRelease = snapshot.kernelRelease;
    change.bondingDriver = snapshot.bondingDriver;
    return change;
}

void applyTo(Snapshot &snapshot, const Change &change)
{
    if (change.isWhole) {
        snapshot = {};
        snapshot.kernelRelease = change.kernelRelease;
        snapshot.bondingDriver = change.bondingDriver;
    }
    for (int index : change.goneNics)
        snapshot.nics.remove(index);
    for (int index : change.goneBonds)
        snapshot.bonds.remove(index);
    for (const NicState &nic : change.nics)
        snapshot.nics.insert(nic.ifindex, nic);
    for (const BondState &bond : change.bonds)
        snapshot.bonds.insert(bond.ifindex, bond);
    snapshot.bondingDriver = snapshot.bondingDriver || !snapshot.bonds.isEmpty();
}

} // namespace bondwright::kernel::recording
