// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "terminal.h"

#include <QElapsedTimer>

#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bondwright::cli::test
{

Terminal::Terminal(const QStringList &command, uid_t uid)
{
    QList<QByteArray> texts;
    for (const QString &argument : command)
        texts.append(argument.toLocal8Bit());
    QList<char *> arguments;
    for (QByteArray &text : texts)
        arguments.append(text.data());
    arguments.append(nullptr);
    const winsize size{24, 80, 0, 0};
    m_process = ::forkpty(&m_master, nullptr, nullptr, &size);
    if (m_process == 0) {
        if (uid != 0 && (::setgid(uid) != 0 || ::setuid(uid) != 0))
            ::_exit(99);
        ::execv(arguments.first(), arguments.data());
        ::_exit(98);
    }
}

Terminal::~Terminal()
{
    if (!m_isOver) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    ::close(m_master);
}

void Terminal::readSome(int ms)
{
    pollfd waiting{m_master, POLLIN, 0};
    if (::poll(&waiting, 1, ms) <= 0)
        return;
    char buffer[4096];
    const ssize_t length = ::read(m_master, buffer, sizeof buffer);
    if (length > 0)
        m_output.append(buffer, length);
    else
        ::usleep(50'000); // the other end is closed
}

bool Terminal::waitFor(const QString &text, int seconds)
{
    QElapsedTimer elapsed;
    elapsed.start();
    const QByteArray wanted = text.toUtf8();
    while (elapsed.elapsed() < seconds * 1000) {
        if (const qsizetype at = m_output.indexOf(wanted, m_position); at >= 0) {
            m_position = at + wanted.size();
            return true;
        }
        readSome(200);
    }
    return false;
}

void Terminal::type(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    (void)!::write(m_master, bytes.constData(), size_t(bytes.size()));
}

int Terminal::exitStatus(int seconds)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < seconds * 1000) {
        readSome(100);
        int status = 0;
        if (::waitpid(m_process, &status, WNOHANG) == m_process) {
            m_isOver = true;
            readSome(100);
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
    }
    return -1;
}

} // namespace bondwright::cli::test
