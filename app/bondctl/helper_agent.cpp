// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper_agent.h"

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
    m_process.start(agent,
                    {u"--process"_s, QString::number(QCoreApplication::applicationPid()), u"--fallback"_s,
                     u"--notify-fd"_s, QString::number(ready[1])});
    m_process.waitForStarted(1000);
    close(ready[1]);
    // pkttyagent closes its end once it is registered: a question asked before that would find no agent.
    pollfd waiting{ready[0], POLLIN, 0};
    poll(&waiting, 1, 2000);
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
