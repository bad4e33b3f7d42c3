// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/commandchannel.h"

#include "domain/errorcode.h"
#include "host/transport/foreigntext.h"

#include <QProcessEnvironment>

#include <unistd.h>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype keptErrors = 4096;
// What ssh exits with for faults of its own (ssh(1), "EXIT STATUS"), and a shell where there is no such command.
constexpr int sshFailed = 255;
constexpr int commandNotFound = 127;

} // namespace

void startCommand(QProcess &process, const Command &command)
{
    if (!command.environment.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto it = command.environment.cbegin(); it != command.environment.cend(); ++it)
            environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
    }
    // Before OpenSSH 8.4 it is having no terminal that makes ssh ask by SSH_ASKPASS.
    if (command.hasNoTerminal)
        process.setChildProcessModifier([] { ::setsid(); });
    process.start(command.program, command.arguments);
}

CommandChannel::CommandChannel(Command command, qsizetype maximumLine, QObject *parent)
    : LineChannel(parent)
    , m_command(std::move(command))
    , m_lines(maximumLine)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CommandChannel::readReady);
    connect(&m_process, &QProcess::readyReadStandardError, this, &CommandChannel::readErrors);
    connect(&m_process, &QProcess::bytesWritten, this, [this] {
        if (m_process.bytesToWrite() == 0)
            Q_EMIT drained();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end({u"transport.no-program"_s,
                 //: @error %1 program, %2 the system's words
                 tr("Cannot start %1: %2").arg(m_command.program, m_process.errorString()),
                 //: @info what to do
                 tr("Install it, or choose another way to reach the host.")});
        }
    });
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        readReady();
        readErrors();
        end(reasonFor(exitCode, status));
    });
    startCommand(m_process, m_command);
}

CommandChannel::~CommandChannel()
{
    m_isOver = true;
    disconnect(&m_process, nullptr, this, nullptr);
    // A command that hangs must not delay the closing of a window: it loses its pipes and is killed.
    m_process.kill();
    m_process.waitForFinished(200);
}

void CommandChannel::send(const QByteArray &line)
{
    if (!m_isOver)
        m_process.write(line + '\n');
}

void CommandChannel::close()
{
    m_process.kill();
    end({});
}

void CommandChannel::readReady()
{
    const auto lines = m_lines.add(m_process.readAllStandardOutput());
    if (!lines) {
        m_process.kill();
        return end({u"protocol.too-long"_s,
                    //: @error
                    tr("The host sent a line that is too long."),
                    {}});
    }
    for (const QByteArray &line : *lines) {
        if (!m_isOver)
            Q_EMIT lineReceived(line);
    }
}

void CommandChannel::readErrors()
{
    m_errors.append(m_process.readAllStandardError());
    if (m_errors.size() > keptErrors)
        m_errors.remove(0, m_errors.size() - keptErrors);
}

Error CommandChannel::reasonFor(int exitCode, QProcess::ExitStatus status) const
{
    const QString said = complaintIn(m_errors);
    const QString lastLine = said.section(u'\n', -1);
    const QString rest = said.section(u'\n', 0, -2); // what was said before
    if (status == QProcess::CrashExit)
        return {u"transport.killed"_s,
                //: @error %1 program
                tr("%1 was ended.").arg(m_command.program), said};
    if (exitCode == sshFailed && m_command.program.endsWith("ssh"_L1))
        return {u"transport.ssh"_s, said.isEmpty() ? tr("The SSH connection ended.") : lastLine, rest};
    if (exitCode == commandNotFound)
        return {errorcode::noBondctl,
                //: @error
                tr("The host has no bondctl."),
                //: @info what to do
                tr("Install Bondwright on it: then it can be changed from here.")};
    return {exitCode == 0 ? u""_s : u"transport.ended"_s, said.isEmpty() ? tr("The connection ended.") : lastLine,
            rest};
}

void CommandChannel::end(const Error &why)
{
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT closed(why);
}

} // namespace bondwright::host
