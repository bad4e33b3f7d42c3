// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/failoverrun.h"

#include "common/hostaccess.h"
#include "domain/errorcode.h"
#include "i18n/language.h"

#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace bondwright::cli
{

using failover::TestPhase;

TestRun::TestRun(const failover::TestSettings &settings, Context &context, bool talks)
    : m_settings(settings)
    , m_context(context)
    , m_talks(talks)
{
}

TestRun::~TestRun() = default;

void TestRun::catchSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    const int fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (fd < 0)
        return; // the helper's deadline gives the link back all the same
    auto *notifier = new QSocketNotifier(fd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, fd] {
        signalfd_siginfo info;
        if (::read(fd, &info, sizeof(info)) <= 0)
            return;
        // The second time, or while the link is given back: the helper restores the link as soon as this process has left the bus.
        if (m_test->machine().isFinished())
            return QCoreApplication::quit();
        m_test->cancel();
    });
    connect(notifier, &QObject::destroyed, this, [fd] { ::close(fd); });
}

failover::TestResult TestRun::exec()
{
    m_test = std::make_unique<failover::FailoverTest>(m_settings, &m_context.host.source(), &m_context.host.helper());
    m_test->setPingerFactory([&host = m_context.host](const ping::PingTarget &target, QObject *parent) {
        return host.createPinger(target, parent);
    });
    connect(m_test.get(), &failover::FailoverTest::changed, this, &TestRun::tell);
    for (const auto trouble : {&failover::FailoverTest::troubleOccurred, &failover::FailoverTest::linkStaysDown})
        connect(m_test.get(), trouble, this,
                [this](const QString &message) { m_context.err << "bondctl: " << message << Qt::endl; });
    connect(m_test.get(), &failover::FailoverTest::helperRefused, this,
            [this](const Error &error) { m_wasNotAuthorized = error.code == errorcode::notAuthorized; });
    connect(m_test.get(), &failover::FailoverTest::finished, qApp, &QCoreApplication::quit);
    catchSignals();
    m_context.host.source().start();
    QTimer::singleShot(0, m_test.get(), &failover::FailoverTest::start);
    QCoreApplication::exec();
    return m_test->machine().result();
}

void TestRun::tell()
{
    if (!m_talks)
        return;
    const failover::TestMachine &machine = m_test->machine();
    const QString slave = machine.slave();
    const QString port = m_settings.switchPorts.value(slave);
    const auto givingBack = [](const QString &name) { return tr("Giving the link of %1 back…").arg(name); };
    QString line;
    switch (machine.phase()) {
    case TestPhase::Checking:
        line = tr("[%1/%2] %3: checking that everything works…")
                   .arg(machine.step() + 1)
                   .arg(machine.stepCount())
                   .arg(slave);
        break;
    case TestPhase::WaitingForPull:
        if (!machine.wrongSlave().isEmpty())
            line = tr("That was %1. Plug it in again, and pull the cable of %2.").arg(machine.wrongSlave(), slave);
        else
            line = m_settings.automatic ? tr("Taking the link of %1 down…").arg(slave)
                : port.isEmpty()        ? tr("Pull the cable of %1 now.").arg(slave)
                                 //: @info %1 a NIC, %2 a switch and its port
                                 : tr("Pull the cable from %1 to %2 now.").arg(slave, port);
        break;
    case TestPhase::Measuring:
        line = tr("The link of %1 is down. Measuring…").arg(slave);
        break;
    case TestPhase::WaitingForPlug:
        line = m_settings.automatic ? givingBack(slave)
            : port.isEmpty()        ? tr("Plug the cable of %1 in again.").arg(slave)
                             //: @info %1 a NIC, %2 a switch and its port
                             : tr("Plug the cable from %1 to %2 in again.").arg(slave, port);
        break;
    case TestPhase::Settling:
        line = tr("The link of %1 is up again. Waiting until it is in use…").arg(slave);
        break;
    case TestPhase::Finished:
        if (m_test->returning().isEmpty())
            return;
        line = givingBack(m_test->returning());
        break;
    case TestPhase::Idle:
        return;
    }
    m_context.out << line << Qt::endl;
}

void TestRun::printResult(const failover::TestResult &result)
{
    QTextStream &out = m_context.out;
    out << '\n';
    for (const failover::StepResult &step : result.steps) {
        out << step.slave << ": " << i18n::inCurrentLanguage(failover::outcomeText(step.outcome)) << '\n';
        const QString summary = i18n::inCurrentLanguage(failover::stepSummary(step));
        if (!summary.isEmpty())
            out << "  " << summary << '\n';
        for (const failover::Problem &problem : step.problems)
            out << "  " << i18n::inCurrentLanguage(failover::problemText(problem, step, result.limit)) << '\n';
    }
    for (const failover::Problem &problem : result.problems)
        out << i18n::inCurrentLanguage(failover::problemText(problem, {}, result.limit)) << '\n';
    out << (result.isPassed() ? tr("%1: passed (limit %2 ms)") : tr("%1: FAILED (limit %2 ms)"))
               .arg(result.bond)
               .arg(result.limit.count())
        << '\n';
}

} // namespace bondwright::cli
