// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/osrelease.h"

#include "formats/shell/shellfile.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

const QStringList familyIds{u"rhel"_s, u"centos"_s, u"rocky"_s, u"almalinux"_s, u"ol"_s, u"scientific"_s};

} // namespace

OsRelease readOsRelease(const QByteArray &osRelease, const QByteArray &redhatRelease)
{
    OsRelease result;
    const ShellFile file(osRelease);
    const QStringList ids = QStringList{file.text("ID")} + file.text("ID_LIKE").split(u' ', Qt::SkipEmptyParts);
    result.name = file.text("PRETTY_NAME");
    for (const QString &id : ids)
        result.isRhelFamily = result.isRhelFamily || familyIds.contains(id);
    // Fedora has its own numbers and no ID_LIKE.
    if (file.text("ID") == u"fedora")
        result.isRhelFamily = false;
    if (result.isRhelFamily)
        result.rhelMajor = file.text("VERSION_ID").section(u'.', 0, 0).toInt();
    if (result.rhelMajor > 0 || !osRelease.isEmpty())
        return result;

    // "Red Hat Enterprise Linux Server release 5.11 (Tikanga)", "CentOS release 6.10 (Final)"
    const QString line = QString::fromUtf8(redhatRelease).section(u'\n', 0, 0).trimmed().left(200);
    static const QRegularExpression release(u"^(.*) release (\\d{1,2})(?:[. ]|$)"_s);
    const auto match = release.match(line);
    if (!match.hasMatch() || line.startsWith(u"Fedora"))
        return result;
    result.name = line;
    result.isRhelFamily = true;
    result.rhelMajor = match.captured(2).toInt();
    return result;
}

} // namespace bondwright::formats
