// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/newerkeys.h"

#include "formats/nm/glib.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

struct Renamed {
    const char *newer;
    const char *older;
};
constexpr std::array renamedKeys{Renamed{"controller", "master"}, Renamed{"port-type", "slave-type"},
                                 Renamed{"autoconnect-ports", "autoconnect-slaves"}};

/// A setting's group in keyfiles; the first name is the one that is written today.
struct Group {
    const char *name;
    const char *setting;
    const char *special; ///< keys that are no properties: nm-keyfile.c, parse_infos
};
const std::array groups{
    Group{"connection", "connection", "^$"},
    Group{"bond", "bond", "^interface-name$"},
    Group{"bond-port", "bond-port", "^$"},
    Group{"ethernet", "802-3-ethernet", "^$"},
    Group{"802-3-ethernet", "802-3-ethernet", "^$"},
    Group{"vlan", "vlan", "^interface-name$"},
    Group{"ipv4", "ipv4", "^((address|route|routing-rule)(es|s)?[0-9]*|route[0-9]+_options)$"},
    Group{"ipv6", "ipv6", "^((address|route|routing-rule)(es|s)?[0-9]*|route[0-9]+_options)$"},
};

bool settingHas(const char *setting, const QByteArray &property)
{
    const GType type = nm_setting_lookup_type(setting);
    if (!type)
        return false;
    gpointer holder = g_type_class_ref(type);
    const bool isThere = g_object_class_find_property(G_OBJECT_CLASS(holder), property.constData());
    g_type_class_unref(holder);
    return isThere;
}

bool isKnown(const Group &group, const QByteArray &key)
{
    if (QLatin1StringView(group.setting) == "bond"_L1 && nm_setting_bond_validate_option(key.constData(), nullptr))
        return true;
    return settingHas(group.setting, key)
        || QRegularExpression(QString::fromLatin1(group.special)).match(QString::fromUtf8(key)).hasMatch();
}

QByteArrayList keysOf(GKeyFile *file, const char *group)
{
    QByteArrayList keys;
    char **names = g_key_file_get_keys(file, group, nullptr, nullptr);
    for (char **name = names; name && *name; ++name)
        keys.append(*name);
    g_strfreev(names);
    return keys;
}

QByteArray valueOf(GKeyFile *file, const char *group, const QByteArray &key)
{
    const GCharPtr value(g_key_file_get_value(file, group, key.constData(), nullptr));
    return QByteArray(value.get());
}

void translateRenamed(GKeyFile *file)
{
    for (const Renamed &renamed : renamedKeys) {
        if (settingHas("connection", renamed.newer) || !g_key_file_has_key(file, "connection", renamed.newer, nullptr))
            continue;
        const QByteArray value = valueOf(file, "connection", renamed.newer);
        g_key_file_set_value(file, "connection", renamed.older, value.constData());
        g_key_file_remove_key(file, "connection", renamed.newer, nullptr);
    }
}

} // namespace

NewerKeys adaptToLibnm(GKeyFile *file)
{
    NewerKeys newer;
    translateRenamed(file);
    for (const Group &group : groups) {
        for (const QByteArray &key : keysOf(file, group.name)) {
            const QByteArray value = valueOf(file, group.name, key);
            const bool isNothing = value.trimmed().isEmpty()
                && (QLatin1StringView(group.setting) == "bond"_L1 || key.startsWith("address")
                    || key.startsWith("route"));
            if (!isNothing && isKnown(group, key))
                continue;
            if (!isNothing)
                newer.insert(QString::fromLatin1(group.setting) + u'.' + QString::fromUtf8(key),
                             QString::fromUtf8(value));
            g_key_file_remove_key(file, group.name, key.constData(), nullptr);
        }
    }
    return newer;
}

KeyPlace spellingIn(GKeyFile *file, const KeyPlace &place)
{
    if (place.group == "ethernet" && !g_key_file_has_group(file, "ethernet")
        && g_key_file_has_group(file, "802-3-ethernet"))
        return {"802-3-ethernet", place.key};
    for (const Renamed &renamed : renamedKeys) {
        if (place.group == "connection" && place.key == renamed.older
            && g_key_file_has_key(file, "connection", renamed.newer, nullptr))
            return {place.group, renamed.newer};
    }
    return place;
}

QString newerBondOption(const QString &option)
{
    return u"bond."_s + option;
}

} // namespace bondwright::formats::nm
