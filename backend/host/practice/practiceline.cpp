// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/practice/practiceline.h"

#include "host/protocol/message.h"

namespace bondwright::host
{

PracticeLine::PracticeLine(PracticeMachine &machine)
    : m_machine(&machine)
{
}

PracticeLine::~PracticeLine()
{
    m_isOver = true;
    m_channel.reset();
    if (m_machine)
        m_machine->release(this);
}

void PracticeLine::send(const QByteArray &line)
{
    if (m_channel)
        m_channel->send(line);
    else if (!m_isOver)
        m_kept.append(line);
}

qint64 PracticeLine::waitingBytes() const
{
    qint64 bytes = m_channel ? m_channel->waitingBytes() : 0;
    for (const QByteArray &line : m_kept)
        bytes += line.size();
    return bytes;
}

void PracticeLine::close()
{
    end({});
}

void PracticeLine::begin(int fd)
{
    m_channel = std::make_unique<StdioChannel>(fd, fd, maximumReplyLine);
    connect(m_channel.get(), &LineChannel::lineReceived, this, &LineChannel::lineReceived);
    connect(m_channel.get(), &LineChannel::drained, this, &LineChannel::drained);
    connect(m_channel.get(), &LineChannel::closed, this, &PracticeLine::end);
    for (const QByteArray &line : std::exchange(m_kept, {}))
        m_channel->send(line);
}

void PracticeLine::end(const Error &why)
{
    if (std::exchange(m_isOver, true))
        return;
    if (m_channel) {
        m_channel->disconnect(this);
        m_channel.release()->deleteLater(); // it may be the one that told
    }
    if (m_machine)
        m_machine->release(this);
    Q_EMIT closed(why);
}

} // namespace bondwright::host
