// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/commandrun.h"

#include "host/transport/foreigntext.h"

#include <QCoreApplication>
#include <QTimer>

namespace bondwright::host
{

namespace
{

constexpr qsizetype maximumSaid = 4 * 1024 * 1024;
constexpr int sshsOwnFailure = 255; // ssh(1), "EXIT STATUS"

/// A command on its way; goes with its context, or when it has ended.
class CommandRun final : public QObject
{
public:
    CommandRun(const Command &command, const QByteArray &input, std::chrono::seconds limit, QObject *context,
               std::function<void(const CommandOutcome &)> done)
        : QObject(context)
        , m_done(std::move(done))
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &CommandRun::read);
        connect(&m_process, &QProcess::readyReadStandardError, this, &CommandRun::read);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(-1);
        });
        connect(&m_process, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
            read();
            end(how == QProcess::NormalExit ? status : -1);
        });
        m_limit.setSingleShot(true);
        connect(&m_limit, &QTimer::timeout, this, [this] {
            m_isLate = true;
            m_process.kill();
        });
        m_limit.start(limit);
        startCommand(m_process, command);
        m_process.write(input);
        m_process.closeWriteChannel();
    }
    ~CommandRun() override
    {
        disconnect(&m_process, nullptr, this, nullptr);
        m_process.kill(); // one that hangs must not delay the closing of a window
        m_process.waitForFinished(200);
    }

private:
    void read()
    {
        m_outcome.output.append(m_process.readAllStandardOutput());
        m_errors.append(m_process.readAllStandardError());
        if (m_outcome.output.size() > maximumSaid || m_errors.size() > maximumSaid)
            m_process.kill();
    }
    void end(int status)
    {
        if (std::exchange(m_isOver, true))
            return;
        m_outcome.status = m_isLate ? sshsOwnFailure : status;
        m_outcome.output = withoutControls(m_outcome.output);
        m_outcome.complaint = complaintIn(m_errors);
        if (m_isLate)
            //: @error
            m_outcome.complaint = QCoreApplication::translate("Host", "The host did not answer in time.");
        else if (m_outcome.complaint.isEmpty())
            m_outcome.complaint = m_process.errorString();
        deleteLater();
        m_done(m_outcome);
    }

    std::function<void(const CommandOutcome &)> m_done;
    CommandOutcome m_outcome;
    QByteArray m_errors;
    QProcess m_process;
    QTimer m_limit;
    bool m_isLate = false;
    bool m_isOver = false;
};

} // namespace

bool CommandOutcome::isUnreached() const
{
    return status == sshsOwnFailure;
}

void runCommand(const Command &command, const QByteArray &input, std::chrono::seconds limit, QObject *context,
                std::function<void(const CommandOutcome &)> done)
{
    new CommandRun(command, input, limit, context, std::move(done));
}

} // namespace bondwright::host
