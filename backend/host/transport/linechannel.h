// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QObject>

namespace bondwright::host
{

/// A two-way stream of lines to the other end: standard input and output of this process, or those of a
/// command. Never blocks. What is sent is kept until the other end takes it; waitingBytes() tells the sender
/// when to send less.
class LineChannel : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~LineChannel() override;

    /// @param line without its end of line
    virtual void send(const QByteArray &line) = 0;
    /// Sent and not yet taken by the system, in bytes.
    virtual qint64 waitingBytes() const = 0;
    /// Ends it, at once where the other end does not read any more. closed() follows.
    virtual void close() = 0;

Q_SIGNALS:
    void lineReceived(const QByteArray &line);
    /// The system has taken all that was sent.
    void drained();
    /// The other end is not there yet, but comes nearer, as a machine that boots: it may take its time from here again.
    void approached();
    /// Over. @param why translated, with what to do; an empty code where the other end just ended
    void closed(const bondwright::Error &why);
};

} // namespace bondwright::host
