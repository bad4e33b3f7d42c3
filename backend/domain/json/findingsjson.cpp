// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json/findingsjson.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright
{

QJsonArray findingsToJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings)
        array.append(QJsonObject{{u"severity"_s, severityName(finding.severity)},
                                 {u"scope"_s, finding.scope == FindingScope::Host ? u"host"_s : u"validity"_s},
                                 {u"code"_s, finding.code},
                                 {u"field"_s, finding.field},
                                 {u"message"_s, finding.message},
                                 {u"advice"_s, finding.advice}});
    return array;
}

QList<Finding> findingsFromJson(const QJsonValue &findings)
{
    constexpr qsizetype longest = 256;
    QList<Finding> read;
    for (const QJsonValue &value : findings.toArray()) {
        read.append({severityFromName(value[u"severity"_s].toString()).value_or(Severity::Error),
                     value[u"scope"_s].toString() == u"host" ? FindingScope::Host : FindingScope::Validity,
                     value[u"code"_s].toString(), value[u"field"_s].toString(), value[u"message"_s].toString(),
                     value[u"advice"_s].toString()});
    }
    if (read.size() > longest) {
        std::stable_sort(read.begin(), read.end(),
                         [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
        read.resize(longest);
    }
    return read;
}

} // namespace bondwright
