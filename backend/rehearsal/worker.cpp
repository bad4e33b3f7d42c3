// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/worker.h"

#include "helperclient/helperclient.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::rehearsal
{

Worker::Worker(QObject *parent, std::chrono::seconds limit)
    : QObject(parent)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(limit);
    connect(&m_deadline, &QTimer::timeout, this, [this, limit] {
        end({u"rehearsal.slow"_s,
             //: @error %1 seconds
             tr("The rehearsal did not end within %1 s and was stopped.").arg(limit.count()),
             //: @info why that may be
             tr("Monitoring intervals of many seconds take that long, and so does a very busy host.")});
    });
}

Worker::~Worker()
{
    end({});
}

void Worker::start(const QString &program, const Request &request)
{
    m_process = new QProcess(this);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] { take(m_process->readAllStandardOutput()); });
    connect(m_process, &QProcess::finished, this, [this] {
        take(m_process->readAllStandardOutput());
        end({});
    });
    const auto fail = [this, program](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart && m_process)
            end({u"rehearsal.program"_s,
                 tr("The program %1 could not be started: %2").arg(program, m_process->errorString()),
                 tr("Reinstall Bondwright.")});
    };
    connect(m_process, &QProcess::errorOccurred, this, fail, Qt::QueuedConnection); // it may come from start() itself
    m_deadline.start();
    m_process->start(program, QStringList());
    m_process->write(toJson(request));
}

void Worker::start(helper::HelperClient &helper, const Request &request)
{
    const helper::RehearsalOptions options{switchKindName(request.switchKind), request.observeOnly, request.pulls,
                                           request.language};
    helper.rehearse(request.plan, options, this, [this](const Result<QByteArray> &lines) {
        if (!lines)
            return end(lines.error());
        Q_EMIT allowed();
        take(*lines);
        end({});
    });
}

void Worker::take(const QByteArray &bytes)
{
    const auto lines = m_lines.add(bytes);
    if (!lines)
        return end({});
    for (const QByteArray &line : *lines) {
        if (!m_hasEnded)
            Q_EMIT lineRead(line);
    }
}

void Worker::end(const Error &trouble)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_deadline.stop();
    if (m_process) {
        // The object reaps the process in a later turn: nothing waits for the kernel to remove its namespaces.
        m_process->disconnect(this);
        m_process->setParent(nullptr);
        connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
        if (m_process->state() == QProcess::NotRunning)
            m_process->deleteLater();
        else
            m_process->kill();
        m_process = nullptr;
    }
    Q_EMIT ended(trouble);
}

} // namespace bondwright::rehearsal
