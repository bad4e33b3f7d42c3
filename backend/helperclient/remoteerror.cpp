// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/remoteerror.h"

#include "domain/errorcode.h"
#include "i18n/sentence.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

struct Row {
    QLatin1StringView code;
    QLatin1StringView name;
};

constexpr std::array rows{
    Row{"helper.failed"_L1, "org.bondwright.Error.Failed"_L1},
    Row{errorcode::notAuthorized, "org.bondwright.Error.NotAuthorized"_L1},
    Row{errorcode::busy, "org.bondwright.Error.Busy"_L1},
    Row{errorcode::conflict, "org.bondwright.Error.Conflict"_L1},
    Row{"helper.invalid"_L1, "org.bondwright.Error.Invalid"_L1},
};

// The bus's own errors for an absent service.
constexpr std::array unreachable{
    "org.freedesktop.DBus.Error.ServiceUnknown"_L1,    "org.freedesktop.DBus.Error.NameHasNoOwner"_L1,
    "org.freedesktop.DBus.Error.Disconnected"_L1,      "org.freedesktop.DBus.Error.NoServer"_L1,
    "org.freedesktop.DBus.Error.NoReply"_L1,           "org.freedesktop.DBus.Error.TimedOut"_L1,
    "org.freedesktop.DBus.Error.Timeout"_L1,           "org.freedesktop.DBus.Error.Spawn.ExecFailed"_L1,
    "org.freedesktop.DBus.Error.Spawn.ChildExited"_L1, "org.freedesktop.systemd1.NoSuchUnit"_L1,
};

} // namespace

QString errorName(const QString &code)
{
    const auto it = std::find_if(rows.begin(), rows.end(), [&code](const Row &row) { return row.code == code; });
    return it == rows.end() ? rows.front().name : it->name;
}

Error remoteError(const QDBusMessage &reply)
{
    const QString name = reply.errorName();
    const auto ours = std::find_if(rows.begin(), rows.end(), [&name](const Row &row) { return row.name == name; });
    if (ours != rows.end())
        return {ours->code, i18n::rendered(reply.arguments().value(2).toString()),
                i18n::rendered(reply.arguments().value(3).toString())};
    if (name == "org.freedesktop.DBus.Error.AccessDenied"_L1)
        return {errorcode::notAuthorized,
                QCoreApplication::translate("helper", "The system bus does not let this user talk to the helper."),
                {}};
    if (std::find(unreachable.begin(), unreachable.end(), name) != unreachable.end())
        return {errorcode::unreachable, QCoreApplication::translate("helper", "The privileged helper does not answer."),
                QCoreApplication::translate("helper",
                                            "See “systemctl status bondwright-helper” and whether the program is "
                                            "installed completely.")};
    return {u"helper.failed"_s, reply.errorMessage(), {}};
}

} // namespace bondwright::helper
