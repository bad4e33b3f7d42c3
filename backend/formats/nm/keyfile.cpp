// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/keyfile.h"

#include "formats/nm/glib.h"
#include "formats/nm/keyfiletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

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

/// Carries what changed between two canonical files over into the administrator's own.
QByteArray merge(const QByteArray &own, const KeyValues &before, const KeyValues &after)
{
    KeyfileText text(own);
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!after.contains(it.key()))
            text.remove(it.key().first, it.key().second);
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        if (!before.contains(it.key()) || before.value(it.key()) != it.value())
            text.set(it.key().first, it.key().second, it.value());
    }
    return text.text();
}

tl::unexpected<Error> unreadable(const QString &path, const GErrorSlot &error)
{
    return fail(
        u"nm.keyfile"_s,
        QCoreApplication::translate("formats", "“%1” is not a connection profile: %2").arg(path, error.message()),
        QCoreApplication::translate("formats", "Correct or remove the file; it is left as it is."));
}

} // namespace

QString keyfileFolder()
{
    return u"/etc/NetworkManager/system-connections"_s;
}

bool isKeyfileName(const QString &fileName)
{
    // NetworkManager: nms-keyfile-utils.c, nms-keyfile-plugin.c
    static constexpr std::array ignored{"~"_L1,       ".bak"_L1,     ".orig"_L1,    ".rej"_L1,
                                        ".rpmnew"_L1, ".rpmsave"_L1, ".rpmorig"_L1, ".augnew"_L1,
                                        ".augtmp"_L1, ".swp"_L1,     ".pem"_L1,     ".der"_L1};
    return !fileName.startsWith(u'.')
        && std::none_of(ignored.begin(), ignored.end(), [&](QLatin1StringView s) { return fileName.endsWith(s); });
}

QString keyfilePathFor(const QString &id)
{
    QString name = id;
    for (QChar &c : name) {
        if (c == u'/' || c.category() == QChar::Other_Control)
            c = u'_';
    }
    return keyfileFolder() + u'/' + name + u".nmconnection"_s;
}

Result<Profile> readKeyfile(const QString &path, const QByteArray &text)
{
    GErrorSlot error;
    const KeyFilePtr file = parse(text, error);
    if (!file)
        return unreadable(path, error);
    const QByteArray folder = keyfileFolder().toUtf8();
    NMConnection *connection
        = nm_keyfile_read(file.get(), folder.constData(), NM_KEYFILE_HANDLER_FLAGS_NONE, nullptr, nullptr, error.out());
    if (!connection)
        return unreadable(path, error);
    Profile profile{adopt(connection), path};
    if (!nm_connection_normalize(connection, nullptr, nullptr, error.out()))
        return unreadable(path, error);
    return profile;
}

Result<QByteArray> writeKeyfile(const ConnectionPtr &connection, const QByteArray &oldText)
{
    GErrorSlot error;
    const KeyFilePtr after = canonical(connection, error);
    if (!after)
        return fail(
            u"nm.verify"_s,
            QCoreApplication::translate("formats", "NetworkManager refuses the profile: %1").arg(error.message()));
    auto old = oldText.isEmpty() ? Result<Profile>(tl::unexpected(Error{})) : readKeyfile({}, oldText);
    if (!old)
        return toText(after.get());
    if (isSame(old->connection, connection))
        return oldText;
    if (const KeyFilePtr before = canonical(old->connection, error)) {
        const QByteArray merged = merge(oldText, valuesOf(before.get()), valuesOf(after.get()));
        // An old spelling of a key may still stand beside the new one; then the clean text it is.
        if (auto check = readKeyfile({}, merged); check && isSame(check->connection, connection))
            return merged;
    }
    return toText(after.get());
}

} // namespace bondwright::formats::nm
