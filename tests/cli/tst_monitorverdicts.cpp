// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/monitor.h"
#include "fakekernelsource.h"
#include "tests/kernel/states.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

/// What "bondctl monitor" says of a bond is what the window says: by the configuration too, and again when it changes.
class TestMonitorVerdicts : public QObject
{
    Q_OBJECT
private:
    static QList<QJsonObject> linesOf(QString &text, const QString &type)
    {
        QList<QJsonObject> lines;
        for (const QString &line : text.split(u'\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
            if (object.value(u"type"_s).toString() == type)
                lines.append(object);
        }
        return lines;
    }

private Q_SLOTS:
    void byTheSurveyAndByEvents()
    {
        FakeKernelSource source;
        source.setSnapshot(states::bonded(Mode::ActiveBackup));
        QString text;
        QTextStream out(&text);
        const auto printer = cli::makeJsonPrinter(out);
        cli::MonitorOptions options;
        options.hasPing = false;
        std::function<void(const diagnosis::Surveyed &)> answer;
        options.askSurvey
            = [&answer](QObject *, const Snapshot &, std::function<void(const diagnosis::Surveyed &)> done) {
                  answer = std::move(done);
              };
        cli::Monitor monitor(&source, options, printer.get(), nullptr);
        QVERIFY(monitor.start());
        const QJsonObject start = linesOf(text, u"start"_s).value(0);
        QCOMPARE(start.value(u"bonds"_s)[0].toObject().value(u"verdict"_s).toString(), u"healthy"_s);
        QCOMPARE(linesOf(text, u"verdict"_s).size(), 0);

        // A NIC that was dead at boot: only the configuration knows of it.
        diagnosis::Surveyed surveyed;
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.mode = Mode::ActiveBackup;
        plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}, {u"eth7"_s, {}, {}, {}}};
        surveyed.plans.insert(plan.name, plan);
        QVERIFY(answer);
        answer(surveyed);
        QCOMPARE(linesOf(text, u"verdict"_s).size(), 1);
        QJsonObject verdict = linesOf(text, u"verdict"_s).value(0);
        QCOMPARE(verdict.value(u"bond"_s).toString(), u"bond0"_s);
        QCOMPARE(verdict.value(u"verdict"_s).toString(), u"degraded"_s);
        QCOMPARE(verdict.value(u"rule"_s).toString(), u"slave-missing"_s);
        QVERIFY(verdict.value(u"t"_s).isDouble());

        // Of what stays as it is, nothing is said again.
        answer(surveyed);
        QCOMPARE(linesOf(text, u"verdict"_s).size(), 1);

        Snapshot snapshot = states::bonded(Mode::ActiveBackup);
        states::loseLink(snapshot, 1);
        source.setSnapshot(snapshot);
        QTRY_COMPARE(linesOf(text, u"verdict"_s).size(), 2);
        verdict = linesOf(text, u"verdict"_s).value(1);
        QStringList rules;
        for (const QJsonValue &finding : verdict.value(u"findings"_s).toArray())
            rules.append(finding.toObject().value(u"rule"_s).toString());
        QVERIFY2(rules.contains(u"link-lost"_s) && rules.contains(u"slave-missing"_s), qPrintable(rules.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestMonitorVerdicts)
#include "tst_monitorverdicts.moc"
