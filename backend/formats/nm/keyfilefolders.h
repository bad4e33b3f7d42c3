// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// Which files NetworkManager's keyfile plugin reads, and which of them counts when several are one profile.
/// Source: nms-keyfile-plugin.c, nms-keyfile-storage.c, nms-keyfile-utils.c and nm-keyfile.c of NetworkManager 1.42.
namespace bondwright::formats::nm
{

QString keyfileFolder(); ///< /etc/NetworkManager/system-connections: where profiles are written
/// All of them, the one whose profiles hide those of the others first: /run, /etc, /usr/lib.
QStringList keyfileFolders();

/// Whether NetworkManager reads a profile from this path. In /run and /usr/lib only "*.nmconnection"; in /etc any name
/// without leading dot that does not end in "~", ".pem", ".der", or a dot and six letters or digits (temporary files).
bool isKeyfilePath(const QString &path);
/// 0 is the most important folder. @pre the path lies in one of keyfileFolders()
int folderRank(const QString &path);

/// "NAME.nmconnection" below keyfileFolder(), with what a file name cannot hold replaced.
QString keyfilePathFor(const QString &id);
/// The same file name in keyfileFolder().
QString pathInEtc(const QString &path);

/// connection.id where the file has none: its name.
QString defaultId(const QString &path);
/// connection.uuid where the file has none: version 3, from the path the file name would have in /etc.
QString defaultUuid(const QString &path);

/// NetworkManager marks a deleted profile of /usr/lib by UUID.nmmeta. The file's path and its text.
QString tombstonePath(const QString &uuid);
QByteArray tombstoneText(const QString &uuid);
/// The UUID that such a file hides. @param text nullopt: the file is a symbolic link, as NetworkManager makes it
std::optional<QString> uuidOfTombstone(const QString &path, const std::optional<QByteArray> &text);

} // namespace bondwright::formats::nm
