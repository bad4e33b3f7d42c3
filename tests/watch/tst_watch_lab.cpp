// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/guest.h"
#include "sevenbonds.h"
#include "sickbonds.h"
#include "watchprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using lab::nobody;
using lab::Watch;

/// bondwright-watch and bondctl on the real driver: what is wrong is told in words and metrics, and nothing of a
/// healthy bond.
class TestWatchLab : public QObject
{
    Q_OBJECT
public:
    QString watchProgram, bondctl, helper, rules;

private:
    QTemporaryDir m_state;
    std::unique_ptr<Watch> m_watch;

    QByteArray output(const QStringList &arguments, uid_t user = 0)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.setChildProcessModifier([user] {
            if (user != 0 && (::setgid(user) != 0 || ::setuid(user) != 0))
                ::_exit(127);
        });
        process.start(bondctl, arguments);
        process.waitForFinished(120'000);
        return process.readAllStandardOutput();
    }
    QJsonObject bondNow() { return QJsonDocument::fromJson(output({u"show"_s, u"bond0"_s, u"--json"_s})).object(); }
    static QStringList rulesOf(const QJsonObject &bond)
    {
        QStringList rules;
        for (const QJsonValue &finding : bond.value(u"findings"_s).toArray())
            rules.append(finding.toObject().value(u"rule"_s).toString());
        return rules;
    }
    static bool makeBond(const QString &options, int slaves)
    {
        QStringList lines{u"link add bond0 type bond "_s + options};
        for (int number = 0; number < slaves; ++number)
            lines += {u"link set eth%1 down"_s.arg(number), u"link set eth%1 master bond0"_s.arg(number)};
        lines += {u"link set bond0 up"_s, u"addr add 192.0.2.1/24 dev bond0"_s};
        return lab::ip(lines) && lab::eventually([] { return lab::attribute(u"bond0"_s, u"carrier"_s) == u"1"; }, 30s);
    }
    /// That bondwright-watch has used.
    qint64 cpuTicks() const
    {
        const QStringList fields = lab::text(u"/proc/%1/stat"_s.arg(m_watch->processId())).split(u' ');
        return fields.value(13).toLongLong() + fields.value(14).toLongLong();
    }
    void startWatch() { m_watch = std::make_unique<Watch>(watchProgram, m_state.path()); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(lab::isGuest());
        qputenv("LC_ALL", "C.UTF-8");
        QVERIFY(::chown(qPrintable(m_state.path()), nobody, nobody) == 0
                && ::chmod(qPrintable(m_state.path()), 0755) == 0);
    }
    void cleanup()
    {
        m_watch.reset();
        lab::ip({u"link del bond0"_s});
        for (int bond = 1; bond < 8 && !lab::attribute(u"bond%1"_s.arg(bond), u"ifindex"_s).isEmpty(); ++bond)
            lab::ip({u"link del bond%1"_s.arg(bond), u"link del d%1%2"_s.arg(bond).arg(0),
                     u"link del d%1%2"_s.arg(bond).arg(1)});
        lab::run(u"plug"_s, {u"0"_s, u"1"_s, u"2"_s, u"3"_s});
        lab::run(u"loss"_s, {u"0"_s, u"0"_s});
        QFile::remove(m_state.filePath(u"bondwright.prom"_s));
        QDir(u"/etc/sysconfig/network-scripts"_s).removeRecursively();
    }

    /// All seven modes at once, each behind the switch that it needs: no program reports anything about them. Seconds
    /// in CI, WATCH_HEALTHY_SECONDS=3600 for the long run; WATCH_RECORDING names a file for `bondctl record`.
    void healthyBondsAreHealthy()
    {
        const bool isLong = qEnvironmentVariableIsSet("WATCH_HEALTHY_SECONDS");
        const int third = isLong ? qEnvironmentVariableIntValue("WATCH_HEALTHY_SECONDS") / 3 : 7;
        lab::SevenBonds bonds;
        QVERIFY(bonds.make());
        lab::JournalEar journal;
        QVERIFY(journal.isOpen());
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->metrics().count("verdict=\"healthy\"} 1") == 7, 30'000);
        // LACP may still have been agreeing; from here on there is nothing to tell.
        QTest::qWait(3000);
        (void)journal.take();
        QProcess monitor;
        QProcess recorder;
        for (QProcess *process : {&monitor, &recorder})
            process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        monitor.start(bondctl, {u"monitor"_s, u"--json"_s, u"--no-ping"_s, u"--interval"_s, u"1000"_s});
        if (qEnvironmentVariableIsSet("WATCH_RECORDING"))
            recorder.start(
                bondctl,
                {u"record"_s, qEnvironmentVariable("WATCH_RECORDING"), u"--no-ping"_s, u"--interval"_s, u"1000"_s});
        bonds.setTraffic(true);
        QTest::qWait(third * 1000);
        bonds.setTraffic(false);
        const qint64 before = cpuTicks();
        QTest::qWait(third * 1000);
        qInfo() << "share of a core while nothing happens"
                << double(cpuTicks() - before) / double(::sysconf(_SC_CLK_TCK)) / third;
        bonds.setTraffic(true);
        for (int second = 0; second < third; second += 60) {
            bonds.burst();
            QTest::qWait(std::min(60, third - second) * 1000);
        }
        const QByteArray metrics = m_watch->metrics();
        QCOMPARE(metrics.count("verdict=\"healthy\"} 1"), 7);
        QVERIFY2(!metrics.contains("bondwright_bond_findings{"), metrics.constData());
        for (QProcess *process : {&monitor, &recorder}) {
            process->terminate();
            process->waitForFinished(20'000);
        }
        QVERIFY(m_watch->stop());
        const QByteArrayList entries = journal.take();
        QVERIFY2(entries.isEmpty(), entries.join("\n----\n").constData());
        QByteArrayList told;
        int samples = 0;
        for (const QByteArray &line : monitor.readAllStandardOutput().split('\n')) {
            const QString type = QJsonDocument::fromJson(line).object().value(u"type"_s).toString();
            samples += type == u"sample" ? 1 : 0;
            if (type == u"event" || type == u"verdict" || type == u"trouble")
                told.append(line);
        }
        QVERIFY2(told.isEmpty(), told.join('\n').constData());
        QVERIFY(samples > 1);
        qInfo() << samples << "samples, and nothing told";
    }

    /// Renews tests/diagnosis/recordings/sick.bwrec: WATCH_SICK_RECORDING names the file. The unit tests replay it.
    void sickBondsAreRecorded()
    {
        if (!qEnvironmentVariableIsSet("WATCH_SICK_RECORDING"))
            QSKIP("WATCH_SICK_RECORDING names no file");
        lab::SickBonds bonds;
        QVERIFY(bonds.make());
        QProcess recorder;
        recorder.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        recorder.start(
            bondctl,
            {u"record"_s, qEnvironmentVariable("WATCH_SICK_RECORDING"), u"--no-ping"_s, u"--interval"_s, u"1000"_s});
        QTest::qWait(10'000);
        QVERIFY(bonds.hurt());
        // The driver calls a port churned after a minute.
        for (int i = 0; i < 20; ++i) {
            bonds.flood();
            QTest::qWait(4000);
        }
        const QByteArray metrics = output({u"metrics"_s});
        qInfo("%s", metrics.constData());
        recorder.terminate();
        QVERIFY(recorder.waitForFinished(20'000) && recorder.exitCode() == 0);
    }

    /// The carrier stays up, and nothing comes through any more: told after half a minute of it.
    void silentSlave()
    {
        QVERIFY(makeBond(u"mode active-backup miimon 100 primary eth0"_s, 2));
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("verdict=\"healthy\"} 1"), 20'000);
        QVERIFY(lab::run(u"loss"_s, {u"0"_s, u"100"_s, u"in"_s}));
        QElapsedTimer since;
        since.start();
        // The switch floods; the host sends, and gets no answer.
        QTRY_VERIFY_WITH_TIMEOUT(
            (lab::ip({u"neigh replace 192.0.2.77 lladdr ff:ff:ff:ff:ff:ff dev br0 nud permanent"_s}, u"switch"_s),
             lab::run(u"ip"_s,
                      {u"netns"_s, u"exec"_s, u"switch"_s, u"ping"_s, u"-q"_s, u"-c1"_s, u"-W1"_s, u"192.0.2.77"_s}),
             lab::ping(u"192.0.2.254"_s),
             m_watch->says("bondwright_bond_findings{bond=\"bond0\",rule=\"slave-silent\"")),
            90'000);
        qInfo() << "told after" << since.elapsed() / 1000 << "s";
        QVERIFY(m_watch->says("verdict=\"degraded\"} 1"));
    }

    void flapping()
    {
        QVERIFY(makeBond(u"mode active-backup miimon 50"_s, 2));
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("verdict=\"healthy\"} 1"), 20'000);
        const auto isUp = [](bool up) {
            return lab::eventually(
                [up] { return lab::text(u"/sys/class/net/eth1/bonding_slave/mii_status"_s) == (up ? u"up" : u"down"); },
                10s);
        };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(lab::run(u"pull"_s, {u"1"_s}) && isUp(false));
            QVERIFY(lab::run(u"plug"_s, {u"1"_s}) && isUp(true));
            QTest::qWait(1100); // two losses within a second are one
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("bondwright_slave_flaps_total{bond=\"bond0\",slave=\"eth1\"} 3\n"),
                                 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("rule=\"flapping\""), 20'000);

        // The count lives on, and an ordinary user reads what happened before he came.
        QVERIFY(m_watch->stop());
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("slave=\"eth1\"} 3\n"), 20'000);
        QVERIFY(lab::run(u"pull"_s, {u"1"_s}) && isUp(false));
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("slave=\"eth1\"} 4\n"), 20'000);
    }

    /// Dead at boot: the configuration names eth2, the driver has never heard of it.
    void missingSlave()
    {
        QVERIFY(QDir().mkpath(u"/etc/sysconfig/network-scripts"_s));
        const auto write = [](const QString &name, const QByteArray &text) {
            QFile file(u"/etc/sysconfig/network-scripts/ifcfg-"_s + name);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write(u"bond0"_s, "DEVICE=bond0\nONBOOT=yes\nBONDING_OPTS=\"mode=active-backup miimon=100\"\n"));
        for (const QString &nic : {u"eth0"_s, u"eth1"_s, u"eth7"_s})
            QVERIFY(write(nic, "DEVICE=" + nic.toLatin1() + "\nONBOOT=yes\nMASTER=bond0\nSLAVE=yes\n"));
        QVERIFY(makeBond(u"mode active-backup miimon 100"_s, 2));
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("rule=\"slave-missing\""), 60'000);
        QVERIFY(m_watch->says("bondwright_bond_slaves_expected{bond=\"bond0\"} 3\n"));
        const QJsonObject bond = bondNow();
        QCOMPARE(bond.value(u"verdict"_s).toString(), u"degraded"_s);
        QVERIFY2(bond.value(u"cause"_s).toString().contains(u"eth7"), qPrintable(bond.value(u"cause"_s).toString()));
    }

    void rateMismatch()
    {
        QVERIFY(lab::run(u"recable"_s, {u"lacp"_s}));
        QVERIFY(makeBond(u"mode 802.3ad miimon 100 lacp_rate slow"_s, 2));
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("rule=\"lacp-rate\""), 60'000);
        // The rates are told from the first frame on; both cables have to be negotiated before the bond is healthy.
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("verdict=\"healthy\"} 1"), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("bondwright_lacp_negotiated{bond=\"bond0\"} 1\n"), 10'000);
        QVERIFY(m_watch->says("rule=\"lacp-rate\""));
        QVERIFY(lab::run(u"recable"_s, {u"one-switch"_s}));
    }

    /// lldpd in the switch and on the host: each slave has its own port.
    void fourSlavesHaveFourNeighbours()
    {
        QVERIFY(QDir().mkpath(u"/run/lldpd"_s));
        QProcess there;
        QProcess here;
        for (QProcess *process : {&there, &here})
            process->setProcessChannelMode(QProcess::SeparateChannels);
        there.start(u"ip"_s,
                    {u"netns"_s, u"exec"_s, u"switch"_s, u"lldpd"_s, u"-d"_s, u"-u"_s, u"/run/switch.socket"_s, u"-I"_s,
                     u"port*"_s, u"-S"_s, u"sw1"_s});
        here.start(u"lldpd"_s, {u"-d"_s, u"-u"_s, u"/run/lldpd.socket"_s, u"-I"_s, u"eth*"_s});
        QVERIFY2(there.waitForStarted() && here.waitForStarted(), "lldpd (.ci/packages lab)");
        QVERIFY(makeBond(u"mode active-backup miimon 100"_s, 4));
        QVERIFY(lab::eventually(
            [] {
                return lab::run(
                    u"lldpcli"_s,
                    {u"-u"_s, u"/run/switch.socket"_s, u"configure"_s, u"lldp"_s, u"tx-interval"_s, u"2"_s});
            },
            30s));
        QJsonObject bond;
        const auto ports = [&] {
            bond = bondNow();
            QStringList chassisAndPorts;
            for (const QJsonValue &slave : bond.value(u"slaves"_s).toArray()) {
                const QJsonObject end = slave.toObject().value(u"switch"_s).toObject();
                if (!end.isEmpty())
                    chassisAndPorts.append(slave.toObject().value(u"name"_s).toString() + u' '
                                           + end.value(u"port"_s).toString());
            }
            return chassisAndPorts;
        };
        const QStringList expected{u"eth0 port0"_s, u"eth1 port1"_s, u"eth2 port2"_s, u"eth3 port3"_s};
        QTRY_COMPARE_WITH_TIMEOUT(ports(), expected, 60'000);
        QVERIFY2(rulesOf(bond).contains(u"same-switch"_s), qPrintable(rulesOf(bond).join(u' ')));
        QCOMPARE(bond.value(u"verdict"_s).toString(), u"healthy"_s);
        for (QProcess *process : {&there, &here}) {
            process->kill();
            process->waitForFinished();
        }
    }

    /// No service of this host receives LLDP: the helper's listener does, on standby slaves too.
    void theHelperHearsTheSwitch()
    {
        QProcess there;
        there.setProcessChannelMode(QProcess::SeparateChannels);
        QVERIFY(QDir().mkpath(u"/run/lldpd"_s));
        there.start(u"ip"_s,
                    {u"netns"_s, u"exec"_s, u"switch"_s, u"lldpd"_s, u"-d"_s, u"-u"_s, u"/run/switch.socket"_s, u"-I"_s,
                     u"port*"_s, u"-S"_s, u"sw1"_s});
        QVERIFY2(there.waitForStarted(), "lldpd (.ci/packages lab)");
        QVERIFY(makeBond(u"mode active-backup miimon 100"_s, 4));
        QProcess listener;
        listener.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer since;
        since.start();
        listener.start(helper, {u"--listen"_s});
        listener.write("35\n");
        QVERIFY(listener.waitForFinished(60'000));
        const QList<QByteArray> lines = listener.readAllStandardOutput().split('\n');
        QSet<QByteArray> heard;
        for (const QByteArray &line : lines) {
            const QByteArray frame = QByteArray::fromHex(line.mid(line.indexOf(' ') + 1));
            // The frame names the port that it was sent from.
            if (frame.contains("port" + line.mid(3, 1)))
                heard.insert(line.left(4));
        }
        qInfo() << "heard after" << since.elapsed() / 1000 << "s:" << heard;
        QCOMPARE(heard, (QSet<QByteArray>{"eth0", "eth1", "eth2", "eth3"}));
        there.kill();
        there.waitForFinished();
    }

    /// Debian's node_exporter exports the file, and a Prometheus with the rules as they are shipped calls.
    void prometheusFiresTheAlert()
    {
        QVERIFY(makeBond(u"mode active-backup miimon 100"_s, 2));
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("verdict=\"healthy\"} 1"), 20'000);
        QTemporaryDir folder;
        QFile config(folder.filePath(u"prometheus.yml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("global:\n  scrape_interval: 2s\n  evaluation_interval: 2s\nrule_files:\n  - " + rules.toUtf8()
                     + "\nscrape_configs:\n  - job_name: node\n    static_configs:\n      - targets: "
                       "['127.0.0.1:9100']\n  - job_name: direct\n    scrape_interval: 30s\n    scrape_timeout: 25s\n  "
                       "  static_configs:\n      - targets: "
                       "['127.0.0.1:9101']\n");
        config.close();
        QProcess exporter;
        QProcess prometheus;
        // As bondwright-metrics.socket does it.
        QProcess direct;
        direct.start(u"systemd-socket-activate"_s,
                     {u"--accept"_s, u"--inetd"_s, u"--listen=127.0.0.1:9101"_s, bondctl, u"metrics"_s, u"--http"_s});
        exporter.start(u"prometheus-node-exporter"_s,
                       {u"--collector.disable-defaults"_s, u"--collector.textfile"_s,
                        u"--collector.textfile.directory="_s + m_state.path(),
                        u"--web.listen-address=127.0.0.1:9100"_s});
        prometheus.start(u"prometheus"_s,
                         {u"--config.file="_s + config.fileName(), u"--storage.tsdb.path="_s + folder.path(),
                          u"--web.listen-address=127.0.0.1:9090"_s});
        QVERIFY2(exporter.waitForStarted() && prometheus.waitForStarted(), "prometheus (.ci/packages lab)");
        QVERIFY(direct.waitForStarted());
        const auto api = [](const QString &call) {
            QProcess curl;
            curl.start(u"curl"_s, {u"-s"_s, u"http://127.0.0.1:9090/api/v1/"_s + call});
            curl.waitForFinished(20'000);
            return curl.readAllStandardOutput();
        };
        const auto alerts = [&] { return api(u"alerts"_s); };
        QTRY_VERIFY2_WITH_TIMEOUT(alerts().contains("\"success\""), prometheus.readAllStandardError().constData(),
                                  120'000);
        QVERIFY(!alerts().contains("BondDown"));
        QByteArray slaves;
        QTRY_VERIFY2_WITH_TIMEOUT(
            (slaves = api(u"query?query=bondwright_bond_slaves%7Bjob%3D%22direct%22%7D"_s), slaves.contains("\"2\"]")),
            slaves.constData(), 60'000);
        QVERIFY(lab::run(u"pull"_s, {u"0"_s, u"1"_s}));
        QElapsedTimer since;
        since.start();
        QByteArray last;
        // "for: 30s" in the rule.
        QTRY_VERIFY2_WITH_TIMEOUT((last = alerts(), last.contains("BondDown") && last.contains("\"state\":\"firing\"")),
                                  last.constData(), 120'000);
        qInfo() << "fired after" << since.elapsed() / 1000 << "s";
        for (QProcess *process : {&prometheus, &exporter, &direct}) {
            process->kill();
            process->waitForFinished();
        }
    }

    /// An ordinary user's view: the file is where the service keeps it, and of another user.
    void anOrdinaryUserReadsTheHistory()
    {
        QVERIFY(QDir().mkpath(u"/var/lib/bondwright-watch"_s));
        QVERIFY(::chown("/var/lib/bondwright-watch", nobody, nobody) == 0);
        QVERIFY(makeBond(u"mode active-backup miimon 50"_s, 2));
        m_watch = std::make_unique<Watch>(watchProgram, u"/var/lib/bondwright-watch"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("verdict=\"healthy\"} 1"), 20'000);
        QVERIFY(lab::run(u"pull"_s, {u"0"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("bondwright_failovers_total{"), 20'000);
        constexpr uid_t somebody = 1234;
        QTemporaryDir home;
        QVERIFY(::chown(qPrintable(home.path()), somebody, somebody) == 0);
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        QTRY_VERIFY_WITH_TIMEOUT(output({u"events"_s}, somebody).contains("bond0"), 20'000);
        const QByteArray metrics = output({u"metrics"_s}, somebody);
        QVERIFY2(metrics.contains("bondwright_failovers_total{bond=\"bond0\""), metrics.constData());
        // Also once the service has stopped.
        QVERIFY(m_watch->stop());
        QVERIFY(output({u"events"_s}, somebody).contains("bond0"));
    }

    /// What watching costs; the limits are those of the issue with room for a slow guest.
    void costsLittle()
    {
        // Eight bonds: one of NICs, seven of what has a carrier too.
        QVERIFY(makeBond(u"mode active-backup miimon 100"_s, 2));
        QStringList lines;
        for (int bond = 1; bond < 8; ++bond) {
            lines.append(u"link add bond%1 type bond mode active-backup miimon 100"_s.arg(bond));
            for (int slave : {0, 1})
                lines += {u"link add d%1%2 type dummy"_s.arg(bond).arg(slave),
                          u"link set d%1%2 master bond%1"_s.arg(bond).arg(slave)};
            lines.append(u"link set bond%1 up"_s.arg(bond));
        }
        QVERIFY(lab::ip(lines));
        startWatch();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->says("bond=\"bond7\",verdict=\"healthy\"} 1"), 20'000);
        QTest::qWait(10'000); // what it does once
        const qint64 before = cpuTicks();
        QTest::qWait(120'000);
        const double share = double(cpuTicks() - before) / double(::sysconf(_SC_CLK_TCK)) / 120;
        const QString status = lab::text(u"/proc/%1/status"_s.arg(m_watch->processId()));
        qInfo() << "share of a core" << share << status.section(u"RssAnon:"_s, 1).section(u'\n', 0, 0).simplified();
        QVERIFY2(share < 0.005, qPrintable(QString::number(share)));
        const int anonymous = status.section(u"RssAnon:"_s, 1).simplified().section(u' ', 0, 0).toInt();
        QVERIFY2(anonymous > 0 && anonymous < 10'000, qPrintable(status));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestWatchLab test;
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        qFatal("tst_watch_lab WATCH BONDCTL HELPER RULES [QTEST OPTIONS]");
    test.watchProgram = arguments.takeAt(1);
    test.bondctl = arguments.takeAt(1);
    test.helper = arguments.takeAt(1);
    test.rules = arguments.takeAt(1);
    return QTest::qExec(&test, arguments);
}
#include "tst_watch_lab.moc"
