// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/wire.h"

#include <QDBusMetaType>

#include <algorithm>
#include <array>

namespace bondwright::helper::wire
{

using namespace Qt::StringLiterals;

void registerTypes()
{
    qDBusRegisterMetaType<MapList>();
}

QVariantMap mapFrom(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QVariantMap>())
        return value.toMap();
    if (value.metaType() == QMetaType::fromType<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == "a{sv}"_L1)
            return qdbus_cast<QVariantMap>(argument);
    }
    return {};
}

MapList mapsFrom(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<MapList>())
        return value.value<MapList>();
    if (value.metaType() == QMetaType::fromType<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == "aa{sv}"_L1)
            return qdbus_cast<MapList>(argument);
    }
    return {};
}

namespace
{

constexpr std::array sentenceMembers{
    "backend-reason"_L1, "message"_L1,      "advice"_L1,  "interruptions"_L1, "reason"_L1,
    "differences"_L1,    "manual-steps"_L1, "lasting"_L1, "text"_L1,
};

bool holdsSentence(const QVariantMap &map, const QString &member)
{
    const bool isFile = map.contains(u"path"_s); // whose text is data
    return !isFile && std::find(sentenceMembers.begin(), sentenceMembers.end(), member) != sentenceMembers.end();
}

QVariant changed(const QVariant &value, const std::function<QString(const QString &)> &change)
{
    if (value.typeId() == QMetaType::QString)
        return change(value.toString());
    QStringList texts;
    for (const QString &text : value.toStringList())
        texts.append(change(text));
    return texts;
}

} // namespace

QVariant withTexts(const QVariant &value, const std::function<QString(const QString &)> &change)
{
    if (value.typeId() == QMetaType::QVariantList) {
        QVariantList list = value.toList();
        for (QVariant &item : list)
            item = withTexts(item, change);
        return list;
    }
    if (const MapList maps = mapsFrom(value); !maps.isEmpty()) {
        MapList result;
        for (const QVariantMap &map : maps)
            result.append(withTexts(map, change).toMap());
        return QVariant::fromValue(result);
    }
    QVariantMap map = mapFrom(value);
    if (map.isEmpty())
        return value;
    for (auto it = map.begin(); it != map.end(); ++it)
        *it = holdsSentence(map, it.key()) ? changed(*it, change) : withTexts(*it, change);
    return map;
}

QVariantMap toMap(const Capabilities &value)
{
    return {
        {u"interface-version"_s, value.interfaceVersion},
        {u"helper-version"_s, value.helperVersion},
        {u"kernel-release"_s, value.kernelRelease},
        {u"os-name"_s, value.osName},
        {u"rhel-major"_s, value.rhelMajor},
        {u"bonding-driver"_s, value.bondingDriver},
        {u"networkmanager-running"_s, value.networkManagerRunning},
        {u"networkmanager-version"_s, value.networkManagerVersion},
        {u"network-service-enabled"_s, value.networkServiceEnabled},
        {u"backends"_s, backendNames(value.backends)},
        {u"backend-in-charge"_s, value.backendInCharge ? backendName(*value.backendInCharge) : QString()},
        {u"backend-reason"_s, value.backendReason},
        {u"unsupported-options"_s, value.unsupportedOptions},
    };
}

void fromMap(const QVariantMap &map, Capabilities &value)
{
    value.interfaceVersion = map.value(u"interface-version"_s).toUInt();
    value.helperVersion = map.value(u"helper-version"_s).toString();
    value.kernelRelease = map.value(u"kernel-release"_s).toString();
    value.osName = map.value(u"os-name"_s).toString();
    value.rhelMajor = map.value(u"rhel-major"_s).toInt();
    value.bondingDriver = map.value(u"bonding-driver"_s).toBool();
    value.networkManagerRunning = map.value(u"networkmanager-running"_s).toBool();
    value.networkManagerVersion = map.value(u"networkmanager-version"_s).toString();
    value.networkServiceEnabled = map.value(u"network-service-enabled"_s).toBool();
    for (const QString &name : map.value(u"backends"_s).toStringList()) {
        if (const auto backend = backendFromName(name))
            value.backends.append(*backend);
    }
    value.backendInCharge = backendFromName(map.value(u"backend-in-charge"_s).toString());
    value.backendReason = map.value(u"backend-reason"_s).toString();
    value.unsupportedOptions = map.value(u"unsupported-options"_s).toStringList();
}

QVariantMap toMap(const Configuration &value)
{
    QStringList plans;
    for (const BondPlan &plan : value.plans)
        plans.append(QString::fromUtf8(planToJson(plan)));
    MapList files;
    for (auto it = value.filesOfBond.cbegin(); it != value.filesOfBond.cend(); ++it) {
        for (const ConfiguredFile &file : it.value())
            files.append(
                {{u"bond"_s, it.key()}, {u"path"_s, file.path}, {u"text"_s, file.text}, {u"digest"_s, file.digest}});
    }
    return {{u"plans"_s, plans}, {u"files"_s, QVariant::fromValue(files)}, {u"digest"_s, value.digest}};
}

void fromMap(const QVariantMap &map, Configuration &value)
{
    for (const QString &json : map.value(u"plans"_s).toStringList()) {
        if (const auto parsed = planFromJson(json.toUtf8()))
            value.plans.append(parsed->plan);
    }
    for (const QVariantMap &file : mapsFrom(map.value(u"files"_s)))
        value.filesOfBond[file.value(u"bond"_s).toString()].append(
            {file.value(u"path"_s).toString(), file.value(u"text"_s).toString(), file.value(u"digest"_s).toString()});
    value.digest = map.value(u"digest"_s).toString();
}

QVariantMap toMap(const BackupInfo &value)
{
    return {{u"id"_s, value.id},
            {u"created-at"_s, value.createdAt.toMSecsSinceEpoch()},
            {u"reason"_s, value.reason},
            {u"paths"_s, value.paths},
            {u"intact"_s, value.intact}};
}

void fromMap(const QVariantMap &map, BackupInfo &value)
{
    value.id = map.value(u"id"_s).toString();
    value.createdAt = QDateTime::fromMSecsSinceEpoch(map.value(u"created-at"_s).toLongLong());
    value.reason = map.value(u"reason"_s).toString();
    value.paths = map.value(u"paths"_s).toStringList();
    value.intact = map.value(u"intact"_s).toBool();
}

} // namespace bondwright::helper::wire
