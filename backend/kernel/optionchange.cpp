// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/optionchange.h"

#include "domain/options.h"

#include <algorithm>
#include <array>

namespace bondwright::kernel
{

using namespace Qt::StringLiterals;

namespace
{

// Kept by the driver as multiples of miimon; without miimon it takes none of them, not even 0
// (bond_option_updelay_set and its like).
constexpr std::array delays{QStringView(u"updelay"), QStringView(u"downdelay"), QStringView(u"peer_notif_delay")};

QString comparable(const OptionSpec &spec, const QString &text)
{
    const QString canonical = canonicalValue(spec, text).value_or(text.trimmed());
    if (spec.kind != OptionKind::Ip4List && spec.kind != OptionKind::Ip6List)
        return canonical;
    QStringList parts = canonical.split(u',', Qt::SkipEmptyParts);
    parts.sort();
    return parts.join(u',');
}

bool isDelay(QStringView option)
{
    return std::find(delays.begin(), delays.end(), option) != delays.end();
}

} // namespace

bool isSameOptionValue(const QString &option, const QString &one, const QString &other)
{
    const OptionSpec *spec = findOption(option);
    return spec ? comparable(*spec, one) == comparable(*spec, other) : one == other;
}

QList<QMap<QString, QString>> optionMessages(const BondOptions &running, const BondOptions &wanted)
{
    // The driver keeps one kind of monitoring: it ends the other when one begins.
    const bool keepsMiimon = !wanted.isSet(u"miimon") && !wanted.monitorsByArp();
    const std::chrono::milliseconds miimon = keepsMiimon ? running.miimon() : wanted.miimon();
    const bool hasMiimon = miimon > std::chrono::milliseconds::zero();
    QMap<QString, QString> first;
    QMap<QString, QString> rest;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const bool isAsWanted = running.contains(it.key()) && isSameOptionValue(it.key(), *it, running.value(it.key()));
        if (isDelay(it.key())) {
            if (hasMiimon && (!isAsWanted || miimon != running.miimon()))
                rest.insert(it.key(), *it);
            else if (!hasMiimon && !isAsWanted && wanted.number(it.key()) == 0)
                first.insert(it.key(), *it); // while miimon is still set
        } else if (!isAsWanted) {
            rest.insert(it.key(), *it);
        }
    }
    QList<QMap<QString, QString>> messages{first, rest};
    messages.removeIf([](const QMap<QString, QString> &message) { return message.isEmpty(); });
    return messages;
}

} // namespace bondwright::kernel
