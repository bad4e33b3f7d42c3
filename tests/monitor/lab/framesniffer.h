// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace lab
{

struct Frame {
    qint64 monotonicNs = 0; ///< the kernel's stamp
    bool isOutgoing = false;
    QByteArray bytes; ///< from the Ethernet header on, at most 128
};

/// A packet capture on one interface (AF_PACKET), apart from the product's own code.
class FrameSniffer
{
public:
    explicit FrameSniffer(const QString &device);
    ~FrameSniffer();
    FrameSniffer(const FrameSniffer &) = delete;
    FrameSniffer &operator=(const FrameSniffer &) = delete;

    bool isOpen() const { return m_fd >= 0; }
    /// What has been captured since the last call.
    QList<Frame> take();

private:
    int m_fd = -1;
    qint64 m_realToMonotonic = 0;
};

/// The longest time in which no echo request was answered: from the sending of the first unanswered one to
/// that of the next answered one. Requests of the last `undecided` before the end do not count.
std::chrono::microseconds longestSilence(const QList<Frame> &frames, std::chrono::milliseconds undecided);

} // namespace lab
