// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/bondingopts.h"

#include "domain/options.h"
#include "formats/findinglist.h"
#include "formats/words.h"

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

bool isSet(const BondingOpts &opts, const char *option)
{
    return opts.options.value(QString::fromLatin1(option)).toLongLong() > 0;
}

bool usesMiimonOnly(Mode mode)
{
    return mode == Mode::Ieee8023ad || mode == Mode::BalanceTlb || mode == Mode::BalanceAlb;
}

Finding note(const QString &code, const QString &message, const QString &advice = {})
{
    return finding(Severity::Warning, code, {}, message, advice);
}

/// Both monitors in one text: the later one switches the earlier one off.
void settleMonitors(BondingOpts *opts, Mode mode, bool isByService, QList<Finding> *notes)
{
    if (!isSet(*opts, "miimon") || !isSet(*opts, "arp_interval"))
        return;
    const bool isArp = isByService && !usesMiimonOnly(mode);
    const QString loser = isArp ? u"miimon"_s : u"arp_interval"_s;
    notes->append(
        note(u"ifcfg.both-monitors"_s,
             QCoreApplication::translate("formats", "miimon and arp_interval exclude each other: %1 is without effect.")
                 .arg(loser),
             QCoreApplication::translate("formats", "Take %1 out.").arg(loser)));
    opts->options.remove(loser);
    if (!isByService) {
        for (const QString &option : {u"arp_ip_target"_s, u"arp_validate"_s, u"arp_all_targets"_s})
            opts->options.remove(option);
    }
}

/// The monitoring that applies where none is written.
void assumeMonitor(BondingOpts *opts, Mode mode, bool isByService, const Dialect &dialect, QList<Finding> *notes)
{
    const auto assume = [&](const QString &message, const QString &advice) {
        opts->options.insert(u"miimon"_s, u"100"_s);
        notes->append(finding(Severity::Advice, u"ifcfg.miimon-assumed"_s, {}, message, advice));
    };
    const bool isMonitored = isSet(*opts, "miimon") || isSet(*opts, "arp_interval");
    // nm_setting_bond_get_option_normalized(): not where miimon=0 is written, nor beside arp_validate.
    const bool isManaged = !isByService && !dialect.isAssumed && !opts->options.contains(u"miimon"_s)
        && opts->options.arpValidate() == ArpValidate::None;
    if (usesMiimonOnly(mode) && !isSet(*opts, "miimon") && dialect.release >= 7)
        assume(QCoreApplication::translate("formats", "The driver takes miimon=100 by itself in mode %1.")
                   .arg(kernelName(mode)),
               QCoreApplication::translate("formats", "Write it down: older kernels do not."));
    else if (!isMonitored && isManaged)
        assume(QCoreApplication::translate("formats",
                                           "No link monitoring is written down; NetworkManager takes miimon=100."),
               QCoreApplication::translate("formats", "Write miimon=100 to make it visible."));
}

/// What stays without miimon or with another value than asked for.
void settleDelays(BondingOpts *opts, QList<Finding> *notes)
{
    const BondOptions written = opts->options;
    opts->options.settleDelays();
    for (const QString &name : BondOptions::delayNames()) {
        const qint64 delay = written.value(name).toLongLong();
        const QString settled = opts->options.value(name);
        if (settled.isEmpty() && delay > 0)
            notes->append(
                note(u"ifcfg.delay-alone"_s,
                     QCoreApplication::translate("formats", "%1 is without effect: there is no miimon.").arg(name)));
        else if (!settled.isEmpty() && settled.toLongLong() != delay)
            notes->append(
                note(u"ifcfg.delay-rounded"_s,
                     QCoreApplication::translate("formats", "The driver rounds %1 down to %2, a multiple of miimon.")
                         .arg(name, settled)));
    }
}

void dropUnaccepted(BondingOpts *opts, Mode mode, const QStringList &slaves, QList<Finding> *notes)
{
    for (auto it = opts->options.begin(); it != opts->options.end();) {
        const bool isNoSlave = it.key() == u"primary" && !it->isEmpty() && !slaves.contains(*it);
        if (isNoSlave)
            notes->append(
                note(u"ifcfg.primary"_s,
                     QCoreApplication::translate("formats", "primary=%1 is without effect: it is no slave of the bond.")
                         .arg(*it)));
        else if (!acceptsMode(*findOption(it.key()), mode))
            notes->append(
                note(u"ifcfg.option-refused"_s,
                     QCoreApplication::translate("formats", "The driver refuses %1 in mode %2: it is without effect.")
                         .arg(it.key(), kernelName(mode))));
        else if (!it->isEmpty()) {
            ++it;
            continue;
        }
        it = opts->options.erase(it);
    }
}

/// The scripts write what begins with a sign as it is, and the driver takes one address behind it.
QString withoutSign(const QString &targets)
{
    return (targets.startsWith(u'+') ? targets.mid(1) : targets).split(u',', Qt::SkipEmptyParts).join(u',');
}

/// NetworkManager's handle_bond_option()
QString withoutSigns(QString targets)
{
    static const QRegularExpression signs(u"[-+'\"]"_s);
    return targets.remove(signs).split(u',', Qt::SkipEmptyParts).join(u',');
}

} // namespace

BondingOpts readBondingOpts(const QString &text, Reader reader)
{
    BondingOpts result;
    QStringList targets;
    for (const QString &word : wordsOf(text, u" \t\n")) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', -1);
        const OptionSpec *spec = word.contains(u'=') ? findOption(key) : nullptr;
        if (key == u"mode" && spec && modeFromText(value)) {
            result.mode = modeFromText(value);
        } else if (key == u"arp_ip_target" && spec) {
            const bool isManaged = reader == Reader::NetworkManager;
            const auto plain = canonicalValue(*spec, isManaged ? withoutSigns(value) : withoutSign(value));
            if (plain)
                targets = (isManaged ? QStringList() : targets) + plain->split(u',', Qt::SkipEmptyParts);
            else
                result.foreign.append(word);
        } else if (spec && key != u"mode" && spec->scope == OptionScope::Bond && canonicalValue(*spec, value)) {
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

BondingOpts readModuleParameters(const QStringList &words)
{
    BondingOpts result = readBondingOpts(words.join(u' '));
    result.foreign.removeIf([](const QString &word) {
        const OptionSpec *spec = findOption(word.section(u'=', 0, 0));
        return spec && spec->scope == OptionScope::Module && canonicalValue(*spec, word.section(u'=', 1));
    });
    return result;
}

BondingOpts settle(const BondingOpts &module, const BondingOpts &own, const QStringList &slaves, bool isByService,
                   const Dialect &dialect, QList<Finding> *notes)
{
    const Mode mode = own.mode.value_or(module.mode.value_or(Mode::BalanceRr));
    BondingOpts lower = module;
    BondingOpts upper = own;
    settleMonitors(&lower, mode, false, notes); // the module keeps miimon: bond_check_params()
    settleMonitors(&upper, mode, isByService, notes);
    // Setting one monitor switches the other one off.
    if (isSet(upper, "miimon"))
        lower.options.remove(u"arp_interval"_s);
    if (isSet(upper, "arp_interval") && !usesMiimonOnly(mode))
        lower.options.remove(u"miimon"_s);
    BondingOpts result{mode, lower.options, own.foreign};
    result.options.insert(upper.options);
    dropUnaccepted(&result, mode, slaves, notes);
    assumeMonitor(&result, mode, isByService, dialect, notes);
    settleDelays(&result, notes);
    return result;
}

QString writeBondingOpts(const BondPlan &plan, const Dialect &dialect, const BondingOpts &module,
                         const QStringList &foreign, QList<Finding> *findings)
{
    QMap<QString, QString> options = plan.options;
    for (auto it = module.options.cbegin(); it != module.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        const bool isMonitor = it.key() == u"miimon" || it.key() == u"arp_interval"; // the plan's own switches it off
        if (!options.contains(it.key()) && !isMonitor && !spec->defaultValue.isEmpty() && acceptsMode(*spec, plan.mode))
            options.insert(it.key(), spec->defaultValue);
    }
    QStringList keys = options.keys();
    std::stable_sort(keys.begin(), keys.end(),
                     [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
    QStringList words{u"mode="_s + modeText(plan.mode, dialect)};
    for (const QString &key : std::as_const(keys)) {
        const QString field = u"options."_s + key;
        const OptionSpec *spec = findOption(key);
        const auto value
            = spec && spec->scope == OptionScope::Bond ? canonicalValue(*spec, options.value(key)) : std::nullopt;
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
                QCoreApplication::translate("formats", "“%1” is a runtime-only setting and is not stored.").arg(key),
                QCoreApplication::translate("formats", "Set “primary” to prefer a NIC for good.")));
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
