// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/bondsetting.h"

#include "domain/options.h"
#include "formats/findinglist.h"
#include "formats/nm/glib.h"

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

/// libnm wants some switches as numbers where the kernel also takes words.
std::optional<QString> textForLibnm(const QString &name, const QString &value)
{
    const auto takes = [&](const QString &text) {
        return nm_setting_bond_validate_option(name.toUtf8().constData(), text.toUtf8().constData());
    };
    if (takes(value))
        return value;
    if (const OptionSpec *spec = findOption(name)) {
        const auto canonical = canonicalValue(*spec, value);
        for (const OptionName &known : spec->names) {
            if (known.name == canonical && takes(QString::number(known.number)))
                return QString::number(known.number);
        }
    }
    return std::nullopt;
}

QString field(const QString &option)
{
    return u"options."_s + option;
}

} // namespace

BondSetting readBondSetting(const ConnectionPtr &connection)
{
    BondSetting result;
    NMSettingBond *s = nm_connection_get_setting_bond(connection.get());
    if (!s)
        return result;
    for (guint i = 0; i < nm_setting_bond_get_num_options(s); ++i) {
        const char *rawName = nullptr;
        const char *rawValue = nullptr;
        if (!nm_setting_bond_get_option(s, i, &rawName, &rawValue))
            continue;
        const QString name = QString::fromUtf8(rawName);
        const QString value = QString::fromUtf8(rawValue);
        const OptionSpec *spec = findOption(name);
        if (name == u"mode")
            result.mode = modeFromText(value).value_or(Mode::BalanceRr);
        else if (spec && spec->scope == OptionScope::Bond)
            result.options.insert(name, canonicalValue(*spec, value).value_or(value));
        else
            result.unknown.append(name);
    }
    return result;
}

void writeBondSetting(const ConnectionPtr &connection, const BondPlan &plan, QList<Finding> *findings)
{
    NMSettingBond *s = nm_connection_get_setting_bond(connection.get());
    if (!s) {
        s = NM_SETTING_BOND(nm_setting_bond_new());
        nm_connection_add_setting(connection.get(), NM_SETTING(s));
    }
    const BondSetting old = readBondSetting(connection);
    for (auto it = old.options.cbegin(); it != old.options.cend(); ++it) {
        if (!plan.options.contains(it.key()))
            nm_setting_bond_remove_option(s, it.key().toUtf8().constData());
    }
    if (old.mode != plan.mode || !nm_setting_bond_get_option_by_name(s, "mode"))
        nm_setting_bond_add_option(s, "mode", kernelName(plan.mode).toUtf8().constData());
    static const QSet<QString> known = libnmOptions();
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
        if (it.key() == u"active_slave") {
            findings->append(
                finding(Severity::Advice, u"nm.runtime-option"_s, field(it.key()),
                        QCoreApplication::translate("formats", "“%1” is a matter of the moment and is not stored.")
                            .arg(it.key()),
                        QCoreApplication::translate("formats", "Set “primary” to prefer a card for good.")));
            continue;
        }
        if (!known.contains(it.key())) {
            findings->append(
                finding(Severity::Error, u"nm.option-unknown"_s, field(it.key()),
                        QCoreApplication::translate("formats", "The NetworkManager here does not know the option “%1”.")
                            .arg(it.key()),
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
        if (old.options.value(it.key()) != it.value())
            nm_setting_bond_add_option(s, it.key().toUtf8().constData(), text->toUtf8().constData());
    }
}

QList<Finding> lostOptions(const ConnectionPtr &normalized, const BondPlan &plan, const QList<Finding> &alreadyReported)
{
    QList<Finding> findings;
    const BondSetting stored = readBondSetting(normalized);
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
        const bool isReported = std::any_of(alreadyReported.cbegin(), alreadyReported.cend(),
                                            [&](const Finding &f) { return f.field == field(it.key()); });
        const OptionSpec *spec = findOption(it.key());
        const QString wanted = spec ? canonicalValue(*spec, it.value()).value_or(it.value()) : it.value();
        if (isReported || stored.options.value(it.key()) == wanted)
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

bool libnmTakes(const QString &option, const QString &value)
{
    return textForLibnm(option, value).has_value();
}

bool libnmKnowsPortPriority()
{
    NMSetting *setting = nm_setting_bond_port_new();
    const bool isKnown = g_object_class_find_property(G_OBJECT_GET_CLASS(setting), "prio");
    g_object_unref(setting);
    return isKnown;
}

} // namespace bondwright::formats::nm
