// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recording/recorder.h"

#include "kernel/monotonicclock.h"

#include <QCoreApplication>

#include <algorithm>

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
    connect(source, &KernelSource::snapshotChanged, this, &Recorder::writeChange);
    connect(source, &KernelSource::eventOccurred, this, [this](const BondEvent &event) {
        // The state that the event tells of comes first.
        writeChange();
        write(event, std::max<qint64>(event.monotonicNs, 0));
    });
    connect(source, &KernelSource::sampleTaken, this,
            [this](const CounterSample &sample) { write(sample, sample.monotonicNs); });
    connect(source, &KernelSource::troubleOccurred, this,
            [this](const QString &message) { write(recording::Trouble{message}, monotonicNow()); });
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
    m_written = m_source ? m_source->snapshot() : Snapshot();
    m_flushTimer.start();
    writeLine(recording::toLine(
        recording::Header{recording::version, QStringLiteral(BONDWRIGHT_VERSION), QDateTime::currentDateTimeUtc()}));
    write(recording::wholeOf(m_written), monotonicNow());
    return {};
}

void Recorder::stop()
{
    if (isRecording())
        finish(u"stopped"_s, {});
}

void Recorder::writeChange()
{
    if (!isRecording() || !m_source)
        return;
    const Snapshot &now = m_source->snapshot();
    const recording::Change change = recording::differenceOf(m_written, now);
    if (change.isEmpty())
        return;
    m_written = now;
    write(change, std::max<qint64>(now.monotonicNs, 0));
}

void Recorder::write(const recording::Content &content, qint64 monotonicNs)
{
    if (!isRecording())
        return;
    const QByteArray line = recording::toLine(recording::Record{monotonicNs, content});
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
    m_flushTimer.stop();
    m_file.write(recording::toLine(recording::Record{monotonicNow(), recording::End{reason}}));
    const bool isWhole = m_file.flush();
    const QString failure = isWhole ? error : m_file.errorString();
    m_file.close();
    Q_EMIT stopped(failure);
}

} // namespace bondwright::kernel
