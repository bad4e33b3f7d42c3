// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs as root in the lab's guest, which plays a host of release 6 without Bondwright.
#include "host/bundle/bundlehelper.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;
using helper::TransactionState;

namespace
{

const QString scripts = u"/etc/sysconfig/network-scripts/"_s;

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

class TestBundleHelperLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keptOverANewConnection();
    void cutOffItComesBackByItself();
    void rolledBackWhenAsked();
    void linksForATest();
    void nothingBeginsWithoutItsWatchdog();

private:
    void begin(std::chrono::seconds confirmWithin);
    bool isOldWorld() const
    {
        return !QFile::exists(u"/sys/class/net/bond0"_s) && !QFile::exists(scripts + u"ifcfg-bond0"_s)
            && QProcess::execute(u"ping"_s, {u"-c1"_s, u"-w5"_s, u"-I"_s, u"192.0.2.10"_s, u"192.0.2.254"_s}) == 0;
    }

    std::unique_ptr<BundleHelper> m_helper;
    bool m_isCut = false; ///< no new connection can be opened
    int m_newConnections = 0;
    helper::Transaction m_now;
    helper::Ticket m_ticket;
    QStringList m_steps;
};

void TestBundleHelperLab::initTestCase()
{
    QVERIFY(QDir().mkpath(scripts) && QDir().mkpath(u"/etc/init.d"_s) && QDir().mkpath(u"/etc/modprobe.d"_s));
    QVERIFY(put(u"/etc/redhat-release"_s, "CentOS release 6.10 (Final)\n"));
    QFile::remove(u"/etc/os-release"_s); // release 6 has none
    QFile::remove(u"/etc/init.d/network"_s);
    QVERIFY(QFile::copy(QStringLiteral(BONDWRIGHT_LAB_DATA "/network"), u"/etc/init.d/network"_s));
    QFile::setPermissions(u"/etc/init.d/network"_s, QFile::Permissions(0x7755));
    QVERIFY(put(scripts + u"ifcfg-eth0"_s, "DEVICE=eth0\nIPADDR=192.0.2.10\nNETMASK=255.255.255.0\nONBOOT=yes\n"));
    QCOMPARE(QProcess::execute(u"/etc/init.d/network"_s, {u"start"_s}), 0);
    QVERIFY(isOldWorld());
}

void TestBundleHelperLab::init()
{
    m_isCut = false;
    m_newConnections = 0;
    m_now = {};
    m_ticket = {};
    m_steps.clear();
    m_helper = std::make_unique<BundleHelper>(
        [this](BundleHelper::Way way, BundleHelper::Rights, const QStringList &arguments) {
            m_newConnections += way == BundleHelper::Way::New;
            return m_isCut ? Command{u"sh"_s, {u"-c"_s, u"echo 'No route to host' >&2; exit 255"_s}}
                           : Command{u"sh"_s, QStringList{u"-s"_s} + arguments};
        },
        u"root@srv1"_s);
    connect(m_helper.get(), &helper::HelperClient::transactionChanged, this,
            [this](const helper::Transaction &now) { m_now = now; });
    connect(m_helper.get(), &helper::HelperClient::stepProgressed, this, [this](const helper::StepProgress &step) {
        if (step.finished)
            m_steps.append(step.step);
    });
}

void TestBundleHelperLab::cleanup()
{
    m_helper.reset();
}

void TestBundleHelperLab::begin(std::chrono::seconds confirmWithin)
{
    helper::ApplyOptions options;
    options.confirmWithin = confirmWithin;
    options.pingTarget = u"192.0.2.254"_s;
    bool isAnswered = false;
    m_helper->apply(u"r-"_s + QString::fromLatin1(QTest::currentTestFunction()), usualPlan(u"192.0.2.11/24"_s), options,
                    this, [&](const Result<helper::Ticket> &answer) {
                        isAnswered = true;
                        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
                        m_ticket = *answer;
                    });
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 30'000);
    QTRY_VERIFY2_WITH_TIMEOUT(m_now.state == TransactionState::AwaitingConfirm, qPrintable(m_now.reason), 60'000);
    QVERIFY(QFile::exists(u"/sys/class/net/bond0"_s));
}

void TestBundleHelperLab::keptOverANewConnection()
{
    begin(std::chrono::seconds(60));
    QVERIFY(m_now.secondsLeft > 40 && m_now.extended);
    QCOMPARE(m_steps, (QStringList{u"send"_s, u"start"_s, u"activate"_s}));
    const int before = m_newConnections;
    bool isKept = false;
    m_helper->confirm(m_ticket, this, [&](const auto &answer) { isKept = answer.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isKept, 20'000);
    QVERIFY(m_newConnections > before);
    QCOMPARE(m_now.state, TransactionState::Done);
    QCOMPARE(m_steps.last(), u"reach"_s);
    QTest::qWait(2500);
    QVERIFY(QFile::exists(u"/sys/class/net/bond0"_s));
    // For the next one.
    QCOMPARE(QProcess::execute(u"sh"_s, {u"/var/lib/bondwright-bundle/bond0.sh"_s, u"rollback"_s}), 0);
    QVERIFY(isOldWorld());
}

void TestBundleHelperLab::cutOffItComesBackByItself()
{
    begin(std::chrono::seconds(12));
    m_isCut = true;
    std::optional<Error> refused;
    m_helper->confirm(m_ticket, this, [&](const auto &answer) {
        if (!answer)
            refused = answer.error();
    });
    QTRY_VERIFY_WITH_TIMEOUT(refused, 20'000);
    QCOMPARE(refused->code, u"host.offline"_s);
    QVERIFY2(refused->message.contains(u"No route to host"), qPrintable(refused->message));
    QTRY_VERIFY_WITH_TIMEOUT(isOldWorld(), 60'000);
    m_isCut = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_now.state, TransactionState::RolledBack, 20'000);
}

void TestBundleHelperLab::rolledBackWhenAsked()
{
    begin(std::chrono::seconds(60));
    // By another program, which learns of the change from the host.
    BundleHelper other(
        [](BundleHelper::Way, BundleHelper::Rights, const QStringList &arguments) {
            return Command{u"sh"_s, QStringList{u"-s"_s} + arguments};
        },
        u"root@srv1"_s);
    helper::Transaction seen;
    other.transaction(
        this, [&](const Result<helper::Transaction> &answer) { seen = answer.value_or(helper::Transaction()); });
    QTRY_COMPARE_WITH_TIMEOUT(seen.state, TransactionState::AwaitingConfirm, 20'000);
    QCOMPARE(seen.id, m_ticket.id);
    bool isBegun = false;
    other.rollback({seen.id, {}}, this, [&](const auto &answer) { isBegun = answer.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isBegun, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_now.state, TransactionState::RolledBack, 40'000);
    QVERIFY(isOldWorld());
}

/// Down for a test, and up again by itself.
void TestBundleHelperLab::linksForATest()
{
    const auto isUp = [] {
        QFile flags(u"/sys/class/net/eth1/flags"_s);
        return flags.open(QIODevice::ReadOnly) && (flags.readAll().trimmed().toInt(nullptr, 16) & 1) != 0;
    };
    QCOMPARE(QProcess::execute(u"ip"_s, {u"link"_s, u"set"_s, u"eth1"_s, u"up"_s}), 0);
    bool isDone = false;
    const auto take = [&](const auto &answer) { isDone = answer.has_value(); };
    m_helper->setSlaveLink(u"bond0"_s, u"eth1"_s, false, std::chrono::seconds(4), this, take);
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 10'000);
    QVERIFY(!isUp());
    QTRY_VERIFY_WITH_TIMEOUT(isUp(), 15'000);
}

/// On a host where what is left behind does not live.
void TestBundleHelperLab::nothingBeginsWithoutItsWatchdog()
{
    const QString setsid = u"/usr/sbin/setsid"_s; // before the true one
    QVERIFY(put(setsid, "#!/bin/sh\ncase $* in *watchdog) exit 1 ;; esac\nexec /usr/bin/setsid \"$@\"\n"));
    QVERIFY(QFile::setPermissions(setsid, QFile::Permissions(0x7755)));
    std::optional<Error> refused;
    m_helper->apply(u"r-unwatched"_s, usualPlan(u"192.0.2.11/24"_s), {}, this,
                    [&](const Result<helper::Ticket> &answer) {
                        QVERIFY(!answer);
                        refused = answer.error();
                    });
    QTRY_VERIFY_WITH_TIMEOUT(refused, 60'000);
    QVERIFY2(refused->message.contains(u"watchdog"), qPrintable(refused->message));
    QVERIFY(isOldWorld());
    QVERIFY(QFile::remove(setsid));
    begin(std::chrono::seconds(60)); // and nothing is in the way of the next one
    QCOMPARE(QProcess::execute(u"sh"_s, {u"/var/lib/bondwright-bundle/bond0.sh"_s, u"rollback"_s}), 0);
    QVERIFY(isOldWorld());
}

QTEST_GUILESS_MAIN(TestBundleHelperLab)
#include "tst_bundlehelper_lab.moc"
