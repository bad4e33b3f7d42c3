// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace bondwright::formats
{

/// A file as it lies on the disk: everything that has to come back when it is restored.
struct FileState {
    QByteArray content;
    quint32 mode = 0644; ///< permission bits only
    quint32 owner = 0;
    quint32 group = 0;
    QMap<QByteArray, QByteArray> xattrs; ///< SELinux label, ACLs, capabilities

    friend bool operator==(const FileState &, const FileState &) = default;
};

/// SHA-256, 64 lower-case hexadecimal digits.
QByteArray contentDigest(const QByteArray &content);

/// Configuration files are small; what is larger is not one of ours (a sparse file, an attack).
inline constexpr qint64 maxFileBytes = 256 * 1024;

} // namespace bondwright::formats
