// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/bondsetting.h"

#include "domain/nametable.h"
#include "domain/options.h"
#include "domain/switchside.h"
#include "formats/findinglist.h"
#include "formats/nm/glib.h"
#include "formats/nm/newerkeys.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

QSet<QString> libnmOptions()
{
    QSet<QString> known;
    NMSetting *setting = nm_setting_bond_new();
    for (const char **name = nm_setting_bond_get_valid_options(NM_SETTING_BOND(setting)); *name; ++name)
        known.insert(QString::fromUtf8(*name));
    g_object_unref(setting);
    return known;
}

/// The option's own name, if this is an alias of it.
QString mainName(const QString &option)
{
    const OptionSpec *spec = findOption(option);
    return spec ? spec->name : option;
}

QString field(const QString &option)
{
    return u"options."_s + option;
}

QString unknownText(const QString &option)
{
    const OptionSpec *spec = findOption(option);
    const OptionSpelling *spelling = spec ? spellingOf(*spec, FileFormat::NetworkManager) : nullptr;
    const QString text
        = QCoreApplication::translate("formats", "The NetworkManager here does not know the option “%1”.").arg(option);
    return spelling ? text + u' '
            + QCoreApplication::translate("formats", "Version %1 was the first that did.").arg(spelling->since)
                    : text;
}

/// The kernel's names of the profile's options; two aliases of one option are one.
QMap<QString, QString> writtenOptions(NMSettingBond *s, const NewerKeys &newer, QStringList *unknown)
{
    QMap<QString, QString> written;
    const auto take = [&](const QString &name, const QString &value) {
        const OptionSpec *spec = findOption(name);
        if (spec && spec->scope == OptionScope::Bond)
            written.insert(spec->name, value);
        else if (name != QLatin1StringView(balanceSlbOption))
            unknown->append(name);
        else if (value == u"1")
            written.insert(name, value);
    };
    for (guint i = 0; i < nm_setting_bond_get_num_options(s); ++i) {
        const char *name = nullptr;
        const char *value = nullptr;
        if (nm_setting_bond_get_option(s, i, &name, &value))
            take(QString::fromUtf8(name), QString::fromUtf8(value));
    }
    for (auto it = newer.cbegin(); it != newer.cend(); ++it) {
        if (const QString name = it.key().section(u'.', 1); it.key() == newerBondOption(name))
            take(name, it.value());
    }
    return written;
}

/// NetworkManager takes a list with blanks, a comma at its end, or the same entry twice.
QString tidyList(const QString &value)
{
    QStringList entries;
    for (const QString &entry : value.split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = entry.trimmed(); !trimmed.isEmpty() && !entries.contains(trimmed))
            entries.append(trimmed);
    }
    return entries.join(u',');
}

QString canonicalText(const OptionSpec &spec, const QString &value)
{
    const bool isList = spec.kind == OptionKind::Ip4List || spec.kind == OptionKind::Ip6List;
    const QString text = isList ? tidyList(value) : value;
    return canonicalValue(spec, text).value_or(text);
}

/// Takes out what does not reach the driver.
void applyMonitoring(BondSetting *setting)
{
    BondOptions &options = setting->options;
    const auto number = [&options](const QString &name) { return options.value(name).toInt(); };
    const bool asksForArp = number(u"arp_interval"_s) > 0;
    if (!options.contains(u"miimon"_s) && !asksForArp) {
        options.insert(u"miimon"_s, u"100"_s);
        setting->isMonitoringImplied = true;
    }
    int miimon = number(u"miimon"_s);
    if (miimon > 0 && asksForArp) {
        for (const QString &name : {u"arp_interval"_s, u"arp_ip_target"_s})
            setting->overruled += options.take(name).isEmpty() ? QStringList() : QStringList(name);
    }
    // NetworkManager 1.42 passes miimon on only if arp_validate is not set (nm-device-bond.c, miimon_has).
    const bool isArpInForce = miimon == 0 && asksForArp;
    if (!isArpInForce && options.arpValidate() != ArpValidate::None) {
        setting->overruled.append(u"miimon"_s);
        options.insert(u"miimon"_s, u"0"_s);
        miimon = 0;
    }
    for (const QString &name : BondOptions::delayNames()) {
        if (miimon == 0 && number(name) > 0)
            setting->overruled.append(name);
    }
    options.settleDelays();
    if (isArpInForce)
        options.remove(u"miimon"_s);
}

void removeOption(Profile &profile, const QString &option)
{
    NMSettingBond *s = nm_connection_get_setting_bond(profile.connection.get());
    const OptionSpec *spec = findOption(option);
    for (const QString &name : QStringList{option} + (spec ? spec->aliases : QStringList())) {
        nm_setting_bond_remove_option(s, name.toUtf8().constData());
        profile.newer.remove(newerBondOption(name));
    }
    if (option == u"primary")
        nm_setting_bond_remove_option(s, NM_SETTING_BOND_OPTION_ACTIVE_SLAVE);
}

} // namespace

std::optional<QString> textForLibnm(const QString &name, const QString &value)
{
    const auto takes = [&](const QString &text) {
        return nm_setting_bond_validate_option(name.toUtf8().constData(), text.toUtf8().constData());
    };
    if (takes(value))
        return value;
    if (const OptionSpec *spec = findOption(name)) {
        const auto number = valueIn(spec->names, canonicalValue(*spec, value).value_or(QString()));
        if (number && takes(QString::number(*number)))
            return QString::number(*number);
    }
    return std::nullopt;
}

BondSetting readBondSetting(const Profile &profile)
{
    BondSetting result;
    NMSettingBond *s = nm_connection_get_setting_bond(profile.connection.get());
    if (!s)
        return result;
    QMap<QString, QString> written = writtenOptions(s, profile.newer, &result.unknown);
    result.mode = modeFromText(written.take(u"mode"_s)).value_or(Mode::BalanceRr);
    if (const QString active = written.take(u"active_slave"_s); !active.isEmpty() && !written.contains(u"primary"_s))
        written.insert(u"primary"_s, active);
    for (auto it = written.cbegin(); it != written.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        result.options.insert(it.key(), spec ? canonicalText(*spec, it.value()) : it.value());
    }
    if (result.options.contains(QLatin1StringView(balanceSlbOption)))
        result.options.insert(u"xmit_hash_policy"_s, u"vlan+srcmac"_s);
    applyMonitoring(&result);
    return result;
}

void writeBondSetting(Profile &profile, const BondPlan &plan, QList<Finding> *findings)
{
    NMSettingBond *s = nm_connection_get_setting_bond(profile.connection.get());
    const bool isNew = !s;
    if (isNew) {
        s = NM_SETTING_BOND(nm_setting_bond_new());
        nm_connection_add_setting(profile.connection.get(), NM_SETTING(s));
    }
    // A new profile names every option; an existing one need not name what NetworkManager does anyway.
    const BondSetting old = isNew ? BondSetting() : readBondSetting(profile);
    // An overruled option would take effect again with the other monitoring.
    if (old.options.value(u"miimon"_s) != plan.options.value(u"miimon"_s)) {
        for (const QString &name : old.overruled)
            removeOption(profile, name);
    }
    QStringList wanted;
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it)
        wanted.append(mainName(it.key()));
    for (auto it = old.options.cbegin(); it != old.options.cend(); ++it) {
        if (!wanted.contains(it.key()))
            removeOption(profile, it.key());
    }
    if (old.mode != plan.mode || !nm_setting_bond_get_option_by_name(s, "mode"))
        nm_setting_bond_add_option(s, "mode", kernelName(plan.mode).toUtf8().constData());
    static const QSet<QString> known = libnmOptions();
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
        if (it.key() == u"active_slave") {
            findings->append(
                finding(Severity::Advice, u"nm.runtime-option"_s, field(it.key()),
                        QCoreApplication::translate("formats", "“%1” is a runtime-only setting and is not stored.")
                            .arg(it.key()),
                        QCoreApplication::translate("formats", "Set “primary” to prefer a NIC for good.")));
            continue;
        }
        if (!known.contains(it.key()) && profile.newer.contains(newerBondOption(it.key()))) {
            if (old.options.value(mainName(it.key())) != it.value())
                profile.newer.insert(newerBondOption(it.key()), it.value());
            continue;
        }
        if (!known.contains(it.key())) {
            findings->append(
                finding(Severity::Error, u"nm.option-unknown"_s, field(it.key()), unknownText(it.key()),
                        QCoreApplication::translate(
                            "formats", "Leave it out, or take a newer NetworkManager or the ifcfg format.")));
            continue;
        }
        const auto text = textForLibnm(it.key(), it.value());
        if (!text) {
            findings->append(
                finding(Severity::Error, u"nm.option-value"_s, field(it.key()),
                        QCoreApplication::translate("formats", "NetworkManager does not take “%1” for the option “%2”.")
                            .arg(it.value(), it.key()),
                        QCoreApplication::translate("formats", "Choose another value, or leave the option out.")));
            continue;
        }
        if (old.options.value(mainName(it.key())) != it.value()) {
            removeOption(profile, it.key());
            nm_setting_bond_add_option(s, it.key().toUtf8().constData(), text->toUtf8().constData());
        }
    }
}

QList<Finding> lostOptions(const Profile &normalized, const BondPlan &plan, const QList<Finding> &alreadyReported)
{
    QList<Finding> findings;
    const BondSetting stored = readBondSetting(normalized);
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
        const bool isReported = std::any_of(alreadyReported.cbegin(), alreadyReported.cend(),
                                            [&](const Finding &f) { return f.field == field(it.key()); });
        const OptionSpec *spec = findOption(it.key());
        const QString wanted = spec ? canonicalValue(*spec, it.value()).value_or(it.value()) : it.value();
        if (isReported || stored.options.value(mainName(it.key())) == wanted)
            continue;
        findings.append(finding(
            Severity::Error, u"nm.option-dropped"_s, field(it.key()),
            QCoreApplication::translate("formats", "NetworkManager would silently drop “%1” here.").arg(it.key()),
            QCoreApplication::translate("formats",
                                        "It does not go with the mode or with another option: leave it out.")));
    }
    return findings;
}

QStringList optionsUnknownToLibnm()
{
    const QSet<QString> known = libnmOptions();
    QStringList unknown;
    for (const OptionSpec &spec : allOptions()) {
        if (spec.scope == OptionScope::Bond && !known.contains(spec.name))
            unknown.append(spec.name);
    }
    if (!libnmKnowsPortPriority())
        unknown.append(u"prio"_s);
    return unknown;
}

bool libnmKnowsPortPriority()
{
    NMSetting *setting = nm_setting_bond_port_new();
    const bool isKnown = g_object_class_find_property(G_OBJECT_GET_CLASS(setting), "prio");
    g_object_unref(setting);
    return isKnown;
}

QString libnmVersion()
{
    const guint version = nm_utils_version();
    return u"%1.%2.%3"_s.arg(version >> 16).arg(version >> 8 & 0xff).arg(version & 0xff);
}

} // namespace bondwright::formats::nm
