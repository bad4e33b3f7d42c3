// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/kernel/states.h"
#include "watch/metricshttp.h"
#include "watch/publicfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::watch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The judges are the programs that read the text in earnest; where one is not installed, that is a failure.
class TestMetrics : public QObject
{
    Q_OBJECT
private:
    struct Answer {
        int status = -1;
        QString output;
    };
    static Answer run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForStarted())
            return {-1, program + u": "_s + process.errorString() + u" (.ci/packages lab)"_s};
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {-1, program + u" does not end"_s};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAll())};
    }

    static kernel::BondEvent happened(kernel::EventKind kind, const QString &slave,
                                      kernel::EventReason reason = kernel::EventReason::None)
    {
        kernel::BondEvent event;
        event.kind = kind;
        event.bond = u"bond0"_s;
        event.slave = slave;
        event.reason = reason;
        return event;
    }

    /// All families have samples here, with a switch that calls itself something evil.
    static MetricsInput everything()
    {
        kernel::Snapshot snapshot = states::bonded(Mode::Ieee8023ad);
        snapshot.nics[2].speedMbps = snapshot.nics[3].speedMbps = 10'000;
        states::slaveOf(snapshot, 0).churnActor = 0;
        states::slaveOf(snapshot, 1).churnPartner = 1;
        kernel::Snapshot other = states::bonded(Mode::ActiveBackup);
        kernel::BondState second = other.bonds[states::bondIndex];
        second.name = u"bond1"_s;
        second.ifindex = 20;
        snapshot.bonds.insert(20, second);
        snapshot.nics.insert(20, snapshot.nics.value(states::bondIndex));
        Surveyed surveyed;
        surveyed.plans[u"bond0"_s].slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}, {u"eth2"_s, {}, {}, {}}};
        neighbours::SwitchPort port;
        port.chassis = u"00:1b:2a:3c:4d:5e"_s;
        port.system = u"sw\"1\\ }\n x"_s;
        port.port = u"Gi1/0/7"_s;
        port.vlan = 10;
        surveyed.ports.insert(u"eth0"_s, port);
        surveyed.isChangePending = true;
        kernel::Counters counters;
        counters.ifindex = 2;
        counters.txBytes = 123'456'789'012ULL;
        Tally tally;
        tally.add(happened(kernel::EventKind::Failover, {}, kernel::EventReason::CarrierLost));
        tally.add(happened(kernel::EventKind::SlaveDown, u"eth1"_s));
        kernel::BondEvent outage = happened(kernel::EventKind::PingOutage, {});
        outage.outage = 120ms;
        tally.add(outage);
        outage.outage = 45s;
        tally.add(outage);
        return metricsInput(snapshot, surveyed, {{2, counters}}, &tally);
    }

private Q_SLOTS:
    void httpIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const QByteArray open = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        const QByteArray old = "text/plain; version=0.0.4; charset=utf-8";
        const QByteArray plain = "text/plain; charset=utf-8";
        const auto row
            = [](const char *name, const QByteArray &request, const QByteArray &status, const QByteArray &type,
                 const QByteArray &body) { QTest::addRow("%s", name) << request << status << type << body; };
        row("curl", "GET /metrics HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n", "200", old, "prometheus");
        row("Prometheus",
            "GET /metrics HTTP/1.1\r\nAccept: application/openmetrics-text;version=1.0.0,text/plain;q=0.3\r\n\r\n",
            "200", open, "openmetrics");
        row("another case", "GET /metrics HTTP/1.0\r\naccept: application/openmetrics-text\r\n\r\n", "200", open,
            "openmetrics");
        row("a query", "GET /metrics?a=b HTTP/1.1\r\n\r\n", "200", old, "prometheus");
        row("header only", "HEAD /metrics HTTP/1.1\r\n\r\n", "200", old, "");
        row("elsewhere", "GET / HTTP/1.1\r\n\r\n", "404", plain, "The metrics are at /metrics.\n");
        row("writes", "POST /metrics HTTP/1.1\r\n\r\n", "405", plain, "Only GET and HEAD.\n");
        const QByteArray none = "This is no HTTP/1 request.\n";
        row("nothing", "", "400", plain, none);
        row("not ended", "GET /metrics HTTP/1.1\r\n", "400", plain, none);
        row("another protocol", QByteArray("\x16\x03\x01\0\r\n\r\n", 8), "400", plain, none);
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400", plain, none);
        row("blanks", "   \r\n\r\n", "400", plain, none);
    }

    void httpIsAnswered()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const QByteArray answer = httpAnswer(request, [](MetricsFormat format) -> QByteArray {
            return format == MetricsFormat::OpenMetrics ? "openmetrics" : "prometheus";
        });
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status + ' '), answer.constData());
        QVERIFY2(answer.contains("\r\nContent-Type: " + type + "\r\n"), answer.constData());
        QVERIFY(answer.contains("\r\nConnection: close\r\n"));
        QCOMPARE(answer.mid(answer.indexOf("\r\n\r\n") + 4), body);
        if (!body.isEmpty())
            QVERIFY(answer.contains("\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"));
    }

    void promtoolFindsNoFault()
    {
        const Answer answer
            = run(u"promtool"_s, {u"check"_s, u"metrics"_s}, metricsText(everything(), MetricsFormat::Prometheus));
        QVERIFY2(answer.status == 0, qPrintable(answer.output));
        QCOMPARE(answer.output, QString()); // it lints, too
    }

    void openMetricsReaderReadsIt()
    {
        const QString script = u"import sys\n"
                               "from prometheus_client.openmetrics.parser import text_string_to_metric_families\n"
                               "for family in text_string_to_metric_families(sys.stdin.read()):\n"
                               "    print(family.type, family.name, len(family.samples))\n"_s;
        const Answer answer
            = run(u"/usr/bin/python3"_s, {u"-c"_s, script}, metricsText(everything(), MetricsFormat::OpenMetrics));
        QVERIFY2(answer.status == 0, qPrintable(answer.output));
        for (const QString &line :
             {u"gauge bondwright_bond_verdict 12"_s, u"counter bondwright_failovers 1"_s,
              u"info bondwright_slave_switch 2"_s, u"histogram bondwright_bond_outage_seconds 12"_s,
              u"counter bondwright_slave_flaps 4"_s})
            QVERIFY2(answer.output.contains(line), qPrintable(line + u" in:\n"_s + answer.output));
    }

    /// Debian's node_exporter serves the file.
    void nodeExporterExportsIt()
    {
        QTemporaryDir folder;
        QVERIFY(writePublicFile(folder.filePath(u"bondwright.prom"_s),
                                metricsText(everything(), MetricsFormat::Prometheus)));
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const quint16 port = free.serverPort();
        free.close();
        QProcess exporter;
        exporter.setProcessChannelMode(QProcess::MergedChannels);
        exporter.start(u"prometheus-node-exporter"_s,
                       {u"--collector.disable-defaults"_s, u"--collector.textfile"_s,
                        u"--collector.textfile.directory=%1"_s.arg(folder.path()),
                        u"--web.listen-address=127.0.0.1:%1"_s.arg(port)});
        QVERIFY2(exporter.waitForStarted(), "prometheus-node-exporter (.ci/packages lab)");
        QByteArray page;
        for (int tries = 0; tries < 300 && !page.contains("node_textfile_scrape_error"); ++tries) {
            QTest::qWait(100);
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, port);
            if (!socket.waitForConnected(1000))
                continue;
            socket.write("GET /metrics HTTP/1.0\r\n\r\n");
            page.clear();
            while (socket.waitForReadyRead(5000) || socket.bytesAvailable() > 0)
                page += socket.readAll();
        }
        exporter.kill();
        exporter.waitForFinished();
        QVERIFY2(page.contains("\nnode_textfile_scrape_error 0\n"), page.right(2000).constData());
        QVERIFY(page.contains("\nbondwright_bond_verdict{bond=\"bond0\",verdict=\"degraded\"} 1\n"));
        QVERIFY(page.contains("\nbondwright_bond_slaves_expected{bond=\"bond0\"} 3\n"));
        QVERIFY(page.contains("\nbondwright_failovers_total{bond=\"bond0\",reason=\"carrier-lost\"} 1\n"));
        QVERIFY(page.contains("port=\"Gi1/0/7\""));
    }

    /// Without a tally and without known switches those families are absent, not zero.
    void leavesOutWhatIsNotKnown()
    {
        const QByteArray text
            = metricsText(metricsInput(states::bonded(Mode::ActiveBackup), {}, {}, nullptr), MetricsFormat::Prometheus);
        for (const char *family : {"_failovers", "_flaps", "_outage", "_switch", "_expected", "_lacp_", "_speed"})
            QVERIFY2(!text.contains(family), family);
        QVERIFY(text.contains("bondwright_slave_active{bond=\"bond0\",slave=\"eth0\"} 1\n"));
        QVERIFY(text.contains("bondwright_bond_verdict{bond=\"bond0\",verdict=\"healthy\"} 1\n"));
    }

    void theManualNamesEachFamily()
    {
        QFile manual(SOURCE u"/docs/METRICS.md"_s);
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(manual.readAll());
        static const QRegularExpression type(u"^# TYPE ([a-z_]+) "_s, QRegularExpression::MultilineOption);
        static const QRegularExpression row(u"^\\| `([a-z_]+)` \\|"_s, QRegularExpression::MultilineOption);
        QSet<QString> written;
        QSet<QString> known;
        for (auto match = row.globalMatch(text); match.hasNext();)
            written.insert(match.next().captured(1));
        const QString all = QString::fromUtf8(metricsText(everything(), MetricsFormat::Prometheus));
        for (auto match = type.globalMatch(all); match.hasNext();)
            known.insert(match.next().captured(1));
        QCOMPARE(written - known, QSet<QString>());
        QCOMPARE(known - written, QSet<QString>());
    }

    void alertRulesFireAsTheyShould()
    {
        const Answer answer
            = run(u"promtool"_s, {u"test"_s, u"rules"_s, SOURCE u"/packaging/monitoring/bondwright.rules.test.yml"_s});
        QVERIFY2(answer.status == 0 && answer.output.contains(u"SUCCESS"), qPrintable(answer.output));
    }

    /// promtool reads the dashboard's expressions, with the variables filled in; each names families that there are.
    void dashboardAsksForWhatThereIs()
    {
        QFile dashboard(SOURCE u"/packaging/monitoring/grafana-dashboard.json"_s);
        QVERIFY(dashboard.open(QIODevice::ReadOnly));
        static const QRegularExpression expression(u"\"expr\": \"(.*)\",?$"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression family(u"bondwright_[a-z_]+"_s);
        const QByteArray all = metricsText(everything(), MetricsFormat::Prometheus);
        QByteArray rules = "groups:\n- name: x\n  rules:\n";
        int number = 0;
        for (auto match = expression.globalMatch(QString::fromUtf8(dashboard.readAll())); match.hasNext();) {
            QString text = match.next().captured(1).replace(u"\\\""_s, u"\""_s);
            for (auto name = family.globalMatch(text); name.hasNext();) {
                const QString one = name.next().captured(0);
                QVERIFY2(all.contains("\n" + one.toLatin1() + '{'), qPrintable(one));
            }
            rules += "  - record: r" + QByteArray::number(++number) + "\n    expr: '" + text.toUtf8() + "'\n";
        }
        QVERIFY(number >= 7);
        QTemporaryDir folder;
        QVERIFY(writePublicFile(folder.filePath(u"rules.yml"_s), rules));
        const Answer answer = run(u"promtool"_s, {u"check"_s, u"rules"_s, folder.filePath(u"rules.yml"_s)});
        QVERIFY2(answer.status == 0, qPrintable(answer.output + QString::fromUtf8(rules)));
    }

    void checkmkGetsALineForEachBond()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"metrics"_s);
        QVERIFY(writePublicFile(file, metricsText(everything(), MetricsFormat::OpenMetrics)));
        const Answer answer = run(SOURCE u"/packaging/monitoring/check-mk-local"_s, {file});
        QVERIFY2(answer.status == 0, qPrintable(answer.output));
        QStringList lines = answer.output.split(u'\n', Qt::SkipEmptyParts);
        lines.sort();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], u"0 \"Bond bond1\" carrying=2|slaves=2 healthy, 2 of 2 slaves carry"_s);
        QVERIFY2(lines[1].startsWith(u"1 \"Bond bond0\" carrying=2|slaves=3 degraded, 2 of 3 slaves carry: "_s),
                 qPrintable(lines[1]));
        QVERIFY2(lines[1].contains(u"slave-missing"), qPrintable(lines[1]));
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
