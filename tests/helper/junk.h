// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace bondwright::tests
{

/// Unexpected content of a folder of configuration files, the same for the same seed: real files with broken parts,
/// random bytes, huge files, links, pipes, folders, unreadable files, odd names.
class Junk final
{
public:
    explicit Junk(quint32 seed)
        : m_random(seed)
    {
    }

    static QStringList networkManagerFolders();
    static QStringList networkServiceFolders();
    /// Up to a dozen things below @p root, in these folders.
    void scatter(const QString &root, const QStringList &folders);

private:
    QByteArray name();
    QByteArray content();
    QByteArray broken(QByteArray text);
    QByteArray bytes(int size);
    void put(const QByteArray &path);

    QRandomGenerator m_random;
};

} // namespace bondwright::tests
