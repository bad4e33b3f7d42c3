// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/systempinger.h"

#include "i18n/printable.h"
#include "posix/clock.h"

#include <QStandardPaths>

namespace bondwright::ping
{

using std::chrono::milliseconds;

namespace
{

constexpr milliseconds relaunchAfter{1000};
// What iputils before 20210722 allows to users.
constexpr milliseconds oldUserInterval{200};
constexpr qint64 maxLineBytes = 1024;

QString findPing()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("ping"));
    return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("ping"),
                                                            {QStringLiteral("/usr/bin"), QStringLiteral("/bin"),
                                                             QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")})
                           : found;
}

} // namespace

SystemPinger::SystemPinger(const PingTarget &target, const QString &program, const QStringList &leading,
                           QObject *parent)
    : DecidingPinger(target, parent)
    , m_program(program)
    , m_leading(leading)
    , m_interval(this->target().interval)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_silence.setTimerType(Qt::PreciseTimer);
    m_silence.setInterval(m_interval);
    m_relaunch.setSingleShot(true);
    m_relaunch.setInterval(relaunchAfter);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SystemPinger::readAnswers);
    connect(&m_process, &QProcess::readyReadStandardError, this, &SystemPinger::readComplaints);
    connect(&m_process, &QProcess::finished, this, &SystemPinger::handleExit);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            handleExit();
    });
    connect(&m_silence, &QTimer::timeout, this, &SystemPinger::countSilence);
    connect(&m_relaunch, &QTimer::timeout, this, &SystemPinger::launch);
}

SystemPinger::~SystemPinger()
{
    stop();
}

void SystemPinger::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    launch();
}

void SystemPinger::stop()
{
    if (!std::exchange(m_isStarted, false))
        return;
    m_silence.stop();
    m_relaunch.stop();
    abandon();
    if (m_process.state() != QProcess::NotRunning) {
        // ping ends at once when told so; waiting keeps a killed child from becoming a zombie of ours.
        m_process.kill();
        m_process.waitForFinished(1000);
    }
    // Its last output must not count for the next start.
    m_process.readAllStandardOutput();
    m_process.readAllStandardError();
}

void SystemPinger::launch()
{
    const QString program = m_program.isEmpty() ? findPing() : m_program;
    if (program.isEmpty()) {
        //: @info
        say(tr("There is no ping program. Install iputils (iputils-ping)."));
        return;
    }
    m_offset = m_next - 1; // ping counts from 1
    m_last = 0;
    QStringList arguments{QStringLiteral("-n"), QStringLiteral("-O"), QStringLiteral("-i"),
                          QString::number(double(m_interval.count()) / 1000, 'f', 3)};
    if (!target().boundTo.isEmpty())
        arguments += {QStringLiteral("-I"), target().boundTo};
    arguments.append(target().address.toString());
    m_process.start(program, m_leading + arguments, QIODevice::ReadOnly);
}

/// Or more than any line of ping's: a program that ends none must not fill the memory.
bool SystemPinger::hasLine() const
{
    return m_process.canReadLine() || m_process.bytesAvailable() > maxLineBytes;
}

void SystemPinger::readAnswers()
{
    // Waiting for the end of a ping that was stopped still brings its last words: stopped is stopped.
    if (!m_isStarted)
        return;
    while (hasLine()) {
        // A longer line than any of ping's is read in pieces, none of which means anything.
        if (const auto line = parsePingLine(m_process.readLine(maxLineBytes)))
            take(*line);
    }
    decide();
}

void SystemPinger::readComplaints()
{
    m_process.setReadChannel(QProcess::StandardError);
    while (m_isStarted && hasLine()) {
        const QByteArray text = m_process.readLine(maxLineBytes).trimmed();
        const auto line = parsePingLine(text);
        if (line && line->kind == PingLine::Kind::TooFast) {
            m_interval = std::max(m_interval, oldUserInterval);
            m_silence.setInterval(m_interval);
            //: @info
            say(tr("This system's ping does not let a user ping faster than every %n ms.", nullptr,
                   int(oldUserInterval.count())));
        } else if (!std::exchange(m_isTroubleSaid, true)) {
            //: @info %1 is an address, %2 what the ping program said
            say(tr("%1 cannot be pinged at the moment: %2.")
                    .arg(target().address.toString(), i18n::printable(QString::fromLocal8Bit(text.left(200)))));
        }
    }
    m_process.setReadChannel(QProcess::StandardOutput);
}

quint32 SystemPinger::note(quint16 sequence, qint64 sentNs)
{
    m_last = unwrapSequence(sequence, m_last);
    const quint32 ours = m_offset + m_last;
    const qint64 interval = std::chrono::nanoseconds(m_interval).count();
    // What came between was sent, too, one interval apart. A jump beyond any sense is not believed.
    if (qint32(ours - m_next) > 100'000)
        return ours;
    for (; qint32(ours - m_next) >= 0; ++m_next)
        pending().sent(m_next, sentNs - interval * qint64(ours - m_next));
    return ours;
}

void SystemPinger::take(const PingLine &line)
{
    m_isTroubleSaid = false;
    const qint64 now = monotonicNow();
    switch (line.kind) {
    case PingLine::Kind::Answer:
        pending().answered(note(line.sequence, now - line.rtt.count()), line.rtt);
        break;
    case PingLine::Kind::NoAnswerYet:
        note(line.sequence, now - std::chrono::nanoseconds(m_interval).count());
        break;
    case PingLine::Kind::Refused:
        pending().failed(note(line.sequence, now));
        break;
    case PingLine::Kind::TooFast:
    case PingLine::Kind::Complaint:
        break;
    }
}

void SystemPinger::countSilence()
{
    if (m_process.state() == QProcess::Running) {
        m_silence.stop();
        return;
    }
    pending().sent(m_next, monotonicNow());
    pending().failed(m_next++);
    decide();
}

void SystemPinger::handleExit()
{
    if (!m_isStarted)
        return;
    readComplaints();
    m_silence.start();
    m_relaunch.start();
}

} // namespace bondwright::ping
