// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "failovertest/failovertest.h"
#include "kernel/localkernelsource.h"
#include "rehearsal/cabling.h"
#include "rehearsal/report.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace bondwright::rehearsal
{

/// One run inside the sandbox: sets the plan up, verifies it, pulls each cable. The process is of no further use: what
/// was made goes with the namespaces.
class RehearsalRun : public QObject
{
    Q_OBJECT
public:
    RehearsalRun(Request request, Sandbox sandbox, QObject *parent = nullptr);
    ~RehearsalRun() override;

    /// What happens in the sandbox; started with start().
    kernel::KernelSource &source() { return m_source; }
    void start();

Q_SIGNALS:
    void finished(const bondwright::rehearsal::Report &report);

private:
    void build();
    void look();
    bool isUsable(const kernel::BondState &bond) const; ///< with every slave
    std::chrono::milliseconds proofOfMonitoring() const;
    std::chrono::milliseconds patience() const;
    void shortenDelays();
    void watchTraffic(const kernel::BondState &bond);
    void test();
    void observe();
    diagnosis::Diagnosis health(const kernel::BondState &bond) const;
    void finishObservation();
    void finish(RehearsalOutcome outcome);

    Request m_request;
    Sandbox m_sandbox;
    Arrangement m_arrangement;
    kernel::LocalKernelSource m_source;
    std::unique_ptr<Cabling> m_cabling;
    std::unique_ptr<failover::FailoverTest> m_test;
    std::vector<std::unique_ptr<ping::Pinger>> m_pingers;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    qint64 m_builtUs = 0;
    qint64 m_settlesSinceUs = 0;
    std::optional<qint64> m_usableSinceUs;
    std::optional<diagnosis::Diagnosis> m_unproven; ///< of a bond whose monitoring did not keep every slave
    Report m_report;
};

} // namespace bondwright::rehearsal
