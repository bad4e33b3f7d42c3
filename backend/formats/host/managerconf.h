// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::formats
{

/// Where NetworkManager's own settings lie (not profiles): /etc/NetworkManager/NetworkManager.conf, and *.conf of the
/// folders. Source: NetworkManager.conf(5).
QString managerConfPath();
QStringList managerConfFolders();

struct ManagerValue {
    QString value;
    QString path; ///< of the file that says it
};

/// A key's value that is in force. /usr/lib and /run are read first, then NetworkManager.conf, then /etc, each by name;
/// the last one counts, and a file hides one of the same name in the folders before its own.
/// @param texts path to content; other files are passed over
std::optional<ManagerValue> managerValue(const QMap<QString, QByteArray> &texts, const QByteArray &group,
                                         const QByteArray &key);

} // namespace bondwright::formats
