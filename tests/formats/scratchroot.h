// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <sys/stat.h>

/// A root prefix for one test.
class ScratchRoot
{
public:
    enum class Where { Disk, Memory };
    /// In memory where there is such a place: for tests that sync a thousand times.
    explicit ScratchRoot(Where where = Where::Disk)
        : m_dir((where == Where::Memory && QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                     ? QStringLiteral("/dev/shm")
                     : QDir::tempPath())
                + QStringLiteral("/bondwright-XXXXXX"))
    {
    }

    QString path() const { return m_dir.path(); }

    bool write(const QString &hostPath, const QByteArray &content, mode_t mode = 0644) const
    {
        QDir().mkpath(QFileInfo(path() + hostPath).path());
        QFile file(path() + hostPath);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush()
            && ::chmod(QFile::encodeName(path() + hostPath).constData(), mode) == 0;
    }
    QByteArray read(const QString &hostPath) const
    {
        QFile file(path() + hostPath);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool exists(const QString &hostPath) const { return QFile::exists(path() + hostPath); }
    mode_t modeOf(const QString &hostPath) const
    {
        struct stat status = {};
        ::stat(QFile::encodeName(path() + hostPath).constData(), &status);
        return status.st_mode & 07777;
    }
    /// Every file and folder below, hidden ones too; the program's own state left out.
    QMap<QString, QByteArray> tree(const QString &below = QStringLiteral("/etc")) const
    {
        QMap<QString, QByteArray> all;
        collect(path() + below, below, &all);
        return all;
    }

private:
    void collect(const QString &real, const QString &shown, QMap<QString, QByteArray> *all) const
    {
        for (const QFileInfo &info :
             QDir(real).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
            const QString name = shown + QLatin1Char('/') + info.fileName();
            if (info.isSymLink()) {
                all->insert(name, "-> " + info.symLinkTarget().toUtf8());
            } else if (info.isDir()) {
                all->insert(name + QLatin1Char('/'), {});
                collect(info.filePath(), name, all);
            } else if (info.isFile()) {
                QFile file(info.filePath());
                all->insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable"));
            }
        }
    }

    QTemporaryDir m_dir;
};
