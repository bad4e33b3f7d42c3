// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/steadychannel.h"

#include "domain/errorcode.h"

#include <algorithm>
#include <array>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

/// Faults that the next try will meet again.
bool isFinal(const QString &code)
{
    constexpr std::array codes{errorcode::hostName,   "transport.no-program"_L1, errorcode::noBondctl,
                               "protocol.message"_L1, "protocol.version"_L1,     "protocol.too-long"_L1};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

SteadyChannel::SteadyChannel(Open open, QByteArray alive, std::chrono::seconds firstLimit)
    : m_open(std::move(open))
    , m_alive(std::move(alive))
    , m_firstLimit(firstLimit)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SteadyChannel::start);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        lose({u"host.silent"_s,
              //: @error
              tr("The host does not answer."),
              {}});
    });
    m_aliveTimer.setInterval(aliveInterval);
    connect(&m_aliveTimer, &QTimer::timeout, this, [this] { send(m_alive); });
}

SteadyChannel::~SteadyChannel()
{
    if (m_channel)
        disconnect(m_channel.get(), nullptr, this, nullptr);
}

void SteadyChannel::start()
{
    if (m_channel)
        return;
    m_again.stop();
    Q_EMIT opening();
    m_channel = m_open();
    connect(m_channel.get(), &LineChannel::lineReceived, this, &SteadyChannel::lineReceived);
    // Queued: it may be told in the middle of a call of ours into the channel.
    connect(m_channel.get(), &LineChannel::closed, this, &SteadyChannel::lose, Qt::QueuedConnection);
    connect(m_channel.get(), &LineChannel::approached, this, [this] {
        if (!m_isHeard)
            m_silence.start(m_firstLimit);
    });
    m_isHeard = false;
    m_silence.start(m_firstLimit);
    Q_EMIT opened();
}

void SteadyChannel::send(const QByteArray &line)
{
    if (m_channel)
        m_channel->send(line);
}

void SteadyChannel::heard()
{
    // Thousands of lines may come at once: the timer is not set anew for each.
    constexpr qint64 coarseMs = 500;
    if (m_isHeard && m_heard.elapsed() < coarseMs)
        return;
    m_isHeard = true;
    m_heard.start();
    m_silence.start(silenceLimit);
}

void SteadyChannel::settle()
{
    m_pause = firstPause;
    heard();
    if (!m_aliveTimer.isActive())
        m_aliveTimer.start();
}

void SteadyChannel::lose(const Error &why)
{
    if (!m_channel)
        return;
    disconnect(m_channel.get(), nullptr, this, nullptr);
    m_channel.release()->deleteLater(); // we may be inside one of its signals
    m_silence.stop();
    m_aliveTimer.stop();
    const bool isOver = isFinal(why.code);
    if (!isOver) {
        m_again.start(m_pause);
        m_pause = std::min(m_pause * 2, longestPause);
    }
    //: @error
    const QString ended = tr("The connection ended.");
    Q_EMIT lost(why.message.isEmpty() ? Error{why.code, ended, why.hint} : why, isOver);
}

} // namespace bondwright::host
