// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/decidingpinger.h"
#include "ping/pingline.h"

#include <QProcess>

namespace bondwright::ping
{

/// Reads one running system ping, which has the capability that this process lacks.
class SystemPinger : public DecidingPinger
{
    Q_OBJECT
public:
    /// @param program empty: "ping" from the usual folders @param leading its arguments before those of ping: a program
    ///        that runs ping elsewhere, such as ssh
    SystemPinger(const PingTarget &target, const QString &program = {}, const QStringList &leading = {},
                 QObject *parent = nullptr);
    ~SystemPinger() override;

    void start() override;
    void stop() override;
    Method method() const override { return Method::SystemPing; }

private:
    void launch();
    bool hasLine() const;
    void readAnswers();
    void readComplaints();
    void take(const PingLine &line);
    /// Packets up to `sequence` are known to have been sent, the last one at `sentNs`.
    quint32 note(quint16 sequence, qint64 sentNs);
    void countSilence();
    void handleExit();

    QString m_program;
    QStringList m_leading;
    QProcess m_process;
    QTimer m_silence; ///< ticks while no ping runs: each tick is a packet that could not be sent
    QTimer m_relaunch;
    std::chrono::milliseconds m_interval;
    quint32 m_offset = 0; ///< our number of the running ping's number 0
    quint32 m_last = 0; ///< the running ping's last number, unwrapped
    quint32 m_next = 0; ///< our number of the next packet
    bool m_isStarted = false;
    bool m_isTroubleSaid = false;
};

} // namespace bondwright::ping
