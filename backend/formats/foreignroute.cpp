// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/foreignroute.h"

#include "formats/findinglist.h"

#include <QCoreApplication>

namespace bondwright::formats
{

namespace
{

constexpr qsizetype maxText = 120;

QString itStays()
{
    return QCoreApplication::translate("formats", "It stays as it is in changes of this file.");
}

} // namespace

quint32 rankOf(IpAddress::Family family, std::optional<quint32> metric)
{
    constexpr quint32 usualV6 = 1024; // IP6_RT_PRIO_USER
    return metric.value_or(family == IpAddress::Family::V6 ? usualV6 : 0);
}

Finding foreignRoute(const QString &code, const QString &place, const QString &route, WhyForeign why)
{
    const QString text = route.left(maxText);
    if (why == WhyForeign::Table)
        return foreignRouting(code, place, text);
    if (why == WhyForeign::Outranked)
        return finding(Severity::Warning, code, place,
                       QCoreApplication::translate("formats", "“%1” is not shown: %2.")
                           .arg(text, QCoreApplication::translate("formats", "there is another default route")),
                       itStays());
    return finding(
        Severity::Warning, code, place,
        QCoreApplication::translate("formats", "The route “%1” is not shown: a plan cannot say its attributes.")
            .arg(text),
        itStays());
}

Finding foreignRouting(const QString &code, const QString &place, const QString &text)
{
    return finding(
        Severity::Warning, code, place,
        QCoreApplication::translate("formats", "“%1” is not shown: a plan says only routes of the main table.")
            .arg(text.left(maxText)),
        itStays());
}

} // namespace bondwright::formats
