// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A NIC that a test plays itself (a TAP device): its cable, its speed and what it receives. It can do
/// what the guest's veth NICs cannot: change its speed, and come back with counters at zero under the number it
/// had. It is gone with this object.
class TapNic
{
public:
    /// @param ifindex the number it gets; 0: the kernel's choice
    explicit TapNic(const QString &name, int ifindex = 0);
    ~TapNic();
    Q_DISABLE_COPY(TapNic)

    bool isOpen() const { return m_fd >= 0; }
    bool setCarrier(bool on);
    bool setSpeed(quint32 mbps);
    /// @p count frames of @p bytes each come in.
    bool receive(int count, int bytes);

private:
    QString m_name;
    int m_fd = -1;
};
