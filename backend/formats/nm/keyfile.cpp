// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/keyfile.h"

#include "formats/nm/glib.h"
#include "formats/nm/keyfilefolders.h"
#include "formats/nm/keyfiletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

KeyFilePtr parse(const QByteArray &text, GErrorSlot &error)
{
    KeyFilePtr file(g_key_file_new());
    if (!g_key_file_load_from_data(file.get(), text.constData(), gsize(text.size()), G_KEY_FILE_NONE, error.out()))
        return nullptr;
    return file;
}

QByteArray toText(GKeyFile *file)
{
    gsize length = 0;
    const GCharPtr data(g_key_file_to_data(file, &length, nullptr));
    return QByteArray(data.get(), qsizetype(length));
}

using KeyValues = QMap<std::pair<QByteArray, QByteArray>, QByteArray>;

KeyValues valuesOf(GKeyFile *file)
{
    KeyValues values;
    char **groups = g_key_file_get_groups(file, nullptr);
    for (char **group = groups; *group; ++group) {
        char **keys = g_key_file_get_keys(file, *group, nullptr, nullptr);
        for (char **key = keys; key && *key; ++key) {
            const GCharPtr value(g_key_file_get_value(file, *group, *key, nullptr));
            values.insert({QByteArray(*group), QByteArray(*key)}, QByteArray(value.get()));
        }
        g_strfreev(keys);
    }
    g_strfreev(groups);
    return values;
}

KeyFilePtr canonical(const ConnectionPtr &connection, GErrorSlot &error)
{
    return KeyFilePtr(nm_keyfile_write(connection.get(), NM_KEYFILE_HANDLER_FLAGS_NONE, nullptr, nullptr, error.out()));
}

/// Applies the difference of two canonical files to the administrator's own file.
void merge(KeyfileText *text, GKeyFile *own, const KeyValues &before, const KeyValues &after)
{
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const KeyPlace place = spellingIn(own, {it.key().first, it.key().second});
        if (!after.contains(it.key()))
            text->remove(place.group, place.key);
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        const KeyPlace place = spellingIn(own, {it.key().first, it.key().second});
        if (!before.contains(it.key()) || before.value(it.key()) != it.value())
            text->set(place.group, place.key, it.value());
    }
}

/// Addresses and routes have older spellings, which count beside those of today: all of a family are written anew.
void respell(KeyfileText *text, const KeyValues &own, const KeyValues &after)
{
    static const QRegularExpression lists(u"^(?:(?:address|route)(?:es|s)?[0-9]*|route[0-9]+_options|gateway)$"_s);
    const auto isList = [](const std::pair<QByteArray, QByteArray> &place) {
        return (place.first == "ipv4" || place.first == "ipv6")
            && lists.match(QString::fromUtf8(place.second)).hasMatch();
    };
    for (auto it = own.cbegin(); it != own.cend(); ++it) {
        if (isList(it.key()))
            text->remove(it.key().first, it.key().second);
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        if (isList(it.key()))
            text->set(it.key().first, it.key().second, it.value());
    }
}

/// The keys that libnm does not know are in no canonical file.
void mergeNewer(KeyfileText *text, GKeyFile *own, const NewerKeys &before, const NewerKeys &after)
{
    const auto placeOf = [own](const QString &name) {
        const QByteArray group = name.section(u'.', 0, 0).toUtf8();
        return spellingIn(own, {group == "802-3-ethernet" ? "ethernet" : group, name.section(u'.', 1).toUtf8()});
    };
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!after.contains(it.key()))
            text->remove(placeOf(it.key()).group, placeOf(it.key()).key);
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        if (before.value(it.key()) != it.value())
            text->set(placeOf(it.key()).group, placeOf(it.key()).key, it.value().toUtf8());
    }
}

tl::unexpected<Error> unreadable(const QString &path, const GErrorSlot &error, const NewerKeys &newer = {})
{
    const QString message
        = QCoreApplication::translate("formats", "“%1” is not a connection profile: %2").arg(path, error.message());
    if (!newer.isEmpty())
        return fail(u"nm.keyfile"_s, message,
                    QCoreApplication::translate("formats",
                                                "The NetworkManager library here does not know %1: a newer "
                                                "NetworkManager may read the file. It is left as it is.")
                        .arg(newer.keys().join(u", "_s)));
    return fail(u"nm.keyfile"_s, message,
                QCoreApplication::translate("formats", "Correct or remove the file; it is left as it is."));
}

gboolean collectWarning(GKeyFile *, NMConnection *, NMKeyfileHandlerType type, NMKeyfileHandlerData *data, void *list)
{
    if (type != NM_KEYFILE_HANDLER_TYPE_WARN)
        return false;
    const char *message = nullptr;
    NMKeyfileWarnSeverity severity = NM_KEYFILE_WARN_SEVERITY_DEBUG;
    nm_keyfile_handler_data_warn_get(data, &message, &severity);
    if (severity >= NM_KEYFILE_WARN_SEVERITY_WARN)
        static_cast<QStringList *>(list)->append(QString::fromUtf8(message));
    return true;
}

bool saysYes(GKeyFile *file, const char *key)
{
    return g_key_file_get_boolean(file, ".nmmeta", key, nullptr);
}

void giveNames(NMConnection *connection, const QString &path)
{
    NMSettingConnection *s = nm_connection_get_setting_connection(connection);
    if (!s)
        return;
    if (!nm_setting_connection_get_id(s))
        g_object_set(s, NM_SETTING_CONNECTION_ID, defaultId(path).toUtf8().constData(), nullptr);
    if (!nm_setting_connection_get_uuid(s))
        g_object_set(s, NM_SETTING_CONNECTION_UUID, defaultUuid(path).toUtf8().constData(), nullptr);
}

QStringList bondOptions(NMConnection *connection)
{
    QStringList names;
    NMSettingBond *s = nm_connection_get_setting_bond(connection);
    for (guint i = 0; s && i < nm_setting_bond_get_num_options(s); ++i) {
        const char *name = nullptr;
        const char *value = nullptr;
        if (nm_setting_bond_get_option(s, i, &name, &value))
            names.append(QString::fromUtf8(name));
    }
    return names;
}

bool saysTheSame(const Profile &a, const Profile &b)
{
    return isSame(a.connection, b.connection) && a.newer == b.newer;
}

} // namespace

Result<Profile> readKeyfile(const QString &path, const QByteArray &text)
{
    GErrorSlot error;
    const KeyFilePtr file = parse(text, error);
    if (!file)
        return unreadable(path, error);
    Profile profile;
    profile.path = path;
    profile.newer = adaptToLibnm(file.get());
    profile.isTransient
        = saysYes(file.get(), "nm-generated") || saysYes(file.get(), "volatile") || saysYes(file.get(), "external");
    const QByteArray folder = keyfileFolder().toUtf8();
    NMConnection *connection = nm_keyfile_read(file.get(), folder.constData(), NM_KEYFILE_HANDLER_FLAGS_NONE,
                                               collectWarning, &profile.warnings, error.out());
    if (!connection)
        return unreadable(path, error, profile.newer);
    profile.connection = adopt(connection);
    giveNames(connection, path);
    const QStringList written = bondOptions(connection);
    if (!nm_connection_normalize(connection, nullptr, nullptr, error.out()))
        return unreadable(path, error, profile.newer);
    const QStringList kept = bondOptions(connection);
    for (const QString &option : written) {
        if (!kept.contains(option))
            profile.warnings.append(
                QCoreApplication::translate("formats", "the option “%1” has no meaning in this mode").arg(option));
    }
    return profile;
}

Result<QByteArray> writeKeyfile(const Profile &profile, const QByteArray &oldText, const QString &oldPath)
{
    GErrorSlot error;
    const KeyFilePtr after = canonical(profile.connection, error);
    if (!after)
        return fail(
            u"nm.verify"_s,
            QCoreApplication::translate("formats", "NetworkManager refuses the profile: %1").arg(error.message()));
    const QString &path = oldPath.isEmpty() ? profile.path : oldPath;
    const auto old = oldText.isEmpty() ? Result<Profile>(tl::unexpected(Error{})) : readKeyfile(path, oldText);
    const KeyFilePtr own = old ? parse(oldText, error) : nullptr;
    if (old && path == profile.path && saysTheSame(*old, profile))
        return oldText;
    const KeyFilePtr before = old ? canonical(old->connection, error) : nullptr;
    if (before) {
        KeyfileText merged(oldText);
        merge(&merged, own.get(), valuesOf(before.get()), valuesOf(after.get()));
        mergeNewer(&merged, own.get(), old->newer, profile.newer);
        if (path != profile.path) {
            merged.set("connection", "id", profile.id().toUtf8());
            merged.set("connection", "uuid", profile.uuid().toUtf8());
        }
        // If an old spelling of a key still stands beside the new one, the canonical text is written.
        const auto isMeant = [&profile](const QByteArray &text) {
            const auto check = readKeyfile(profile.path, text);
            return check && saysTheSame(*check, profile);
        };
        if (isMeant(merged.text()))
            return merged.text();
        respell(&merged, valuesOf(own.get()), valuesOf(after.get()));
        if (isMeant(merged.text()))
            return merged.text();
    }
    KeyfileText clean(toText(after.get()));
    mergeNewer(&clean, after.get(), {}, profile.newer);
    return clean.text();
}

} // namespace bondwright::formats::nm
