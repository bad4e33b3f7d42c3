// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/savedlog.h"

#include <QScopeGuard>
#include <QTest>
#include <QTimeZone>

#include <ctime>

using namespace bondwright;
using namespace bondwright::history;
using namespace Qt::StringLiterals;

class TestSavedLog : public QObject
{
    Q_OBJECT

private:
    static QDateTime writtenAt() { return QDateTime(QDate(2026, 11, 28), QTime(12, 0)); }

private Q_SLOTS:
    /// One failover in every form in which it is saved.
    void forms_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QDateTime>("when");
        const QDateTime utc(QDate(2026, 11, 28), QTime(5, 49, 12, 123), QTimeZone::utc());
        const QDateTime local(QDate(2026, 11, 28), QTime(5, 49, 12));
        QTest::newRow("dmesg") << QByteArray("[  123.456789] ") << QDateTime();
        QTest::newRow("dmesg -r") << QByteArray("<6>[  123.456789] ") << QDateTime();
        QTest::newRow("dmesg -T") << QByteArray("[Sat Nov 28 05:49:12 2026] ") << local;
        QTest::newRow("dmesg iso") << QByteArray("2026-11-28T05:49:12,123456+00:00 ") << utc;
        QTest::newRow("messages") << QByteArray("Nov 28 05:49:12 web1 kernel: ") << local;
        QTest::newRow("messages with uptime") << QByteArray("Nov 28 05:49:12 web1 kernel: [ 12.345678] ") << local;
        QTest::newRow("rsyslog iso") << QByteArray("2026-11-28T05:49:12.123456+00:00 web1 kernel: ") << utc;
        QTest::newRow("short-precise") << QByteArray("Nov 28 05:49:12.123456 web1 kernel: ") << local.addMSecs(123);
        QTest::newRow("short-iso") << QByteArray("2026-11-28T05:49:12+0000 web1 kernel: ") << utc.addMSecs(-123);
        QTest::newRow("short-full") << QByteArray("Sat 2026-11-28 05:49:12 UTC web1 kernel: ") << utc.addMSecs(-123);
        QTest::newRow("short-full, a zone without letters")
            << QByteArray("Sat 2026-11-28 08:49:12 +03 web1 kernel: ") << utc.addMSecs(-123);
        QTest::newRow("short-full, a zone without letters and with minutes")
            << QByteArray("Sat 2026-11-28 02:19:12 -0330 web1 kernel: ") << utc.addMSecs(-123);
        QTest::newRow("last year") << QByteArray("Dec 31 23:59:59 web1 kernel: ")
                                   << QDateTime(QDate(2025, 12, 31), QTime(23, 59, 59));
        QTest::newRow("dmesg with callers") << QByteArray("[  123.456789][    T1] ") << QDateTime();
        QTest::newRow("dmesg with callers, newer") << QByteArray("[  123.456789] [   T123] ") << QDateTime();
        QTest::newRow("dmesg with processors") << QByteArray("[  123.456789][   C12] ") << QDateTime();
        QTest::newRow("dmesg -x") << QByteArray("kern  :info  : [  123.456789] ") << QDateTime();
        QTest::newRow("dmesg -x with callers") << QByteArray("kern  :warn  : [  123.456789][    T1] ") << QDateTime();
        QTest::newRow("dmesg -d") << QByteArray("[  123.456789 <    1.000000>] ") << QDateTime();
        QTest::newRow("dmesg -x -d") << QByteArray("kern  :info  : [  123.456789 <    1.000000>] ") << QDateTime();
        QTest::newRow("dmesg -x -T") << QByteArray("kern  :warn  : [Sat Nov 28 05:49:12 2026] ") << local;
        QTest::newRow("dmesg -d -T") << QByteArray("[Sat Nov 28 05:49:12 2026 <    1.000000>] ") << local;
        QTest::newRow("dmesg -x iso") << QByteArray("kern  :info  : 2026-11-28T05:49:12,123456+00:00 ") << utc;
        QTest::newRow("dmesg -r with callers") << QByteArray("<6>[  123.456789][    T1] ") << QDateTime();
        QTest::newRow("dmesg -T with callers") << QByteArray("[Sat Nov 28 05:49:12 2026] [    T1] ") << local;
        QTest::newRow("dmesg in colours") << QByteArray("\x1b[32m[  123.456789] \x1b[0m") << QDateTime();
        QTest::newRow("short-monotonic") << QByteArray("[  123.456789] web1 kernel: ") << QDateTime();
        QTest::newRow("short-unix") << QByteArray("1795844952.123456 web1 kernel: ") << utc;
        QTest::newRow("RFC 5424") << QByteArray("<6>1 2026-11-28T05:49:12.123Z web1 kernel - - - ") << utc;
        QTest::newRow("RFC 5424 with quoted data")
            << QByteArray("<6>1 2026-11-28T05:49:12.123Z web1 kernel - - [a@1 b=\"c\\] [d\\\" e\" f=\"\\\\\"][g@1] ")
            << utc;
        QTest::newRow("RFC 5424 in a file") << QByteArray("1 2026-11-28T05:49:12.123456+00:00 web1 kernel - - "
                                                          "[meta seq=\"29\"][x@1 a=\"b\"] ")
                                            << utc;
        QTest::newRow("dmesg -T in Chinese") << QByteArray("[六 11月 28 05:49:12 2026] ") << local;
        QTest::newRow("dmesg -T in Chinese, early in a year")
            << QByteArray("[日  3月  8 05:49:12 2026] ") << QDateTime(QDate(2026, 3, 8), QTime(5, 49, 12));
        QTest::newRow("journalctl in Chinese") << QByteArray("11月 28 05:49:12 web1 kernel: ") << local;
        QTest::newRow("short-full in Chinese")
            << QByteArray("六 2026-11-28 05:49:12 UTC web1 kernel: ") << utc.addMSecs(-123);
        QTest::newRow("leap second") << QByteArray("2026-06-30T23:59:60.5Z web1 kernel: ")
                                     << QDateTime(QDate(2026, 6, 30), QTime(23, 59, 59, 500), QTimeZone::utc());
        QTest::newRow("leap day") << QByteArray("Feb 29 05:49:12 web1 kernel: ")
                                  << QDateTime(QDate(2024, 2, 29), QTime(5, 49, 12));
        QTest::newRow("carriage returns") << QByteArray("[    1.000000] ") << QDateTime();
    }
    void forms()
    {
        QFETCH(QByteArray, prefix);
        const QByteArray end = QTest::currentDataTag() == QByteArray("carriage returns") ? "\r\n" : "\n";
        const QByteArray log = prefix + "bond0: (slave eth1): making interface the new active one" + end + prefix
            + "bond0: (slave eth1): link status definitely down, disabling slave" + end + prefix
            + "bond0: (slave eth0): making interface the new active one" + end + prefix + "usb 1-1: new device" + end;
        const auto saved = readSavedLog(log, writtenAt());
        QVERIFY(saved);
        QCOMPARE(saved->events.size(), 2);
        const kernel::BondEvent failover = saved->events.last();
        QCOMPARE(failover.kind, kernel::EventKind::Failover);
        QCOMPARE(failover.from, u"eth1"_s);
        QCOMPARE(failover.to, u"eth0"_s);
        QTEST(failover.wallTime, "when");
        QCOMPARE(failover.wallTime.isValid(), failover.monotonicNs == 0);
        QCOMPARE(saved->notUnderstood, QStringList());
    }

    /// The log of a host elsewhere: this host's clock skips the hour in spring, that one's does not.
    void anHourThatTheClockSkips_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("messages") << QByteArray("Mar 29 02:30:00 web1 kernel: ");
        QTest::newRow("dmesg -T") << QByteArray("[Sun Mar 29 02:30:00 2026] ");
        QTest::newRow("short-full") << QByteArray("Sun 2026-03-29 02:30:00 WIB web1 kernel: ");
    }
    void anHourThatTheClockSkips()
    {
        QFETCH(QByteArray, prefix);
        const QByteArray zone = qgetenv("TZ");
        const bool hadZone = qEnvironmentVariableIsSet("TZ");
        const auto restore = qScopeGuard([&] {
            hadZone ? qputenv("TZ", zone) : qunsetenv("TZ");
            ::tzset();
        });
        qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
        ::tzset();
        const auto saved
            = readSavedLog(prefix + "bond0: (slave eth1): link status definitely down, disabling slave\n", writtenAt());
        QVERIFY(saved);
        QCOMPARE(saved->events.size(), 1);
        QCOMPARE(saved->events.first().wallTime.toUTC(), QDateTime(QDate(2026, 3, 29), QTime(1, 30), QTimeZone::utc()));
    }

    void journalAsJson()
    {
        const auto saved = readSavedLog(
            R"({"__REALTIME_TIMESTAMP":"1795844952123456","_TRANSPORT":"kernel","MESSAGE":"bond0: (slave eth1): link status definitely down, disabling slave"}
{"__REALTIME_TIMESTAMP":"1795844953123456","_TRANSPORT":"stdout","MESSAGE":"bond0: (slave eth1): link status definitely up"}
)",
            writtenAt());
        QVERIFY(saved);
        QCOMPARE(saved->events.size(), 1);
        QCOMPARE(saved->events.first().wallTime.toMSecsSinceEpoch(), Q_INT64_C(1795844952123));
    }

    void showsWhatIsNotUnderstood()
    {
        const auto saved
            = readSavedLog("[    1.0] bonding: bond0: the moon is full\n"
                           "[    2.0] bond0: (slave eth1): danced\n"
                           "[    3.0] bond7: something\n"
                           "[    4.0] bond0: (slave eth1): link status definitely up, 1000 Mbps full duplex\n"
                           "[    5.0] bond0: the sun is up\n",
                           writtenAt());
        QVERIFY(saved);
        QCOMPARE(saved->notUnderstood,
                 (QStringList{u"bonding: bond0: the moon is full"_s, u"bond0: (slave eth1): danced"_s,
                              u"bond0: the sun is up"_s}));
        const auto many = readSavedLog(QByteArray("[ 1.0] bonding: x\n").repeated(100), writtenAt());
        QCOMPARE(many->notUnderstood.size(), 64);
        QCOMPARE(many->moreNotUnderstood, 36);
    }

    void refusesOtherTexts()
    {
        for (const char *text :
             {"[99999999999999999.0] bond0: (slave eth1): link status definitely down, disabling slave\n",
              "Feb 30 05:49:12 web1 kernel: bond0: x\n", "2026-02-30T05:49:12Z web1 kernel: bond0: x\n", "",
              "root:x:0:0:root:/root:/bin/bash\n", "Bonding Mode: load balancing (xor)\n"}) {
            const auto saved = readSavedLog(text, writtenAt());
            QVERIFY(!saved);
            QCOMPARE(saved.error().code, u"log.format"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestSavedLog)
#include "tst_savedlog.moc"
