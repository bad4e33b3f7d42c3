// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/plan.h"
#include "host/practice/cables.h"
#include "host/remote/remotehost.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using helper::TransactionState;

/// The practice host as the window has it: the lab's guest, over its serial lines.
class TestPractice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void comesUp();
    void aBondIsMadeAndKept();
    void aCableIsPulled();
    void cablesAndSwitches();
    void linesAreGivenBack();
    void reopenedAtItsEndItIsANewMachine();
    void goesWithItsOwner();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeMachine> m_machine;
    std::unique_ptr<Cables> m_cables;
    std::unique_ptr<RemoteHost> m_host;
    QString m_refused;
    helper::Transaction m_transaction;
};

namespace
{

BondPlan practicePlan()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = Mode::ActiveBackup;
    plan.options.insert(u"miimon"_s, u"100"_s);
    for (const QString &nic : {u"eth0"_s, u"eth1"_s}) {
        SlavePlan slave;
        slave.name = nic;
        plan.slaves.append(slave);
    }
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.10/24"_s};
    return plan;
}

/// Processes of User-Mode Linux that run this test's practice host, known by its folder: other tests have guests, too.
/// The kernel has several.
int guests()
{
    QProcess count;
    count.start(u"pgrep"_s, {u"-c"_s, u"-f"_s, u"linux.uml.*labrun=%1/"_s.arg(qEnvironmentVariable("TMPDIR"))});
    count.waitForFinished();
    return count.readAllStandardOutput().trimmed().toInt();
}

} // namespace

void TestPractice::initTestCase()
{
    if (const auto missing = PracticeMachine::obstacle()) {
        // As tests/lab/lab has it: where there is a package, it is to be installed.
        const bool isPackaged = QProcess::execute(u"apt-cache"_s, {u"show"_s, u"user-mode-linux"_s}) == 0;
        if (missing->code == u"practice.no-uml" && !isPackaged)
            QSKIP(qPrintable(missing->message));
        QFAIL(qPrintable(missing->message + u' ' + missing->hint));
    }
    QVERIFY(m_folder.isValid());
    qputenv("TMPDIR", m_folder.path().toLocal8Bit());
    QCOMPARE(guests(), 0);
    m_machine = std::make_unique<PracticeMachine>();
    m_cables = std::make_unique<Cables>(*m_machine);
    connect(m_cables.get(), &Cables::refused, this, [this](const QString &why) { m_refused += why; });
    m_host = std::make_unique<RemoteHost>(u"Practice host"_s, [this] { return m_machine->open(); });
    connect(&m_host->helper(), &helper::HelperClient::transactionChanged, this,
            [this](const helper::Transaction &now) { m_transaction = now; });
}

void TestPractice::comesUp()
{
    QVERIFY(!m_cables->isPossible());
    QElapsedTimer clock;
    clock.start();
    m_host->source().start();
    QTRY_VERIFY2_WITH_TIMEOUT(m_host->reach() == Reach::Served, qPrintable(m_host->trouble().message), 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_host->source().snapshot().nicByName(u"eth3"_s), 60'000);
    qInfo() << "from its start to the first state:" << clock.elapsed() << "ms";
    QVERIFY(m_host->source().snapshot().bonds.isEmpty());
    QVERIFY(m_cables->isPossible());
}

void TestPractice::aBondIsMadeAndKept()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_host->helper().isReachable(), 60'000);
    helper::Ticket ticket;
    Error refused;
    m_host->helper().apply(u"r1"_s, practicePlan(), {}, this, [&](const Result<helper::Ticket> &answer) {
        if (answer)
            ticket = *answer;
        else
            refused = answer.error();
    });
    QTRY_VERIFY2_WITH_TIMEOUT(m_transaction.state == TransactionState::AwaitingConfirm,
                              qPrintable(refused.message + m_transaction.reason), 120'000);
    bool isKept = false;
    m_host->helper().confirm(ticket, this,
                             [&](const Result<helper::HelperClient::Nothing> &answer) { isKept = answer.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isKept, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_transaction.state, TransactionState::Done, 60'000);
    QVERIFY(m_host->source().snapshot().bondByName(u"bond0"_s));
}

void TestPractice::aCableIsPulled()
{
    const kernel::BondState *bond = m_host->source().snapshot().bondByName(u"bond0"_s);
    QVERIFY(bond && bond->activeSlave);
    const QString active = m_host->source().snapshot().nics.value(*bond->activeSlave).name;
    QSignalSpy events(&m_host->source(), &kernel::KernelSource::eventOccurred);
    QElapsedTimer clock;
    clock.start();
    m_cables->setPlugged(active.mid(3).toInt(), false);
    const auto hasFailedOver = [&events] {
        return std::ranges::any_of(events, [](const QList<QVariant> &one) {
            return one.first().value<kernel::BondEvent>().kind == kernel::EventKind::Failover;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasFailedOver(), 60'000);
    qInfo() << "from the pull to the failover here:" << clock.elapsed() << "ms";
    m_cables->setPlugged(active.mid(3).toInt(), true);
    QTRY_VERIFY_WITH_TIMEOUT(m_host->source().snapshot().nicByName(active)->carrier, 60'000);
}

void TestPractice::cablesAndSwitches()
{
    const auto hasLink = [this](const QString &nic) { return m_host->source().snapshot().nicByName(nic)->carrier; };
    m_cables->setOn(1, false);
    QTRY_VERIFY_WITH_TIMEOUT(!hasLink(u"eth1"_s) && hasLink(u"eth0"_s), 60'000);
    m_cables->setOn(1, true);
    QTRY_VERIFY_WITH_TIMEOUT(hasLink(u"eth1"_s), 60'000);
    m_cables->setLoss(0, 50);
    m_cables->setDelay(0, 100);
    QCOMPARE(m_cables->cable(0).lossPercent, 0); // a cable has one fault
    m_cables->setDelay(0, 0);
    m_cables->setLoss(1, 30);
    m_cables->setPlugged(1, false);
    m_cables->setCabling(Cabling::LacpGroup);
    QCOMPARE(m_cables->cable(1), Cables::Cable());
    QTRY_VERIFY_WITH_TIMEOUT(hasLink(u"eth1"_s), 60'000);
    m_cables->setCabling(Cabling::TwoSwitchesLinked);
    bool isAnswered = false; // orders are answered one after the other
    m_machine->order({u"plug"_s, u"0"_s}, this, [&](const Result<void> &) { isAnswered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 60'000);
    QCOMPARE(m_refused, QString());
    m_machine->order({u"plug"_s, u"9"_s}, this,
                     [&](const Result<void> &answer) { m_refused = answer ? QString() : answer.error().message; });
    QTRY_VERIFY_WITH_TIMEOUT(m_refused.contains(u"no cable 9"), 60'000);
}

/// There are four lines: ten conversations, one after the other, need them given back.
void TestPractice::linesAreGivenBack()
{
    for (int i = 0; i < 10; ++i) {
        Connection connection([this] { return m_machine->open(); });
        connection.start();
        QTRY_VERIFY2_WITH_TIMEOUT(connection.state() == Connection::State::Online,
                                  qPrintable(connection.trouble().message + connection.trouble().hint), 60'000);
    }
    QVERIFY(m_host->reach() == Reach::Served);
}

/// Reopening at once gives a new machine, not the sockets of the one that ends.
void TestPractice::reopenedAtItsEndItIsANewMachine()
{
    std::unique_ptr<LineChannel> first = m_machine->open();
    std::unique_ptr<LineChannel> second;
    QByteArrayList heard;
    connect(first.get(), &LineChannel::closed, this, [&] {
        second = m_machine->open();
        connect(second.get(), &LineChannel::lineReceived, this,
                [&heard](const QByteArray &line) { heard.append(line); });
    });
    QProcess kill;
    kill.start(u"pkill"_s, {u"-KILL"_s, u"-f"_s, u"linux.uml.*labrun=%1/"_s.arg(qEnvironmentVariable("TMPDIR"))});
    QVERIFY(kill.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(second, 60'000);
    QCOMPARE(m_machine->state(), PracticeMachine::State::Starting);
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), 120'000);
    QVERIFY2(heard.first().contains("hello"), heard.first().constData());
    QTRY_VERIFY2_WITH_TIMEOUT(m_host->reach() == Reach::Served, qPrintable(m_host->trouble().message), 120'000);
}

void TestPractice::goesWithItsOwner()
{
    QVERIFY(guests() > 0);
    QElapsedTimer clock;
    clock.start();
    m_host.reset();
    m_cables.reset();
    m_machine.reset();
    qInfo() << "to its end:" << clock.elapsed() << "ms";
    QTRY_COMPARE_WITH_TIMEOUT(guests(), 0, 60'000);
}

QTEST_GUILESS_MAIN(TestPractice)
#include "tst_practice.moc"
