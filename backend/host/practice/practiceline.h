// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/practice/practicemachine.h"
#include "host/transport/stdiochannel.h"

namespace bondwright::host
{

/// One conversation over a serial line of the practice host. Keeps what is sent until it has a line.
class PracticeLine final : public LineChannel
{
    Q_OBJECT
public:
    explicit PracticeLine(PracticeMachine &machine);
    ~PracticeLine() override;

    void send(const QByteArray &line) override;
    qint64 waitingBytes() const override;
    void close() override;

    /// It has a line now.
    void begin(int fd);
    /// The program at the other end, or the machine, has ended.
    void end(const Error &why);

private:
    QPointer<PracticeMachine> m_machine;
    QByteArrayList m_kept;
    std::unique_ptr<StdioChannel> m_channel;
    bool m_isOver = false;
};

} // namespace bondwright::host
