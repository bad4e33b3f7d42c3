// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bondinglog.h"
#include "history/journalreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace bondwright;
using namespace bondwright::history;
using Kind = BondingMessage::Kind;

namespace
{

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + ms).toUTC();
}

kernel::BondEvent made(kernel::EventKind kind, qint64 ms, const char *slave)
{
    kernel::BondEvent event;
    event.kind = kind;
    event.wallTime = at(ms);
    event.bond = QStringLiteral("bond0");
    event.slave = QString::fromLatin1(slave);
    return event;
}

} // namespace

class TestBondingLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messages_data();
    void messages();
    void brokenMessages();
    void failoverSaysWhereFrom();
    void aRestartIsNoFailover();
    void takeOverWithoutHistory();
    void aLyingLogStaysBounded();
    void merging();
    void scanOfTheJournal_data();
    void scanOfTheJournal();
};

// Texts as the driver printed them; the releases are those they were seen in or read from its sources.
void TestBondingLog::messages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind"); // -1: nothing
    QTest::addColumn<QString>("bond");
    QTest::addColumn<QString>("slave");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *text, Kind kind, const char *bond, const char *slave, const char *value = "") {
        QTest::newRow(text) << QString::fromLatin1(text) << int(kind) << QString::fromLatin1(bond)
                            << QString::fromLatin1(slave) << QString::fromLatin1(value);
    };
    // 2.6.18 to 3.15
    row("bonding: bond0: link status definitely down for interface eth0, disabling it", Kind::SlaveDown, "bond0",
        "eth0");
    row("bonding: bond0: link status definitely up for interface eth0.", Kind::SlaveUp, "bond0", "eth0");
    row("bonding: bond0: link status definitely up for interface eth1, 1000 Mbps full duplex.", Kind::SlaveUp, "bond0",
        "eth1");
    row("bonding: bond0: link status down for active interface eth0, disabling it in 200 ms.", Kind::SlaveGoingDown,
        "bond0", "eth0");
    row("bonding: bond0: link status down for backup interface eth1, disabling it in 200 ms", Kind::SlaveGoingDown,
        "bond0", "eth1");
    row("bonding: bond0: link status up for interface eth0, enabling it in 2000 ms.", Kind::SlaveGoingBack, "bond0",
        "eth0");
    row("bonding: bond0: link status up again after 100 ms for interface eth0.", Kind::SlaveUp, "bond0", "eth0");
    row("bonding: bond0: making interface eth1 the new active one.", Kind::NewActive, "bond0", "eth1");
    row("bonding: bond0: making interface eth1 the new active one 300 ms earlier.", Kind::NewActive, "bond0", "eth1");
    row("bonding: bond0: now running without any active interface !", Kind::NoActive, "bond0", "");
    row("bonding: bond0: first active interface up!", Kind::FirstActive, "bond0", "");
    row("bonding: bond0: enslaving eth1 as a backup interface with an up link.", Kind::SlaveAdded, "bond0", "eth1");
    row("bonding: bond0: enslaving eth0 as an active interface with a down link.", Kind::SlaveAdded, "bond0", "eth0");
    row("bonding: bond0: releasing active interface eth0", Kind::SlaveRemoved, "bond0", "eth0");
    row("bonding: bond0: Setting MII monitoring interval to 100.", Kind::OptionSet, "bond0", "", "100");
    row("bonding: bond0: setting mode to active-backup (1).", Kind::OptionSet, "bond0", "", "active-backup");
    row("bonding: bond0: Warning: No 802.3ad response from the link partner for any adapters in the bond",
        Kind::NoLacpPartner, "bond0", "");
    row("bonding: bond1 is being created...", Kind::BondCreated, "bond1", "");
    row("bonding: bond1 is being deleted...", Kind::BondRemoved, "bond1", "");
    // 3.16 to 5.2
    row("bond0: link status definitely down for interface enp95s0f0, disabling it", Kind::SlaveDown, "bond0",
        "enp95s0f0");
    row("bond0: making interface enp175s0f0 the new active one", Kind::NewActive, "bond0", "enp175s0f0");
    row("bond0: now running without any active interface!", Kind::NoActive, "bond0", "");
    row("bond0: Enslaving eth1 as a backup interface with an up link", Kind::SlaveAdded, "bond0", "eth1");
    row("bond1: Releasing active interface enP5p9s0f0", Kind::SlaveRemoved, "bond1", "enP5p9s0f0");
    row("bond0: interface eth0 is now down", Kind::SlaveDown, "bond0", "eth0");
    // 5.3 to 7.x
    row("bond0: (slave eth0): link status definitely down, disabling slave", Kind::SlaveDown, "bond0", "eth0");
    row("bond0: (slave eth0): link status definitely up, 10000 Mbps full duplex", Kind::SlaveUp, "bond0", "eth0");
    row("bond0: (slave eth0): link status down for active interface, disabling it in 400 ms", Kind::SlaveGoingDown,
        "bond0", "eth0");
    row("bond1: (slave eth0): link status up, enabling it in 2000 ms", Kind::SlaveGoingBack, "bond1", "eth0");
    row("bond0: (slave eth1): making interface the new active one", Kind::NewActive, "bond0", "eth1");
    row("bond0: (slave eth1): making interface the new active one 100 ms earlier", Kind::NewActive, "bond0", "eth1");
    row("bond0: active interface up!", Kind::FirstActive, "bond0", "");
    row("bond0: (slave eth1): Enslaving as a backup interface with an up link", Kind::SlaveAdded, "bond0", "eth1");
    row("bond0: (slave eth0): Releasing backup interface", Kind::SlaveRemoved, "bond0", "eth0");
    row("bond0 (unregistering): (slave eth1): Releasing backup interface", Kind::SlaveRemoved, "bond0", "eth1");
    row("bond0 (unregistering): Released all slaves", Kind::BondRemoved, "bond0", "");
    row("b;reboot: (slave x$(id)): link status definitely down, disabling slave", Kind::SlaveDown, "b;reboot",
        "x$(id)");
    const auto nothing = [](const char *text) {
        QTest::newRow(text) << QString::fromLatin1(text) << -1 << QString() << QString() << QString();
    };
    nothing("");
    nothing("bond0");
    nothing("bond0: ");
    nothing("bond0: (slave eth0): the permanent HWaddr of slave - ee:5d:e2:91:3e:61 - is still in use by bond");
    nothing("bond0: (slave eth0: link status definitely down, disabling slave");
    nothing("bond0: (slave ): link status definitely down, disabling slave");
    nothing("bond0: link status definitely down for interface , disabling it");
    nothing("e1000e: eth0 NIC Link is Down");
    nothing("IPv6: ADDRCONF(NETDEV_CHANGE): bond1: link becomes ready");
    nothing("a name with blanks: (slave eth0): link status definitely down, disabling slave");
    nothing("sixteen-bytes-16: (slave eth0): link status definitely down, disabling slave");
}

void TestBondingLog::messages()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, bond);
    QFETCH(QString, slave);
    QFETCH(QString, value);
    const std::optional<BondingMessage> message = parseBondingMessage(text);
    QCOMPARE(message ? int(message->kind) : -1, kind);
    if (message) {
        QCOMPARE(message->bond, bond);
        QCOMPARE(message->slave, slave);
        QCOMPARE(message->value, value);
    }
}

void TestBondingLog::brokenMessages()
{
    // Every beginning of real texts, and texts with bytes turned over: nothing may crash, and a name that
    // comes out is one the kernel allows.
    const QStringList texts{QStringLiteral("bonding: bond0: link status up again after 100 ms for interface eth0."),
                            QStringLiteral("bond0 (unregistering): (slave eth1): Releasing backup interface"),
                            QStringLiteral("bonding: bond0: enslaving eth1 as a backup interface with an up link."),
                            QStringLiteral("bonding: bond0: setting mode to active-backup (1).")};
    QRandomGenerator random(5);
    const auto check = [](const QString &text) {
        if (const auto message = parseBondingMessage(text)) {
            QVERIFY(!message->bond.isEmpty() && message->bond.toUtf8().size() <= 15);
            QVERIFY(message->slave.toUtf8().size() <= 15);
            QVERIFY(message->value.size() <= 64);
        }
    };
    for (const QString &text : texts) {
        for (qsizetype size = 0; size <= text.size(); ++size)
            check(text.left(size));
        for (int round = 0; round < 5000; ++round) {
            QString broken = text;
            for (int change = 0; change < 3; ++change)
                broken[random.bounded(int(broken.size()))] = QChar(char16_t(random.bounded(0x250)));
            check(broken);
        }
    }
}

void TestBondingLog::failoverSaysWhereFrom()
{
    BondingLog log;
    QVERIFY(!log.add(at(0), QStringLiteral("bond0: (slave eth0): making interface the new active one")));
    const auto down
        = log.add(at(1000), QStringLiteral("bond0: (slave eth0): link status definitely down, disabling slave"));
    QCOMPARE(down->kind, kernel::EventKind::SlaveDown);
    const auto moved = log.add(at(1000), QStringLiteral("bond0: (slave eth1): making interface the new active one"));
    QCOMPARE(moved->kind, kernel::EventKind::Failover);
    QCOMPARE(moved->from, QStringLiteral("eth0"));
    QCOMPARE(moved->to, QStringLiteral("eth1"));
    QCOMPARE(moved->reason, kernel::EventReason::LinkLost);
    // By hand, an hour later: no slave went down.
    const auto chosen
        = log.add(at(3'600'000), QStringLiteral("bond0: (slave eth0): making interface the new active one"));
    QCOMPARE(chosen->from, QStringLiteral("eth1"));
    QCOMPARE(chosen->reason, kernel::EventReason::None);
    QCOMPARE(log.add(at(3'700'000), QStringLiteral("bond0: now running without any active interface!"))->kind,
             kernel::EventKind::BondDown);
    QVERIFY(!log.add(at(3'800'000), QStringLiteral("bond0: (slave eth1): making interface the new active one")));
    QCOMPARE(log.add(at(3'800'000), QStringLiteral("bond0: active interface up!"))->kind, kernel::EventKind::BondUp);
}

/// After a power cut no line says that the slave of before is not active any more, but the next kernel's first one.
void TestBondingLog::aRestartIsNoFailover()
{
    BondingLog log;
    const QString eth0 = QStringLiteral("bond0: (slave eth0): making interface the new active one");
    const QString eth1 = QStringLiteral("bond0: (slave eth1): making interface the new active one");
    QVERIFY(!log.add(at(0), eth0));
    QCOMPARE(log.add(at(1000), eth1).value().from, QStringLiteral("eth0"));
    QVERIFY(!log.add(at(60'000), QStringLiteral("Linux version 6.1.0-13-amd64 (debian-kernel@lists.debian.org)")));
    QVERIFY(!log.add(at(70'000), eth0));
    QCOMPARE(log.add(at(80'000), eth1).value().from, QStringLiteral("eth0"));
}

void TestBondingLog::takeOverWithoutHistory()
{
    // The log begins in the middle: the slave that went down just before must have been the active one.
    BondingLog log;
    log.add(at(0), QStringLiteral("bonding: bond0: link status definitely down for interface eth0, disabling it"));
    const auto moved = log.add(at(10), QStringLiteral("bonding: bond0: making interface eth1 the new active one."));
    QCOMPARE(moved->from, QStringLiteral("eth0"));
    BondingLog other;
    other.add(at(0), QStringLiteral("bonding: bond0: link status definitely down for interface eth0, disabling it"));
    QVERIFY(!other.add(at(60'000), QStringLiteral("bonding: bond0: making interface eth1 the new active one.")));
}

void TestBondingLog::aLyingLogStaysBounded()
{
    BondingLog log;
    int events = 0;
    for (int bond = 0; bond < 5000; ++bond)
        events += log.add(at(bond), QStringLiteral("bond%1: active interface up!").arg(bond)).has_value();
    QCOMPARE(events, int(BondingLog::maxBonds));
    QVERIFY(log.add(at(9999), QStringLiteral("bond7: active interface up!")));
}

void TestBondingLog::merging()
{
    using kernel::EventKind;
    const QList<kernel::BondEvent> stored{made(EventKind::SlaveDown, 10'000, "eth0"),
                                          made(EventKind::SlaveUp, 20'000, "eth0")};
    const QList<kernel::BondEvent> journal{made(EventKind::SlaveDown, 1000, "eth1"),
                                           made(EventKind::SlaveDown, 10'900, "eth0"), // the stored one
                                           made(EventKind::SlaveDown, 11'000, "eth1"), // another slave
                                           made(EventKind::SlaveUp, 23'000, "eth0")}; // too far away
    const QList<kernel::BondEvent> merged = mergeEvents(stored, journal);
    QCOMPARE(merged.size(), 5);
    for (qsizetype at = 1; at < merged.size(); ++at)
        QVERIFY(merged.at(at - 1).wallTime <= merged.at(at).wallTime);
    QCOMPARE(merged.at(0).slave, QStringLiteral("eth1"));
    QCOMPARE(mergeEvents({}, journal).size(), 4);
    QCOMPARE(mergeEvents(stored, {}).size(), 2);
}

void TestBondingLog::scanOfTheJournal_data()
{
    using Batches = QList<std::pair<int, qint64>>; // newest first: how many, of how many days ago
    QTest::addColumn<Batches>("batches");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("seen");
    QTest::addColumn<bool>("isComplete");
    constexpr int most = maxJournalEntries;
    constexpr int older = maxOlderEntries;
    QTest::newRow("recent") << Batches{{100, 1}} << 100 << 100 << true;
    QTest::newRow("older ones behind them") << Batches{{100, 1}, {most, 8}} << 100 << 100 + older + 1 << true;
    QTest::newRow("a boot with an old clock") << Batches{{9, 0}, {5000, 20'000}, {90, 1}} << 99 << 5099 << true;
    QTest::newRow("each boot with an old clock")
        << Batches{{9, 0}, {older, 20'000}, {90, 1}, {older, 20'000}, {1, 6}} << 100 << 100 + 2 * older << true;
    QTest::newRow("too many") << Batches{{most + 9, 1}} << most << most + 1 << false;
    QTest::newRow("too many with older ones among them")
        << Batches{{9, 0}, {5000, 20'000}, {most, 1}} << most - 5000 << most + 1 << false;
    QTest::newRow("exactly as many") << Batches{{most, 1}} << most << most << true;
    QTest::newRow("older ones at the bound") << Batches{{most - 9, 1}, {99, 8}} << most - 9 << most + 1 << true;
}

void TestBondingLog::scanOfTheJournal()
{
    using Batches = QList<std::pair<int, qint64>>;
    QFETCH(Batches, batches);
    JournalScan scan(at(0).addDays(-7));
    int read = 0;
    int seen = 0;
    bool isOver = false;
    for (const auto &[count, days] : batches) {
        const std::chrono::milliseconds time(at(0).addDays(-days).toMSecsSinceEpoch());
        for (int number = 0; number < count && !isOver; ++number, ++seen) {
            const JournalScan::Step step = scan.take(time);
            read += step == JournalScan::Step::Read;
            isOver = step == JournalScan::Step::Stop;
        }
    }
    QTEST(read, "read");
    QTEST(seen, "seen");
    QTEST(scan.isComplete(), "isComplete");
    QVERIFY(scan.hasSeenAny());
}

QTEST_APPLESS_MAIN(TestBondingLog)
#include "tst_bondinglog.moc"
