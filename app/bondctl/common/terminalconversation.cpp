// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/terminalconversation.h"

#include "common/words.h"

#include "i18n/printable.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

TerminalConversation::TerminalConversation(host::RemoteAgent &agent, const QString &hostName, QObject *parent)
    : QObject(parent)
    , m_agent(agent)
    , m_hostName(hostName)
{
    connect(&agent, &host::RemoteAgent::asked, this, &TerminalConversation::ask);
    connect(&agent, &host::RemoteAgent::ended, this, [this](qint64 id, bool) {
        if (id == m_asked)
            endQuestion();
    });
}

TerminalConversation::~TerminalConversation()
{
    endQuestion();
}

void TerminalConversation::ask(const host::AuthenticationQuestion &question)
{
    endQuestion();
    m_terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (m_terminal < 0) {
        //: @error %1 a host, %2 a sentence of polkit's
        const QString words = Words::tr("%1 asks for a password, and there is no terminal to ask on: %2")
                                  .arg(m_hostName, question.message);
        std::fprintf(stderr, "bondctl: %s\n", qPrintable(i18n::printable(words)));
        m_agent.cancel(question.id);
        return;
    }
    m_asked = question.id;
    if (termios now{}; !question.isEchoed && ::tcgetattr(m_terminal, &now) == 0) {
        m_former = now;
        now.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(m_terminal, TCSAFLUSH, &now);
    }
    if (!question.remark.isEmpty())
        say(question.remark + u'\n');
    //: @info %1 a host, %2 a sentence of polkit's
    say(Words::tr("Authentication is required on %1: %2").arg(m_hostName, question.message) + u'\n');
    //: @info %1 a user's name, %2 what is asked, such as “Password: ”
    say(Words::tr("%1, %2").arg(question.user, question.prompt));
    m_input = std::make_unique<QSocketNotifier>(m_terminal, QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, &TerminalConversation::readAnswer);
    m_stop = std::make_unique<StopSignal>(); // the terminal must get its echo back
    connect(m_stop.get(), &StopSignal::stopRequested, this, &TerminalConversation::giveUp, Qt::QueuedConnection);
}

void TerminalConversation::readAnswer()
{
    std::array<char, 1024> line{};
    const ssize_t length = ::read(m_terminal, line.data(), line.size());
    const qint64 asked = m_asked;
    if (length <= 0 || line[size_t(length) - 1] != '\n')
        return giveUp(); // Ctrl+D, or the terminal is gone
    say(u"\n"_s);
    endQuestion();
    m_agent.answer(asked, QString::fromUtf8(line.data(), length - 1));
    explicit_bzero(line.data(), line.size());
}

void TerminalConversation::giveUp()
{
    if (m_terminal < 0)
        return;
    const qint64 asked = m_asked;
    say(u"\n"_s);
    endQuestion();
    m_agent.cancel(asked);
}

void TerminalConversation::endQuestion()
{
    m_input.reset();
    m_stop.reset();
    if (m_terminal < 0)
        return;
    if (m_former)
        ::tcsetattr(m_terminal, TCSAFLUSH, &*m_former);
    m_former.reset();
    ::close(std::exchange(m_terminal, -1));
}

/// What a host says may hold anything.
void TerminalConversation::say(const QString &text) const
{
    const QByteArray clean = i18n::printable(text, i18n::Lines::Kept).toUtf8();
    (void)!::write(m_terminal, clean.constData(), size_t(clean.size()));
}

} // namespace bondwright::cli
