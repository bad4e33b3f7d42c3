// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/stdiochannel.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype freedAtOnce = 64 * 1024;

} // namespace

StdioChannel::StdioChannel(int input, int output, qsizetype maximumLine, QObject *parent)
    : LineChannel(parent)
    , m_input(input)
    , m_output(output)
    , m_inputFlags(fcntl(input, F_GETFL))
    , m_outputFlags(fcntl(output, F_GETFL))
    , m_lines(maximumLine)
    , m_reader(input, QSocketNotifier::Read)
    , m_writer(output, QSocketNotifier::Write)
{
    fcntl(m_input, F_SETFL, m_inputFlags | O_NONBLOCK);
    fcntl(m_output, F_SETFL, m_outputFlags | O_NONBLOCK);
    m_writer.setEnabled(false);
    connect(&m_reader, &QSocketNotifier::activated, this, &StdioChannel::readReady);
    connect(&m_writer, &QSocketNotifier::activated, this, &StdioChannel::writeReady);
}

StdioChannel::~StdioChannel()
{
    if (m_inputFlags >= 0)
        fcntl(m_input, F_SETFL, m_inputFlags);
    if (m_outputFlags >= 0)
        fcntl(m_output, F_SETFL, m_outputFlags);
}

void StdioChannel::send(const QByteArray &line)
{
    if (m_isOver)
        return;
    m_waiting.append(line).append('\n');
    if (!m_writer.isEnabled())
        writeReady();
}

void StdioChannel::close()
{
    end({});
}

void StdioChannel::readReady()
{
    std::array<char, 64 * 1024> buffer{};
    const ssize_t got = ::read(m_input, buffer.data(), buffer.size());
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0)
        return end({});
    const auto lines = m_lines.add(QByteArray(buffer.data(), qsizetype(got)));
    if (!lines)
        return end({u"protocol.too-long"_s, tr("The other end sent a line that is too long."), {}});
    for (const QByteArray &line : *lines) {
        if (!m_isOver)
            Q_EMIT lineReceived(line);
    }
}

void StdioChannel::writeReady()
{
    while (m_written < m_waiting.size()) {
        const ssize_t put
            = ::write(m_output, m_waiting.constData() + m_written, std::size_t(m_waiting.size() - m_written));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0 && errno == EAGAIN) {
            if (m_written > freedAtOnce) // a slow reader may never take all
                m_waiting.remove(0, std::exchange(m_written, 0));
            m_writer.setEnabled(true);
            return;
        }
        if (put < 0)
            return end({});
        m_written += put;
    }
    m_waiting.clear();
    m_written = 0;
    const bool hadToWait = m_writer.isEnabled();
    m_writer.setEnabled(false);
    if (hadToWait)
        Q_EMIT drained();
}

void StdioChannel::end(const Error &why)
{
    if (std::exchange(m_isOver, true))
        return;
    m_reader.setEnabled(false);
    m_writer.setEnabled(false);
    Q_EMIT closed(why);
}

} // namespace bondwright::host
