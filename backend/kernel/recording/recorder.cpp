// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recording/recorder.h"

#include "posix/clock.h"

#include <QCoreApplication>

namespace bondwright::kernel
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Recorder::Recorder(KernelSource *source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    // A crash loses a second of it at most.
    m_flushTimer.setInterval(1s);
    connect(&m_flushTimer, &QTimer::timeout, this, [this] { m_file.flush(); });
}

Recorder::~Recorder()
{
    stop();
}

Result<void> Recorder::start(const QString &fileName, qint64 maximumSize)
{
    stop();
    m_file.setFileName(fileName);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return fail(
            u"recording.open"_s,
            //: @error %1 file, %2 system error text
            QCoreApplication::translate("Kernel", "%1 cannot be written: %2").arg(fileName, m_file.errorString()));
    }
    m_size = 0;
    m_maximumSize = maximumSize;
    m_flushTimer.start();
    if (m_source)
        m_stream = std::make_unique<RecordStream>(m_source, [this](const QByteArray &line) { take(line); });
    return {};
}

void Recorder::stop()
{
    if (isRecording())
        finish(u"stopped"_s, {});
}

void Recorder::addPing(const recording::PingResult &ping, qint64 sentMonotonicNs)
{
    if (isRecording())
        take(recording::toLine(recording::Record{sentMonotonicNs, ping}));
}

void Recorder::take(const QByteArray &line)
{
    if (!isRecording())
        return;
    if (m_size + line.size() > m_maximumSize)
        finish(u"limit"_s, {});
    else
        writeLine(line);
}

void Recorder::writeLine(const QByteArray &line)
{
    if (m_file.write(line) == line.size()) {
        m_size += line.size();
        return;
    }
    const QString error = m_file.errorString();
    m_flushTimer.stop();
    m_file.close();
    Q_EMIT stopped(error);
}

void Recorder::finish(const QString &reason, const QString &error)
{
    // It may be what called us.
    if (m_stream)
        m_stream.release()->deleteLater();
    m_flushTimer.stop();
    m_file.write(recording::toLine(recording::Record{monotonicNow(), recording::End{reason}}));
    const bool isWhole = m_file.flush();
    const QString failure = isWhole ? error : m_file.errorString();
    m_file.close();
    Q_EMIT stopped(failure);
}

} // namespace bondwright::kernel
