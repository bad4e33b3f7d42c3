// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/programversion.h"

#include <QFile>
#include <QRegularExpression>
#include <QVersionNumber>

#include <fcntl.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

constexpr qint64 maxStatusBytes = 16 * 1024 * 1024;

/// libsystemd-shared-252.so, libsystemd-shared-257-14.el10.so
QString systemdVersion(const RootFolder &root)
{
    static const QRegularExpression library(u"^libsystemd-shared-([0-9]{3})"_s);
    static const QStringList folders{
        u"/usr/lib/systemd"_s,
        u"/usr/lib64/systemd"_s,
        u"/lib/systemd"_s,
        u"/usr/lib/x86_64-linux-gnu/systemd"_s,
        u"/usr/lib/aarch64-linux-gnu/systemd"_s,
        u"/usr/lib/arm-linux-gnueabihf/systemd"_s,
        u"/usr/lib/i386-linux-gnu/systemd"_s,
        u"/usr/lib/powerpc64le-linux-gnu/systemd"_s,
        u"/usr/lib/riscv64-linux-gnu/systemd"_s,
        u"/usr/lib/s390x-linux-gnu/systemd"_s,
    };
    QString newest;
    for (const QString &folder : folders) {
        const auto names = root.list(folder);
        for (const QString &name : names ? *names : QStringList()) {
            if (const auto match = library.match(name); match.hasMatch())
                newest = std::max(newest, match.captured(1));
        }
    }
    return newest;
}

QByteArray dpkgStatus(const RootFolder &root)
{
    const auto folder = root.openFolder(u"/var/lib/dpkg"_s);
    if (!folder)
        return {};
    const UniqueFd fd(::openat(folder->get(), "status", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    QFile file;
    if (!fd.isValid() || !file.open(fd.get(), QIODevice::ReadOnly) || file.isSequential())
        return {};
    return file.read(maxStatusBytes);
}

} // namespace

QString packageVersion(const QByteArray &status, const QByteArray &package)
{
    const QByteArray head = "Package: " + package + '\n';
    qsizetype begin = status.startsWith(head) ? 0 : status.indexOf('\n' + head);
    if (begin < 0)
        return {};
    const qsizetype end = status.indexOf("\n\n", begin + 1);
    const QByteArray entry = status.mid(begin, end < 0 ? -1 : end - begin);
    if (!entry.contains("\nStatus: install ok installed\n"))
        return {};
    const qsizetype version = entry.indexOf("\nVersion: ");
    return version < 0 ? QString() : QString::fromUtf8(entry.mid(version + 10).split('\n').first().trimmed().left(64));
}

QString programVersion(const RootFolder &root, FormatId format)
{
    if (format == FormatId::Networkd)
        return systemdVersion(root);
    QList<QByteArray> packages;
    if (format == FormatId::Netplan)
        packages = {"netplan.io"};
    else if (format == FormatId::Ifupdown)
        packages = {"ifupdown2", "ifenslave", "ifenslave-2.6"};
    const QByteArray status = packages.isEmpty() ? QByteArray() : dpkgStatus(root);
    for (const QByteArray &package : packages) {
        if (const QString version = packageVersion(status, package); !version.isEmpty())
            return version;
    }
    return {};
}

QString programVersion(const QString &root, FormatId format)
{
    const auto folder = RootFolder::open(root);
    return folder ? programVersion(*folder, format) : QString();
}

bool isAtLeast(const QString &version, const QString &since)
{
    const auto number
        = [](const QString &text) { return QVersionNumber::fromString(text.section(u':', -1).replace(u'-', u'.')); };
    return number(version) >= number(since);
}

} // namespace bondwright::formats
