// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// The real bondctl: exit statuses, JSON, both languages; and the published schema.
class TestDomainCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void exitStatus_data();
    void exitStatus();
    void modesAsJson();
    void optionsAsJson();
    void checkAsJson();
    void brokenPlanAsJson();
    void adviceAsJson();
    void switchAsJson();
    void readsStandardInput();
    void saysWhatItLeavesOut();
    void speaksBothLanguages_data();
    void speaksBothLanguages();
    void schemaNamesEveryOption();

private:
    struct Answer {
        int status;
        QByteArray out;
        QByteArray err;
    };
    Answer run(const QStringList &arguments, const QByteArray &input = {}) const;
    QJsonDocument json(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_good;
    QString m_bad;
};

void TestDomainCommands::initTestCase()
{
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return isWritten ? file.fileName() : QString();
    };
    m_good = write(u"good.json"_s,
                   R"({"version":1,"name":"bond0","mode":"802.3ad","options":{"miimon":"100","lacp_rate":"fast"},
        "slaves":[{"name":"eth0"},{"name":"eth1"}],"ipv4":{"method":"auto"}})");
    m_bad = write(u"bad.json"_s,
                  R"({"version":1,"name":"bond0","mode":"1","slaves":[{"name":"eth0"},{"name":"eth0"}],"x":1})");
    QVERIFY(write(u"broken.json"_s, R"({"version":1)").size() > 0);
    QVERIFY(!m_good.isEmpty() && !m_bad.isEmpty());
}

TestDomainCommands::Answer TestDomainCommands::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(QStringLiteral(BONDCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return {-1, {}, "did not finish"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonDocument TestDomainCommands::json(const QStringList &arguments) const
{
    return QJsonDocument::fromJson(run(arguments + QStringList{u"--json"_s}).out);
}

void TestDomainCommands::exitStatus_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("expected");
    const auto row = [this](const QString &line, int expected) {
        QStringList arguments = line.split(u' ', Qt::SkipEmptyParts);
        for (QString &argument : arguments) {
            if (argument.endsWith(u".json"))
                argument = m_folder.filePath(argument);
        }
        QTest::newRow(line.toUtf8().constData()) << arguments << expected;
    };
    row(u"modes"_s, 0);
    row(u"modes extra"_s, 2);
    row(u"modes --colour"_s, 2);
    row(u"options"_s, 0);
    row(u"options --mode 4"_s, 0);
    row(u"options --mode=802.3ad --json"_s, 0);
    row(u"options --mode 802.3AD"_s, 2);
    row(u"options --mode"_s, 2);
    row(u"modes --lang=zh_CN"_s, 0);
    row(u"--lang zh_CN modes"_s, 0);
    row(u"modes --lang=fr"_s, 2);
    row(u"modes --lang"_s, 2);
    row(u"check / --no-host"_s, 1);
    row(u"check good.json --no-host"_s, 0);
    row(u"check bad.json --no-host"_s, 1);
    row(u"check broken.json --no-host"_s, 1);
    row(u"check absent.json --no-host"_s, 1);
    row(u"check --no-host"_s, 2);
    row(u"check good.json bad.json"_s, 2);
    row(u"advise survive --no-host"_s, 0);
    row(u"advise survive"_s, 0);
    row(u"advise"_s, 2);
    row(u"advise world-peace"_s, 2);
    row(u"switch good.json --vendor huawei"_s, 0);
    row(u"switch good.json --vendor nobody"_s, 2);
    row(u"switch good.json"_s, 2);
    row(u"switch broken.json --vendor linux"_s, 1);
}

void TestDomainCommands::exitStatus()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, expected);
    const Answer answer = run(arguments);
    QCOMPARE(answer.status, expected);
    QVERIFY(expected == 0 ? answer.err.isEmpty() && !answer.out.isEmpty() : !(answer.out + answer.err).isEmpty());
}

void TestDomainCommands::modesAsJson()
{
    const QJsonArray modes = json({u"modes"_s}).array();
    QCOMPARE(modes.size(), 7);
    for (int i = 0; i < 7; ++i) {
        const QJsonObject mode = modes.at(i).toObject();
        QCOMPARE(mode.value(u"number").toInt(-1), i);
        QCOMPARE(mode.value(u"name").toString(), kernelName(static_cast<Mode>(i)));
        for (const QString &language : {u"en"_s, u"zh"_s}) {
            const QJsonObject texts = mode.value(language).toObject();
            QVERIFY(!texts.value(u"title").toString().isEmpty() && !texts.value(u"description").toString().isEmpty());
        }
    }
    QCOMPARE(modes.at(0).toObject().value(u"switch").toString(), u"static"_s);
    QCOMPARE(modes.at(1).toObject().value(u"switch").toString(), u"nothing"_s);
    QCOMPARE(modes.at(4).toObject().value(u"switch").toString(), u"lacp"_s);
}

void TestDomainCommands::optionsAsJson()
{
    QCOMPARE(json({u"options"_s}).array().size(), static_cast<qsizetype>(allOptions().size()));
    const QJsonArray lacp = json({u"options"_s, u"--mode"_s, u"4"_s}).array();
    const auto contains = [&](QStringView name) {
        return std::any_of(lacp.begin(), lacp.end(),
                           [&](const QJsonValue &one) { return one[u"name"].toString() == name; });
    };
    QVERIFY(contains(u"lacp_rate") && contains(u"miimon"));
    QVERIFY(!contains(u"primary") && !contains(u"arp_interval"));
}

void TestDomainCommands::checkAsJson()
{
    QStringList found;
    for (const QJsonValue &one : json({u"check"_s, m_bad, u"--no-host"_s}).array())
        found.append(one[u"severity"].toString() + u' ' + one[u"code"].toString() + u' ' + one[u"field"].toString());
    QCOMPARE(found,
             (QStringList{u"error monitoring.none options.miimon"_s, u"error slaves.duplicate slaves[1].name"_s,
                          u"warning plan.unknown-member x"_s, u"advice ip.none ipv4"_s}));
}

void TestDomainCommands::brokenPlanAsJson()
{
    const QJsonArray findings = json({u"check"_s, m_folder.filePath(u"broken.json"_s)}).array();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.at(0)[u"code"].toString(), u"plan.json.syntax"_s);
    QCOMPARE(findings.at(0)[u"severity"].toString(), u"error"_s);
}

void TestDomainCommands::adviceAsJson()
{
    const QJsonObject advice = json({u"advise"_s, u"both-lacp"_s, u"--no-host"_s}).object();
    QCOMPARE(advice.value(u"mode").toString(), u"802.3ad"_s);
    QCOMPARE(advice.value(u"number").toInt(), 4);
    QVERIFY(!advice.value(u"zh").toObject().value(u"reason").toString().isEmpty());
}

void TestDomainCommands::switchAsJson()
{
    const QJsonObject answer = json({u"switch"_s, m_good, u"--vendor"_s, u"cisco-ios"_s}).object();
    QVERIFY(answer.value(u"configuration").toString().contains(u" lacp rate fast\n"));
    QVERIFY(!answer.value(u"requirement").toString().isEmpty());
}

/// A member that is misspelt is a VLAN or an address less in the files.
void TestDomainCommands::saysWhatItLeavesOut()
{
    const QByteArray plan = R"({"version":1,"name":"bond0","mode":"1","slaves":[{"name":"eth0"}],
        "options":{"miimon":"100"},"ipv4":{"method":"auto"},"vlan":[{"id":7}]})";
    for (const QString &command :
         {u"render - --format nm"_s, u"bundle - --rhel 6"_s, u"switch - --vendor cisco-ios --no-host"_s}) {
        const Answer answer = run(command.split(u' '), plan);
        QVERIFY2(answer.err.contains("“vlan” is not known and was ignored"), qPrintable(command));
        QVERIFY2(!answer.out.contains("“vlan”"), qPrintable(command));
    }
}

void TestDomainCommands::readsStandardInput()
{
    QFile file(m_good);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(run({u"check"_s, u"-"_s, u"--no-host"_s}, file.readAll()).status, 0);
    QCOMPARE(run({u"check"_s, u"-"_s, u"--no-host"_s}, QByteArray(70000, ' ')).status, 1);
}

void TestDomainCommands::speaksBothLanguages_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("modes") << QStringList{u"modes"_s};
    QTest::newRow("options") << QStringList{u"options"_s};
    QTest::newRow("check") << QStringList{u"check"_s, m_bad, u"--no-host"_s};
    QTest::newRow("advise") << QStringList{u"advise"_s, u"survive"_s, u"--no-host"_s};
    QTest::newRow("help") << QStringList{u"help"_s, u"--all"_s};
}

void TestDomainCommands::speaksBothLanguages()
{
    QFETCH(QStringList, arguments);
    const auto chinese = [](const QByteArray &text) {
        const QString decoded = QString::fromUtf8(text);
        return std::count_if(decoded.begin(), decoded.end(),
                             [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff; });
    };
    QCOMPARE(chinese(run(QStringList{u"--lang"_s, u"en"_s} + arguments).out), 0);
    QVERIFY(chinese(run(QStringList{u"--lang"_s, u"zh_CN"_s} + arguments).out) > 20);
}

void TestDomainCommands::schemaNamesEveryOption()
{
    QFile file(QStringLiteral(PLAN_SCHEMA));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonValue schema = QJsonDocument::fromJson(file.readAll()).object();
    QStringList expected;
    for (const OptionSpec &spec : allOptions()) {
        if (spec.scope == OptionScope::Bond && spec.name != u"mode")
            expected += QStringList{spec.name} + spec.aliases;
    }
    QStringList named;
    for (const QJsonValue &name : schema[u"properties"][u"options"][u"propertyNames"][u"enum"].toArray())
        named.append(name.toString());
    QCOMPARE(named, expected);
}

QTEST_GUILESS_MAIN(TestDomainCommands)
#include "tst_domaincommands.moc"
