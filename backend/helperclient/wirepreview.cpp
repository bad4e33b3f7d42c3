// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/wire.h"

namespace bondwright::helper::wire
{

using namespace Qt::StringLiterals;

QVariantMap toMap(const FileDiff &value)
{
    return {{u"path"_s, value.path},       {u"old-text"_s, value.oldText}, {u"new-text"_s, value.newText},
            {u"existed"_s, value.existed}, {u"removed"_s, value.removed},  {u"unified"_s, value.unified}};
}

void fromMap(const QVariantMap &map, FileDiff &value)
{
    value.path = map.value(u"path"_s).toString();
    value.oldText = map.value(u"old-text"_s).toString();
    value.newText = map.value(u"new-text"_s).toString();
    value.existed = map.value(u"existed"_s).toBool();
    value.removed = map.value(u"removed"_s).toBool();
    value.unified = map.value(u"unified"_s).toString();
}

QVariantMap toMap(const neighbours::HeardFrame &value)
{
    return {{u"nic"_s, value.nic}, {u"frame"_s, QString::fromLatin1(value.bytes.toHex())}};
}

void fromMap(const QVariantMap &map, neighbours::HeardFrame &value)
{
    value.nic = map.value(u"nic"_s).toString();
    const QString digits = map.value(u"frame"_s).toString();
    value.bytes = QByteArray::fromHex(digits.left(2 * neighbours::HeardFrame::maxSize).toLatin1());
}

QVariantMap toMap(const Finding &value)
{
    return {{u"severity"_s, severityName(value.severity)},
            {u"host"_s, value.scope == FindingScope::Host},
            {u"code"_s, value.code},
            {u"field"_s, value.field},
            {u"message"_s, value.message},
            {u"advice"_s, value.advice}};
}

void fromMap(const QVariantMap &map, Finding &value)
{
    value.severity = severityFromName(map.value(u"severity"_s).toString()).value_or(Severity::Error);
    value.scope = map.value(u"host"_s).toBool() ? FindingScope::Host : FindingScope::Validity;
    value.code = map.value(u"code"_s).toString();
    value.field = map.value(u"field"_s).toString();
    value.message = map.value(u"message"_s).toString();
    value.advice = map.value(u"advice"_s).toString();
}

QVariantMap toMap(const Preview &value)
{
    return {{u"findings"_s, QVariant::fromValue(toMaps(value.findings))},
            {u"files"_s, QVariant::fromValue(toMaps(value.files))},
            {u"digest"_s, value.digest},
            {u"backend"_s, value.backend ? backendName(*value.backend) : QString()},
            {u"interruptions"_s, value.interruptions}};
}

void fromMap(const QVariantMap &map, Preview &value)
{
    value.findings = fromMaps<Finding>(mapsFrom(map.value(u"findings"_s)));
    value.files = fromMaps<FileDiff>(mapsFrom(map.value(u"files"_s)));
    value.digest = map.value(u"digest"_s).toString();
    value.backend = backendFromName(map.value(u"backend"_s).toString());
    value.interruptions = map.value(u"interruptions"_s).toStringList();
}

} // namespace bondwright::helper::wire
