// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/bondingopts.h"

#include "domain/options.h"
#include "formats/findinglist.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// First these, in this order; primary comes last because it names a slave.
constexpr std::array firstOnes{"miimon"_L1,  "arp_ip_target"_L1, "arp_interval"_L1,    "arp_validate"_L1,
                               "updelay"_L1, "downdelay"_L1,     "peer_notif_delay"_L1};

int rankOf(const QString &option)
{
    if (option == u"primary")
        return 100;
    const auto it = std::find_if(firstOnes.begin(), firstOnes.end(), [&](QLatin1StringView s) { return option == s; });
    return it == firstOnes.end() ? 50 : int(it - firstOnes.begin());
}

/// No glob, no quote, no blank, no way out of /sys/class/net/BOND/bonding: the scripts write
/// "echo VALUE > …/bonding/KEY" without quotes.
bool isSafeWord(const QString &word)
{
    static const QRegularExpression safe(u"^[a-z][a-z0-9_]*=[A-Za-z0-9_.:,+-]*$"_s);
    return safe.match(word).hasMatch();
}

QString modeText(Mode mode, const Dialect &dialect)
{
    return dialect.numericMode() ? QString::number(int(mode)) : kernelName(mode);
}

} // namespace

BondingOpts readBondingOpts(const QString &text)
{
    static const QRegularExpression blanks(u"[ \t\n]+"_s);
    BondingOpts result;
    QStringList targets;
    for (const QString &word : text.split(blanks, Qt::SkipEmptyParts)) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', -1);
        const OptionSpec *spec = word.contains(u'=') ? findOption(key) : nullptr;
        if (key == u"mode" && spec && modeFromText(value)) {
            result.mode = modeFromText(value);
        } else if (key == u"arp_ip_target" && spec) {
            const QString plain = value.startsWith(u'+') ? value.mid(1) : value;
            if (canonicalValue(*spec, plain))
                targets += canonicalValue(*spec, plain)->split(u',', Qt::SkipEmptyParts);
            else
                result.foreign.append(word);
        } else if (spec && spec->scope == OptionScope::Bond && canonicalValue(*spec, value)) {
            result.options.insert(key, *canonicalValue(*spec, value));
        } else {
            result.foreign.append(word);
        }
    }
    targets.removeDuplicates();
    if (!targets.isEmpty())
        result.options.insert(u"arp_ip_target"_s, targets.join(u','));
    return result;
}

QString writeBondingOpts(const BondPlan &plan, const Dialect &dialect, const QStringList &foreign,
                         QList<Finding> *findings)
{
    QStringList keys = plan.options.keys();
    std::stable_sort(keys.begin(), keys.end(),
                     [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
    QStringList words{u"mode="_s + modeText(plan.mode, dialect)};
    for (const QString &key : std::as_const(keys)) {
        const QString field = u"options."_s + key;
        const OptionSpec *spec = findOption(key);
        const auto value
            = spec && spec->scope == OptionScope::Bond ? canonicalValue(*spec, plan.options.value(key)) : std::nullopt;
        const QString word = key + u'=' + value.value_or(QString());
        if (!value || !isSafeWord(word)) {
            findings->append(finding(
                Severity::Error, u"ifcfg.option"_s, field,
                QCoreApplication::translate("formats", "“%1” with this value is not an option of the driver.").arg(key),
                QCoreApplication::translate("formats", "“bondctl options” lists them.")));
            continue;
        }
        if (key == u"active_slave") {
            findings->append(finding(
                Severity::Advice, u"ifcfg.runtime-option"_s, field,
                QCoreApplication::translate("formats", "“%1” is a matter of the moment and is not stored.").arg(key),
                QCoreApplication::translate("formats", "Set “primary” to prefer a card for good.")));
            continue;
        }
        if (const auto problem = optionFinding(dialect, *spec)) {
            findings->append(*problem);
            if (problem->severity == Severity::Error)
                continue;
        }
        words.append(word);
    }
    for (const QString &word : foreign) {
        if (isSafeWord(word))
            words.append(word);
        else
            findings->append(finding(
                Severity::Warning, u"ifcfg.unsafe-word"_s, u"options"_s,
                QCoreApplication::translate("formats", "“%1” in BONDING_OPTS is not safe and is dropped.").arg(word)));
    }
    return words.join(u' ');
}

} // namespace bondwright::formats::ifcfg
