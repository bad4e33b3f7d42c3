// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/plangenerator.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <array>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// docs/plan.schema.json and the plan reader say the same, judged by an implementation of JSON Schema that is not ours.
class TestPlanSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesGeneratedPlans();
    void agreesWithTheReader();

private:
    static QStringList verdicts(const QByteArray &lines, qsizetype count);
};

QStringList TestPlanSchema::verdicts(const QByteArray &lines, qsizetype count)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(PLANSCHEMA_PY), QStringLiteral(PLAN_SCHEMA)});
    python.write(lines);
    python.closeWriteChannel();
    if (!python.waitForFinished(120000) || python.exitCode() != 0)
        qCritical("Is python3-jsonschema installed? %s", python.readAllStandardError().constData());
    const QStringList answers = QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    return answers.size() == count ? answers : QStringList(count, u"no answer"_s);
}

void TestPlanSchema::takesGeneratedPlans()
{
    constexpr int count = 2000;
    test::PlanGenerator generator(20);
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += QJsonDocument::fromJson(planToJson(generator.next())).toJson(QJsonDocument::Compact) + '\n';
    const QStringList answers = verdicts(lines, count);
    const QByteArrayList plans = lines.split('\n');
    for (int i = 0; i < count; ++i)
        QVERIFY2(answers.at(i) == u"yes", qPrintable(answers.at(i) + u'\n' + QString::fromUtf8(plans.at(i))));
}

namespace
{

struct Row {
    const char *json; ///< a whole plan, or what comes behind the members that every plan has
    bool accepted;
};

constexpr std::array rows{
    Row{R"({"version":1,"name":"b","mode":"802.3ad"})", true},
    Row{R"({"version":1,"name":"b","mode":"6"})", true},
    Row{R"({"version":1,"name":"b","mode":"7"})", false},
    Row{R"({"version":1,"name":"b","mode":4})", false},
    Row{R"({"version":1,"name":"b","mode":"802.3AD"})", false},
    Row{R"({"version":2,"name":"b","mode":"1"})", false},
    Row{R"({"version":"1","name":"b","mode":"1"})", false},
    Row{R"({"name":"b","mode":"1"})", false},
    Row{R"({"version":1,"mode":"1"})", false},
    Row{R"({"version":1,"name":"b"})", false},
    Row{R"({"version":1,"name":"a\nb","mode":"1"})", false},
    Row{R"({"version":1,"name":"a\u007fb","mode":"1"})", false},
    Row{R"([])", false},
    Row{R"(,"unknown":1)", true},
    Row{R"(,"options":{"miimon":"100"})", true},
    Row{R"(,"options":{"miimon":100})", true},
    Row{R"(,"options":{"miimon":1.5})", false},
    Row{R"(,"options":{"miimon":true})", false},
    Row{R"(,"options":[])", false},
    Row{R"(,"slaves":[{"name":"a","queue_id":65535,"prio":-2147483648,"mac":"02:00:00:00:00:01"}])", true},
    Row{R"(,"slaves":[{"name":"a","queue_id":65536}])", false},
    Row{R"(,"slaves":[{"name":"a","prio":2147483648}])", false},
    Row{R"(,"slaves":[{"mac":"02:00:00:00:00:01"}])", false},
    Row{R"(,"slaves":["a"])", false},
    Row{R"(,"slaves":"a")", false},
    Row{R"(,"mtu":4294967295)", true},
    Row{R"(,"mtu":-1)", false},
    Row{R"(,"mtu":"1500")", false},
    Row{R"(,"mac":5)", false},
    Row{R"(,"autoconnect":false)", true},
    Row{R"(,"autoconnect":"no")", false},
    Row{R"(,"accept":["monitoring.none"],"replaces":"bond1")", true},
    Row{R"(,"accept":"monitoring.none")", false},
    Row{R"(,"replaces":1)", false},
    Row{R"(,"ipv4":{"method":"manual","addresses":["a"],"gateway":"b","dns":["c"],"search":["d"],"metric":1})", true},
    Row{R"(,"ipv4":{"method":"dhcp"})", false},
    Row{R"(,"ipv4":{})", false},
    Row{R"(,"ipv6":{"method":"auto","dns":"c"})", false},
    Row{R"(,"ipv6":{"method":"auto","routes":[{"destination":"::/0","gateway":"x","metric":1}]})", true},
    Row{R"(,"ipv6":{"method":"auto","routes":[{"gateway":"x"}]})", false},
    Row{R"(,"vlans":[{"id":4094,"name":"v","mtu":1500,"ipv4":{"method":"auto"}}])", true},
    Row{R"(,"vlans":[{"id":0}])", false},
    Row{R"(,"vlans":[{"id":4095}])", false},
    Row{R"(,"vlans":[{}])", false},
    Row{R"(,"vlans":[{"id":1,"ipv6":{"method":"x"}}])", false},
};

QByteArray planOf(const Row &row)
{
    return row.json[0] == ',' ? R"({"version":1,"name":"b","mode":"1")" + QByteArray(row.json) + '}' : row.json;
}

} // namespace

void TestPlanSchema::agreesWithTheReader()
{
    QByteArray lines;
    for (const Row &row : rows)
        lines += planOf(row) + '\n';
    const QStringList answers = verdicts(lines, qsizetype(rows.size())); // starting Python costs more than all rows
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QString answer = answers.at(qsizetype(i));
        QVERIFY2(planFromJson(planOf(rows.at(i))).has_value() == rows.at(i).accepted, rows.at(i).json);
        QVERIFY2(answer.startsWith(rows.at(i).accepted ? u"yes" : u"no: "),
                 qPrintable(answer + u"  "_s + QString::fromUtf8(rows.at(i).json)));
    }
}

QTEST_GUILESS_MAIN(TestPlanSchema)
#include "tst_planschema.moc"
