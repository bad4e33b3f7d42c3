// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failovertest/linkloan.h"
#include "failovertest/testmachine.h"
#include "kernel/kernelsource.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace bondwright::failover
{

/// Runs a TestMachine on a live source, with pings and, for the automatic way, the helper. If this process
/// dies in mid-test, the helper's own deadline gives the link back.
class FailoverTest : public QObject
{
    Q_OBJECT
public:
    using MakePinger = std::function<ping::Pinger *(const ping::PingTarget &, QObject *)>;
    /// Packets this far apart: the outage is measured to about this.
    static constexpr std::chrono::milliseconds pingInterval{10};

    /// @param helper may be null for tests by hand; without it nothing blinks
    FailoverTest(const TestSettings &settings, kernel::KernelSource *source, helper::HelperClient *helper,
                 QObject *parent = nullptr);
    FailoverTest(const TestSettings &settings, kernel::KernelSource *source, std::shared_ptr<Cables> cables,
                 QObject *parent = nullptr);
    /// A link that is still down is given back later, as long as the cables exist.
    ~FailoverTest() override;
    /// How pings are sent; default ping::createPinger.
    void setPingerFactory(MakePinger make) { m_makePinger = std::move(make); }

    void start();
    /// Gives the link back and finishes.
    void cancel();
    /// The slave whose link is still being given back after the last phase; empty: none.
    QString returning() const;

    const TestMachine &machine() const { return m_machine; }
    const QList<ping::Pinger *> &pingers() const { return m_pingers; }

Q_SIGNALS:
    /// Phase, slave, or the wrong slave changed.
    void changed();
    /// After the last phase, and after the answer to the last request for a link.
    void finished(const bondwright::failover::TestResult &result);
    /// The helper did not switch a link; the test ends.
    void helperRefused(const bondwright::Error &error);
    /// A pinger or the helper has something to say that does not end the test.
    void troubleOccurred(const QString &message);
    /// All attempts to give a link back have failed; translated.
    void linkStaysDown(const QString &message);

private:
    void afterInput();
    void tellChange();
    void carryOut(const TestMachine::Command &command);
    void takeLink(const QString &slave);
    void giveLinkBack(const QString &slave);

    TestMachine m_machine;
    kernel::KernelSource *m_source;
    std::shared_ptr<Cables> m_cables; ///< may be null
    QList<QPointer<LinkLoan>> m_loans; ///< that have not ended
    MakePinger m_makePinger;
    QList<ping::Pinger *> m_pingers;
    QTimer m_ticker;
    TestPhase m_lastPhase = TestPhase::Idle;
    QString m_lastSlave;
    QString m_lastWrong;
    bool m_isOver = false; ///< finished() was told
};

} // namespace bondwright::failover
