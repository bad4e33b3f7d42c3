// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertest.h"

#include "domain/errorcode.h"
#include "posix/clock.h"

namespace bondwright::failover
{

using namespace std::chrono_literals;

FailoverTest::FailoverTest(const TestSettings &settings, kernel::KernelSource *source, helper::HelperClient *helper,
                           QObject *parent)
    : FailoverTest(settings, source, helper ? std::make_shared<HelperCables>(helper) : nullptr, parent)
{
}

FailoverTest::FailoverTest(const TestSettings &settings, kernel::KernelSource *source, std::shared_ptr<Cables> cables,
                           QObject *parent)
    : QObject(parent)
    , m_machine(settings)
    , m_source(source)
    , m_cables(std::move(cables))
    , m_makePinger(ping::createPinger)
{
    m_ticker.setInterval(100ms);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        m_machine.tick(monotonicNow());
        afterInput();
    });
}

FailoverTest::~FailoverTest()
{
    // The link must not wait for the helper's deadline when the window is merely closed.
    for (const QPointer<LinkLoan> &loan : std::as_const(m_loans)) {
        if (!loan)
            continue;
        disconnect(loan, nullptr, this, nullptr);
        loan->giveBack();
    }
}

void FailoverTest::start()
{
    const TestSettings &settings = m_machine.settings();
    for (qsizetype i = 0; i < settings.targets.size(); ++i) {
        const auto address = ping::parseTarget(settings.targets.at(i));
        if (!address)
            continue; // stays silent, and the test says so
        ping::PingTarget target;
        target.address = *address;
        target.boundTo = settings.pingFrom.isEmpty() ? settings.bond : settings.pingFrom;
        target.interval = pingInterval;
        ping::Pinger *pinger = m_makePinger(target, this);
        connect(pinger, &ping::Pinger::replied, this, [this, i](const ping::PingReply &reply) {
            m_machine.replied(i, reply, monotonicNow());
            afterInput();
        });
        connect(pinger, &ping::Pinger::troubleOccurred, this, &FailoverTest::troubleOccurred);
        m_pingers.append(pinger);
        pinger->start();
    }
    connect(m_source, &kernel::KernelSource::snapshotChanged, this, [this] {
        m_machine.snapshotChanged(m_source->snapshot(), monotonicNow());
        afterInput();
    });
    m_ticker.start();
    m_machine.start(m_source->snapshot(), monotonicNow());
    afterInput();
}

void FailoverTest::cancel()
{
    m_machine.cancel(monotonicNow());
    afterInput();
}

void FailoverTest::carryOut(const TestMachine::Command &command)
{
    if (!m_cables) {
        if (command.kind == TestMachine::Command::LinkDown)
            m_machine.linkRefused(tr("the helper is not there"), TestMachine::Taken::No, monotonicNow());
        return;
    }
    if (command.kind == TestMachine::Command::Identify) {
        m_cables->identify(command.slave, this);
        return;
    }
    if (command.kind == TestMachine::Command::Activate) {
        m_cables->activate(m_machine.settings().bond, command.slave, this, [this](const Result<void> &done) {
            if (!done)
                Q_EMIT troubleOccurred(done.error().message);
        });
        return;
    }
    if (command.kind == TestMachine::Command::LinkUp)
        giveLinkBack(command.slave);
    else
        takeLink(command.slave);
}

void FailoverTest::takeLink(const QString &slave)
{
    auto *loan = new LinkLoan(m_cables, m_machine.settings().bond, slave);
    m_loans.append(loan);
    connect(loan, &LinkLoan::refused, this, [this](const Error &error) {
        Q_EMIT helperRefused(error);
        m_machine.linkRefused(error.message,
                              LinkLoan::mayBeTaken(error) ? TestMachine::Taken::Perhaps : TestMachine::Taken::No,
                              monotonicNow());
        afterInput();
    });
    connect(loan, &LinkLoan::troubleOccurred, this, &FailoverTest::troubleOccurred);
    connect(loan, &LinkLoan::gaveUp, this, [this, slave](const Error &error) {
        //: @info:warning %1 a NIC, %2 seconds, %3 why
        Q_EMIT linkStaysDown(tr("The link of %1 is still down. It comes up by itself within %2 s. %3")
                                 .arg(slave)
                                 .arg(HelperCables::undoAfter.count())
                                 .arg(error.message));
    });
    connect(loan, &LinkLoan::ended, this, [this, loan] {
        m_loans.removeOne(loan);
        afterInput();
    });
    loan->take();
}

void FailoverTest::giveLinkBack(const QString &slave)
{
    const QList<QPointer<LinkLoan>> loans = m_loans;
    for (const QPointer<LinkLoan> &loan : loans) {
        if (loan && loan->slave() == slave)
            loan->giveBack();
    }
}

QString FailoverTest::returning() const
{
    return m_machine.isFinished() && !m_loans.isEmpty() && m_loans.first() ? m_loans.first()->slave() : QString();
}

void FailoverTest::afterInput()
{
    for (const TestMachine::Command &command : m_machine.takeCommands())
        carryOut(command);
    tellChange();
    if (m_machine.isFinished() && m_loans.isEmpty() && !std::exchange(m_isOver, true))
        Q_EMIT finished(m_machine.result());
}

void FailoverTest::tellChange()
{
    const TestPhase phase = m_machine.phase();
    if (phase == m_lastPhase && m_machine.slave() == m_lastSlave && m_machine.wrongSlave() == m_lastWrong)
        return;
    m_lastPhase = phase;
    m_lastSlave = m_machine.slave();
    m_lastWrong = m_machine.wrongSlave();
    if (m_machine.isFinished()) {
        m_ticker.stop();
        disconnect(m_source, nullptr, this, nullptr);
        for (ping::Pinger *pinger : std::as_const(m_pingers))
            pinger->stop();
    }
    Q_EMIT changed();
}

} // namespace bondwright::failover
