// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertest.h"

#include "posix/clock.h"

namespace bondwright::failover
{

using namespace std::chrono_literals;

namespace
{

constexpr int linkUpTries = 20;
constexpr auto linkUpPause = 500ms;

} // namespace

FailoverTest::FailoverTest(const TestSettings &settings, kernel::KernelSource *source, helper::HelperClient *helper,
                           QObject *parent)
    : FailoverTest(settings, source, helper ? std::make_unique<HelperCables>(helper) : nullptr, parent)
{
}

FailoverTest::FailoverTest(const TestSettings &settings, kernel::KernelSource *source, std::unique_ptr<Cables> cables,
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
    m_machine.cancel(monotonicNow());
    for (const TestMachine::Command &command : m_machine.takeCommands()) {
        if (command.kind == TestMachine::Command::LinkUp && m_cables)
            m_cables->setLink(m_machine.settings().bond, command.slave, true, nullptr, [](const Result<void> &) {});
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
            m_machine.linkRefused(tr("the helper is not there"), monotonicNow());
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
    if (command.kind == TestMachine::Command::LinkUp) {
        giveLinkBack(command.slave, linkUpTries);
        return;
    }
    m_cables->setLink(m_machine.settings().bond, command.slave, false, this, [this](const Result<void> &done) {
        if (done)
            return;
        Q_EMIT helperRefused(done.error());
        m_machine.linkRefused(done.error().message, monotonicNow());
        afterInput();
    });
}

/// A helper that dies takes the request along; asked again, the bus starts another one. Without that the link
/// would stay down until the helper's deadline.
void FailoverTest::giveLinkBack(const QString &slave, int triesLeft)
{
    m_cables->setLink(m_machine.settings().bond, slave, true, this, [this, slave, triesLeft](const Result<void> &done) {
        if (done)
            return;
        if (triesLeft == linkUpTries)
            Q_EMIT troubleOccurred(done.error().message);
        if (triesLeft > 1)
            QTimer::singleShot(linkUpPause, this, [this, slave, triesLeft] { giveLinkBack(slave, triesLeft - 1); });
    });
}

void FailoverTest::afterInput()
{
    for (const TestMachine::Command &command : m_machine.takeCommands())
        carryOut(command);
    const TestPhase phase = m_machine.phase();
    if (phase == m_lastPhase && m_machine.slave() == m_lastSlave && m_machine.wrongSlave() == m_lastWrong)
        return;
    m_lastPhase = phase;
    m_lastSlave = m_machine.slave();
    m_lastWrong = m_machine.wrongSlave();
    Q_EMIT changed();
    if (m_machine.isFinished()) {
        m_ticker.stop();
        disconnect(m_source, nullptr, this, nullptr);
        for (ping::Pinger *pinger : std::as_const(m_pingers))
            pinger->stop();
        Q_EMIT finished(m_machine.result());
    }
}

} // namespace bondwright::failover
