// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testresult.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::failover;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The PDF of a failover test from the command line: the programs as they are, on a host without a display.
class TestPdfReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void holdsBothLanguagesAndTheChart_data();
    void holdsBothLanguagesAndTheChart();
    void refusesWhatIsNoResult_data();
    void refusesWhatIsNoResult();
    void folderMissing();
    void saidBeforeTheTest();
    void bondctlNeedsNoGui();

private:
    struct Answer {
        int status;
        QString out;
        QString err;
    };
    Answer run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    static TestResult result();

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

void TestPdfReport::initTestCase()
{
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XDG_RUNTIME_DIR"_s})
        m_environment.remove(name);
    QVERIFY2(run(u"pdftotext"_s, {u"-v"_s}).status == 0, "pdftotext is needed (Debian: poppler-utils)");
}

TestPdfReport::Answer TestPdfReport::run(const QString &program, const QStringList &arguments,
                                         const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A slave that passed and one that did not, with the pings of each.
TestResult TestPdfReport::result()
{
    TestResult result;
    result.id = u"1"_s;
    result.host = u"web01"_s;
    result.bond = u"bond0"_s;
    result.mode = u"active-backup"_s;
    result.automatic = true;
    result.startedAt = QDateTime(QDate(2026, 11, 26), QTime(9, 30, 12));
    result.finishedAt = result.startedAt.addSecs(20);
    result.limit = 500ms;
    for (int i = 0; i < 2; ++i) {
        StepResult step;
        step.slave = u"eth%1"_s.arg(i);
        step.outcome = i == 0 ? Outcome::Passed : Outcome::Failed;
        step.wasActive = true;
        step.detection = 87ms;
        step.activeAfter = u"eth%1"_s.arg(1 - i);
        TargetResult target;
        target.target = u"192.0.2.254"_s;
        target.sent = 300;
        target.lost = 9;
        target.outage = i == 0 ? 90ms : 900ms;
        for (int at = -50; at < 250; ++at)
            target.points.append({at * 10'000, at >= 0 && at < 9 ? -1 : 250 + at % 7});
        step.targets = {target};
        if (i == 1)
            step.problems.append({ProblemKind::OutageTooLong, step.slave, {}});
        result.steps.append(step);
    }
    return result;
}

void TestPdfReport::holdsBothLanguagesAndTheChart_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("session");
    QTest::newRow("English first") << u"en"_s << u"en"_s;
    QTest::newRow("Chinese first") << u"zh_CN"_s << u"en"_s;
    QTest::newRow("in a Chinese session") << u"zh_CN"_s << u"zh_CN"_s;
}

void TestPdfReport::holdsBothLanguagesAndTheChart()
{
    QFETCH(QString, language);
    QFETCH(QString, session);
    m_environment.insert(u"FC_LANG"_s, session);
    const QString path = m_folder.filePath(language + u".pdf"_s);
    const Answer made = run(QStringLiteral(BONDWRIGHT), {u"--lang"_s, language, u"--report-pdf"_s, path},
                            QJsonDocument(toJson(result())).toJson());
    QVERIFY2(made.status == 0, qPrintable(made.err));
    const QString text = run(u"pdftotext"_s, {path, u"-"_s}).out;
    for (const QString &part :
         {u"Failover test of bond0"_s, u"moved from eth0 to eth1."_s, u"longer than the limit of 500 ms"_s,
          u"2026-11-26 09:30:12"_s, u"bond0 的故障切换测试"_s, u"流量从 eth0 切换到 eth1。"_s,
          u"超过了 500 ms 的上限"_s, u"web01"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is not in:\n"_s + text));
    const bool isEnglishFirst = text.indexOf(u"Failover test of bond0") < text.indexOf(u"bond0 的故障切换测试");
    QCOMPARE(isEnglishFirst, language == u"en");
    const Answer pictures = run(u"pdfimages"_s, {u"-list"_s, path});
    QCOMPARE(pictures.out.count(u" image "), 4); // one for each step, in each language
    // As wide as the page, drawn three times as fine.
    QVERIFY2(pictures.out.contains(u" 1920 "), qPrintable(pictures.out));
    const Answer fonts = run(u"pdffonts"_s, {path});
    QVERIFY2(fonts.out.contains(u"CJKsc") && !fonts.out.contains(u"CJKjp"), qPrintable(fonts.out));
}

void TestPdfReport::refusesWhatIsNoResult_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("other JSON") << QByteArray(R"({"type":"plan","version":1,"bond":"bond0"})");
    QTest::newRow("a list") << QByteArray("[1]");
}

void TestPdfReport::refusesWhatIsNoResult()
{
    QFETCH(QByteArray, input);
    const QString path = m_folder.filePath(u"none.pdf"_s);
    const Answer made = run(QStringLiteral(BONDWRIGHT), {u"--lang"_s, u"en"_s, u"--report-pdf"_s, path}, input);
    QCOMPARE(made.status, 1);
    QVERIFY2(made.err.contains(u"is not the result of a failover test"), qPrintable(made.err));
    QVERIFY(!QFile::exists(path));
}

void TestPdfReport::folderMissing()
{
    const QString path = m_folder.filePath(u"no/such.pdf"_s);
    const Answer made = run(QStringLiteral(BONDWRIGHT), {u"--lang"_s, u"en"_s, u"--report-pdf"_s, path},
                            QJsonDocument(toJson(result())).toJson());
    QCOMPARE(made.status, 1);
    QVERIFY2(made.err.contains(path) && made.err.contains(u"cannot be written"), qPrintable(made.err));
}

/// Nobody pulls two cables for a report that cannot be made.
void TestPdfReport::saidBeforeTheTest()
{
    const QStringList test{u"--lang"_s, u"en"_s, u"test"_s, u"bond0"_s, u"--ping"_s, u"192.0.2.1"_s, u"--report"_s};
    const Answer other = run(QStringLiteral(BONDCTL), test + QStringList{u"report.odt"_s});
    QCOMPARE(other.status, 2);
    QVERIFY2(other.err.contains(u"--report writes .html, .pdf or .json."), qPrintable(other.err));
    // A host with bondctl alone.
    const QString alone = m_folder.filePath(u"bondctl"_s);
    QVERIFY(QFile::copy(QStringLiteral(BONDCTL), alone));
    const QString path = m_environment.value(u"PATH"_s);
    m_environment.insert(u"PATH"_s, u"/nonexistent"_s);
    const Answer missing = run(alone, test + QStringList{u"report.pdf"_s});
    m_environment.insert(u"PATH"_s, path);
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.err.contains(u"bondwright, which is not installed here"), qPrintable(missing.err));
}

void TestPdfReport::bondctlNeedsNoGui()
{
    const Answer needed = run(u"ldd"_s, {QStringLiteral(BONDCTL)});
    QVERIFY(needed.out.contains(u"libQt6Core"));
    QVERIFY2(!needed.out.contains(u"libQt6Gui") && !needed.out.contains(u"libQt6Widgets"), qPrintable(needed.out));
}

QTEST_GUILESS_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
