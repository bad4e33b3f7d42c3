// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSocketNotifier>

#include <memory>

/// Sees the echo requests that arrive at the lab's switch: what a packet capture there would hold.
class SwitchCapture
{
public:
    /// Opens a packet socket inside the network namespace of the switch.
    SwitchCapture();
    ~SwitchCapture();
    Q_DISABLE_COPY(SwitchCapture)
    bool isOpen() const { return m_fd >= 0; }
    /// Arrival by the kernel's stamp (CLOCK_REALTIME, ns) of each ICMP sequence number, first time seen.
    const QMap<int, qint64> &requests();

    /// The longest run of sequence numbers that never came, within those seen.
    struct Gap {
        int packets = 0;
        qint64 beforeNs = 0; ///< arrival of the last one before
        qint64 afterNs = 0; ///< arrival of the first one after
    };
    Gap longestGap();

private:
    void drain();

    int m_fd = -1;
    QMap<int, qint64> m_requests;
    std::unique_ptr<QSocketNotifier> m_notifier;
};
