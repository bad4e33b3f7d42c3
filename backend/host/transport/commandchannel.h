// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/linesplitter.h"
#include "host/transport/linechannel.h"

#include <QMap>
#include <QProcess>
#include <QStringList>

namespace bondwright::host
{

/// A program with its arguments; no shell is asked.
struct Command {
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment = {}; ///< added to this process's own
    bool hasNoTerminal = false; ///< it cannot ask on the terminal that this program was started from

    friend bool operator==(const Command &, const Command &) = default;
};

/// Starts it with its environment.
void startCommand(QProcess &process, const Command &command);

/// Lines over the standard input and output of a command, such as `ssh HOST bondctl serve --stdio`. Its last
/// words on standard error become the reason when it ends.
class CommandChannel final : public LineChannel
{
    Q_OBJECT
public:
    CommandChannel(Command command, qsizetype maximumLine, QObject *parent = nullptr);
    ~CommandChannel() override;

    void send(const QByteArray &line) override;
    qint64 waitingBytes() const override { return m_process.bytesToWrite(); }
    void close() override;

private:
    void readReady();
    void readErrors();
    void end(const Error &why);
    Error reasonFor(int exitCode, QProcess::ExitStatus status) const;

    Command m_command;
    LineSplitter m_lines;
    QProcess m_process;
    QByteArray m_errors; ///< the last of what it said
    bool m_isOver = false;
};

} // namespace bondwright::host
