// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/bondoptions.h"

#include "domain/nametable.h"
#include "domain/options.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright
{

QString xmitPolicyName(XmitPolicy policy)
{
    return nameIn(findOption(u"xmit_hash_policy")->names, int(policy));
}

bool BondOptions::isSet(QStringView option) const
{
    const OptionSpec *spec = findOption(option);
    return spec
        && (contains(spec->name)
            || std::any_of(spec->aliases.begin(), spec->aliases.end(),
                           [this](const QString &alias) { return contains(alias); }));
}

QString BondOptions::effective(QStringView option) const
{
    const OptionSpec *spec = findOption(option);
    if (!spec)
        return {};
    for (const QString &name : QStringList{spec->name} + spec->aliases) {
        if (const auto it = constFind(name); it != cend())
            return canonicalValue(*spec, *it).value_or(spec->defaultValue);
    }
    return spec->defaultValue;
}

std::int64_t BondOptions::number(QStringView option) const
{
    const QString value = effective(option);
    const OptionSpec *spec = findOption(option);
    const auto named = spec ? valueIn(spec->names, value) : std::nullopt;
    return named ? *named : value.toLongLong();
}

QStringList BondOptions::arpTargets() const
{
    return effective(u"arp_ip_target").split(u',', Qt::SkipEmptyParts)
        + effective(u"ns_ip6_target").split(u',', Qt::SkipEmptyParts);
}

const QStringList &BondOptions::delayNames()
{
    static const QStringList names{u"updelay"_s, u"downdelay"_s, u"peer_notif_delay"_s};
    return names;
}

void BondOptions::settleDelays()
{
    const std::int64_t pace = miimon().count();
    for (const QString &name : delayNames()) {
        const auto it = find(name);
        if (it == end())
            continue;
        const std::int64_t delay = it->toLongLong();
        if (pace <= 0)
            erase(it);
        else if (delay % pace != 0)
            *it = QString::number(delay / pace * pace);
    }
}

std::chrono::milliseconds BondOptions::detectionTime() const
{
    // bond_miimon_inspect: the link goes just after a look, is seen at the next, and downdelay starts then.
    if (monitorsByMii())
        return miimon() + downdelay();
    // bond_time_in_interval: down at the first look, one per interval, that finds the last frame more than
    // arp_missed_max intervals and a half old.
    return arpInterval() * (2 * number(u"arp_missed_max") + 3) / 2;
}

BondOptions BondOptions::canonical() const
{
    BondOptions result;
    for (auto it = cbegin(); it != cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        if (!spec)
            result.insert(it.key(), *it);
        else if (it.key() == spec->name || !contains(spec->name))
            result.insert(spec->name, canonicalValue(*spec, *it).value_or(*it));
    }
    return result;
}

} // namespace bondwright
