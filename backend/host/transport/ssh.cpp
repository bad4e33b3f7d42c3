// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/ssh.h"

#include "domain/errorcode.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maximumName = 255;

/// What the configuration of the user's ssh may hand to a shell (%h and %r in ProxyCommand and Match exec): OpenSSH itself
/// refuses these from 9.6 on.
bool saysNothingToAShell(const QString &name)
{
    constexpr QStringView signsOfShell = u"'`\";&<>|(){}";
    const QString host = name.section(u'@', -1);
    return !host.startsWith(u'-') && !host.contains(u'$') && !host.contains(u'\\')
        && std::ranges::none_of(name, [&](QChar c) { return signsOfShell.contains(c); });
}

/// Where the masters' sockets lie: private to the user, gone with the session. Empty: there is no such place,
/// and every connection stands by itself.
QString socketFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = runtime + u"/bondwright"_s;
    if (runtime.isEmpty() || !QDir().mkpath(folder))
        return {};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

QStringList commonOptions()
{
    // The options of the call that opens the master count for all later ones. What the user's configuration starts or forwards
    // for work at a terminal is not wanted here: ssh would refuse the command, or a second connection for its ports.
    return {u"-T"_s,
            u"-o"_s,
            u"RemoteCommand=none"_s,
            u"-o"_s,
            u"ClearAllForwardings=yes"_s,
            u"-o"_s,
            u"ConnectTimeout=10"_s,
            u"-o"_s,
            u"ServerAliveInterval=%1"_s.arg(aliveIntervalSeconds),
            u"-o"_s,
            u"ServerAliveCountMax=%1"_s.arg(aliveCount)};
}

Result<Command> command(const QString &host, const QStringList &options, const QStringList &remote,
                        const QString &askpass)
{
    if (!isHostName(host))
        return fail(errorcode::hostName,
                    //: @error %1 what was given
                    QCoreApplication::translate("Host", "“%1” is no name of a host.").arg(host),
                    //: @info what to do
                    QCoreApplication::translate("Host", "Give a name, an address, or USER@HOST, as for ssh."));
    Command command{u"ssh"_s, commonOptions() + options + QStringList{u"--"_s, host} + remote};
    if (!askpass.isEmpty()) {
        command.environment
            = {{u"SSH_ASKPASS"_s, askpass}, {u"SSH_ASKPASS_REQUIRE"_s, u"force"_s}, {u"BONDWRIGHT_ASKPASS"_s, host}};
        command.hasNoTerminal = true;
    }
    return command;
}

} // namespace

bool isHostName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maximumName && !name.startsWith(u'-') && !name.startsWith(u'@')
        && !name.endsWith(u'@')
        && std::ranges::none_of(name, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; })
        && saysNothingToAShell(name);
}

Result<Command> sshCommand(const QString &host, const QStringList &remote, const QString &askpass)
{
    QStringList options;
    if (const QString folder = socketFolder(); !folder.isEmpty())
        options = {u"-o"_s, u"ControlMaster=auto"_s, u"-o"_s, u"ControlPath=%1/%C"_s.arg(folder),
                   u"-o"_s, u"ControlPersist=60"_s};
    return command(host, options, remote, askpass);
}

Result<Command> freshSshCommand(const QString &host, const QStringList &remote, const QString &askpass)
{
    return command(host, {u"-o"_s, u"ControlMaster=no"_s, u"-o"_s, u"ControlPath=none"_s}, remote, askpass);
}

} // namespace bondwright::host
