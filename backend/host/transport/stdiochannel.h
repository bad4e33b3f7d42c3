// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/linesplitter.h"
#include "host/transport/linechannel.h"

#include <QSocketNotifier>

namespace bondwright::host
{

/// Lines over two file descriptors, usually 0 and 1. Sets them non-blocking, and back when it goes: they may
/// be shared with a terminal.
class StdioChannel final : public LineChannel
{
    Q_OBJECT
public:
    StdioChannel(int input, int output, qsizetype maximumLine, QObject *parent = nullptr);
    ~StdioChannel() override;

    void send(const QByteArray &line) override;
    qint64 waitingBytes() const override { return m_waiting.size() - m_written; }
    void close() override;

private:
    void readReady();
    void writeReady();
    void end(const Error &why);

    int m_input;
    int m_output;
    int m_inputFlags;
    int m_outputFlags;
    LineSplitter m_lines;
    QSocketNotifier m_reader;
    QSocketNotifier m_writer;
    QByteArray m_waiting;
    qsizetype m_written = 0; ///< of m_waiting
    bool m_isOver = false;
};

} // namespace bondwright::host
