// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/terminalagent.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

TerminalAgent::TerminalAgent()
{
    if (geteuid() == 0 || !isatty(STDIN_FILENO))
        return;
    const QString agent = QStandardPaths::findExecutable(u"pkttyagent"_s, {u"/usr/bin"_s, u"/bin"_s});
    int ready[2];
    if (agent.isEmpty() || pipe(ready) != 0)
        return;
    fcntl(ready[0], F_SETFD, FD_CLOEXEC);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
    QStringList arguments{u"--process"_s, QString::number(QCoreApplication::applicationPid()), u"--notify-fd"_s,
                          QString::number(ready[1])};
    // A desktop's own agent comes first. Outside of a session polkit does not find an agent that stands back.
    if (qEnvironmentVariableIsSet("XDG_SESSION_ID"))
        arguments.append(u"--fallback"_s);
    m_process.start(agent, arguments);
    constexpr int patienceMs = 10'000;
    m_process.waitForStarted(patienceMs);
    close(ready[1]);
    // pkttyagent closes its end once it is registered (or ends): a question asked before that would find no
    // agent, and be answered with no.
    pollfd waiting{ready[0], POLLIN, 0};
    poll(&waiting, 1, patienceMs);
    close(ready[0]);
}

TerminalAgent::~TerminalAgent()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(1000);
}

} // namespace bondwright::cli
