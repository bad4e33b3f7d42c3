// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/bundle/installcommands.h"

#include "formats/shell/shellfile.h"
#include "formats/shell/shellquote.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

/// Where scp puts a file: an address of IPv6 stands in brackets there, and not for ssh.
QString scpTarget(const QString &host)
{
    const QString user = host.contains(u'@') ? host.section(u'@', 0, -2) + u'@' : QString();
    const QString name = host.section(u'@', -1);
    return formats::shellWord(user + (name.contains(u':') ? u'[' + name + u']' : name) + u":/tmp/"_s);
}

QString commands(const QString &host, const QString &package, const QString &install)
{
    return u"scp %1 %2\nssh -t %3 'sudo %4 /tmp/%1'\n"_s.arg(package, scpTarget(host), formats::shellWord(host),
                                                             install);
}

} // namespace

Packages packagesOf(const QByteArray &osRelease, const QByteArray &redhatRelease)
{
    const formats::ShellFile file(osRelease);
    const QStringList family = QStringList{file.text("ID")} + file.text("ID_LIKE").split(u' ', Qt::SkipEmptyParts);
    const auto is = [&family](std::initializer_list<QLatin1StringView> names) {
        return std::ranges::any_of(names, [&family](QLatin1StringView name) { return family.contains(name); });
    };
    if (is({"debian"_L1, "ubuntu"_L1, "uos"_L1, "deepin"_L1}))
        return Packages::Apt;
    if (is({"suse"_L1, "opensuse"_L1, "sles"_L1, "sled"_L1}))
        return Packages::Zypper;
    if (!redhatRelease.isEmpty() || is({"rhel"_L1, "fedora"_L1, "centos"_L1, "openEuler"_L1, "anolis"_L1, "kylin"_L1}))
        return Packages::Dnf;
    return Packages::Unknown;
}

QString installCommands(const QString &host, Packages packages)
{
    const QString deb = commands(host, u"bondwright_*.deb"_s, u"apt install"_s);
    const QString rpm = commands(host, u"bondwright-*.rpm"_s, u"dnf install"_s);
    const QString suse = commands(host, u"bondwright-*.rpm"_s, u"zypper install --allow-unsigned-rpm"_s);
    switch (packages) {
    case Packages::Apt:
        return deb;
    case Packages::Dnf:
        return rpm;
    case Packages::Zypper:
        return suse;
    case Packages::Unknown:
        break;
    }
    const auto remark = [](const QString &text) { return u"# "_s + text + u'\n'; };
    //: @info above command lines; keep the names
    return remark(QCoreApplication::translate("Host", "Debian, Ubuntu, UOS:"))
        + deb
        //: @info above command lines; keep the names
        + remark(QCoreApplication::translate("Host", "RHEL, Fedora, openEuler, Kylin:"))
        + rpm
        //: @info above command lines; keep the names
        + remark(QCoreApplication::translate("Host", "SUSE:")) + suse;
}

} // namespace bondwright::host
