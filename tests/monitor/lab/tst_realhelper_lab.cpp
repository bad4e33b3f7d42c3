// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/liveactions.h"
#include "kernel/localkernelsource.h"
#include "lab/guest.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace bondwright;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// bondctl and the helper as they are shipped, under systemd: the failover test from end to end, whoever is
/// killed in the middle of it, and what the journal tells of the time before the program.
class TestRealHelperLab : public QObject
{
    Q_OBJECT
public:
    QString bondctl;
    QString testWindow;

private Q_SLOTS:
    void initTestCase();
    void init();
    void journalTellsOfBefore();
    void automaticTest();
    void limitExceeded();
    void helperKilled();
    void theLinkComesBackWithoutAHelper();
    void clientKilled();
    void clientGoneBeforeItIsWatched();
    void windowKilled_data();
    void windowKilled();
    void laterChangesAreLeftAlone();

private:
    static bool isOn(const QString &slave) { return (lab::attribute(slave, u"flags"_s).toInt(nullptr, 16) & 1) != 0; }
    static bool isWhole()
    {
        return lab::attribute(u"eth0"_s, u"bonding_slave/mii_status"_s) == u"up"
            && lab::attribute(u"eth1"_s, u"bonding_slave/mii_status"_s) == u"up";
    }
    static bool setLink(const QString &slave, bool up, uint undoAfter);
    static bool answers(); ///< the helper, to a call made now
    static QList<pid_t> helpers();
    static QList<pid_t> processes(const QByteArray &word);
    static void killAll(const QList<pid_t> &processes)
    {
        for (const pid_t process : processes)
            ::kill(process, SIGKILL);
    }
    std::unique_ptr<QProcess> startTest(const QStringList &more) const;

    QTemporaryDir m_data;
};

void TestRealHelperLab::initTestCase()
{
    QVERIFY2(lab::isGuest(), "runs in the lab's guest");
    qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
    qputenv("LC_ALL", "C.UTF-8");
    QVERIFY(
        lab::ip({u"link add bond0 type bond mode active-backup miimon 100"_s, u"link set eth0 master bond0"_s,
                 u"link set eth1 master bond0"_s, u"address add 192.0.2.1/24 dev bond0"_s, u"link set bond0 up"_s}));
    QVERIFY(lab::eventually([] { return lab::ping(u"192.0.2.254"_s); }, 30s));
}

void TestRealHelperLab::init()
{
    QVERIFY(lab::eventually([] { return isWhole(); }, 30s));
    QVERIFY(lab::ip({u"link set bond0 type bond active_slave eth0"_s}));
}

bool TestRealHelperLab::setLink(const QString &slave, bool up, uint undoAfter)
{
    auto call = QDBusMessage::createMethodCall(u"org.bondwright.Helper1"_s, u"/org/bondwright/Helper1"_s,
                                               u"org.bondwright.Helper1"_s, u"SetSlaveLink"_s);
    call << u"bond0"_s << slave << up << undoAfter;
    const QDBusMessage reply = QDBusConnection::systemBus().call(call, QDBus::Block, 60'000);
    if (reply.type() != QDBusMessage::ReplyMessage)
        qWarning("%s", qPrintable(reply.errorMessage()));
    return reply.type() == QDBusMessage::ReplyMessage;
}

bool TestRealHelperLab::answers()
{
    auto call = QDBusMessage::createMethodCall(u"org.bondwright.Helper1"_s, u"/org/bondwright/Helper1"_s,
                                               u"org.bondwright.Helper1"_s, u"GetTransaction"_s);
    call.setArguments({QString()}); // the form of its texts
    return QDBusConnection::systemBus().call(call, QDBus::Block, 60'000).type() == QDBusMessage::ReplyMessage;
}

/// Processes of the helper's program whose command line has the word.
QList<pid_t> TestRealHelperLab::processes(const QByteArray &word)
{
    QList<pid_t> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/%1/cmdline"_s.arg(name));
        if (name.toInt() == 0 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray command = file.readAll();
        if (command.contains("libexec/bondwright-helper") && command.contains(word))
            found.append(name.toInt());
    }
    return found;
}

/// The helper itself, without the small processes it leaves behind.
QList<pid_t> TestRealHelperLab::helpers()
{
    QList<pid_t> found = processes({});
    for (const pid_t small : processes("--restore-link"))
        found.removeAll(small);
    return found;
}

std::unique_ptr<QProcess> TestRealHelperLab::startTest(const QStringList &more) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(bondctl, QStringList{u"test"_s, u"bond0"_s, u"--auto"_s, u"--ping"_s, u"192.0.2.254"_s} + more);
    return process;
}

void TestRealHelperLab::journalTellsOfBefore()
{
    // Nobody of ours watches while this happens.
    QVERIFY(lab::run(u"pull"_s, {u"0"_s}));
    QVERIFY(lab::eventually([] { return lab::attribute(u"bond0"_s, u"bonding/active_slave"_s) == u"eth1"; }, 20s));
    QVERIFY(lab::run(u"plug"_s, {u"0"_s}));
    QVERIFY(lab::eventually([] { return isWhole(); }, 20s));
    // The journal takes the kernel's messages when it gets its turn.
    QStringList seen;
    const auto hasAll = [&] {
        QProcess events;
        events.start(bondctl, {u"events"_s, u"--json"_s, u"--since"_s, u"1h"_s});
        if (!events.waitForFinished(60'000) || events.exitCode() != 0)
            return false;
        seen.clear();
        for (const QByteArray &line : events.readAllStandardOutput().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (event[u"bond"].toString() == u"bond0" && event[u"id"].toInt() == 0)
                seen.append(event[u"kind"].toString() + u' ' + event[u"slave"].toString());
        }
        return seen.contains(u"slave-down eth0"_s) && seen.contains(u"failover eth1"_s)
            && seen.contains(u"slave-up eth0"_s);
    };
    QVERIFY2(lab::eventually(hasAll, 30s), qPrintable(seen.join(u" | ")));
    QVERIFY(seen.indexOf(u"slave-down eth0"_s) < seen.indexOf(u"failover eth1"_s));
}

void TestRealHelperLab::automaticTest()
{
    const QString report = m_data.filePath(u"report.html"_s);
    const auto process = startTest({u"--json"_s, u"--limit"_s, u"5000"_s, u"--report"_s, report});
    QCOMPARE(lab::endOf(*process), 0);
    const QJsonObject result = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
    QVERIFY(result[u"passed"].toBool());
    QCOMPARE(result[u"steps"].toArray().size(), 2);
    for (const QJsonValue &step : result[u"steps"].toArray()) {
        qInfo("%s: noticed after %.1f ms, outage %.1f ms", qPrintable(step[u"slave"].toString()),
              step[u"detectionMs"].toDouble(-1), step[u"outageMs"].toDouble());
    }
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QVERIFY(html.contains("Passed") && html.contains("通过"));
    QVERIFY(!html.contains("http://") || html.count("http://") == html.count("http://www.w3.org/2000/svg"));
    // Kept where the window finds it.
    QCOMPARE(QDir(m_data.filePath(u"bondwright/tests"_s)).entryList({u"*.json"_s}, QDir::Files).size(), 1);
    QVERIFY(isOn(u"eth0"_s) && isOn(u"eth1"_s));
}

void TestRealHelperLab::limitExceeded()
{
    // On a busy machine no ping may fall into the outage: then there is none to judge, and another try is made.
    const QString report = m_data.filePath(u"report.pdf"_s);
    int status = 0;
    QString text;
    for (int tries = 0; status == 0 && tries < 6; ++tries) {
        QVERIFY(lab::eventually([] { return isWhole(); }, 30s));
        QVERIFY(lab::ip({u"link set bond0 type bond active_slave eth0"_s}));
        const auto process = startTest(
            {u"--slave"_s, u"eth0"_s, u"--limit"_s, u"1"_s, u"--lang"_s, u"zh_CN"_s, u"--report"_s, report});
        status = lab::endOf(*process);
        text = QString::fromUtf8(process->readAllStandardOutput());
    }
    QCOMPARE(status, 1);
    QVERIFY2(text.contains(u"中断时间为"), qPrintable(text));
    // There is no display in here.
    QProcess reader;
    reader.start(u"pdftotext"_s, {report, u"-"_s});
    QVERIFY2(reader.waitForFinished(60'000) && reader.exitCode() == 0, "pdftotext (poppler-utils)");
    const QString words = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY2(words.contains(u"中断时间为") && words.contains(u"longer than the limit of 1 ms"), qPrintable(words));
}

void TestRealHelperLab::helperKilled()
{
    const auto process = startTest({u"--slave"_s, u"eth0"_s, u"--json"_s, u"--limit"_s, u"5000"_s});
    QVERIFY(lab::eventually([] { return !isOn(u"eth0"_s); }, 60s));
    // The kernel shows the deed before the helper has answered for it; killed in between, the client rightly says that
    // it failed. What is asked later is answered later.
    QVERIFY(answers());
    const QList<pid_t> killed = helpers();
    QCOMPARE(killed.size(), 1);
    killAll(killed);
    // The test asks for the link as always, and the bus starts another helper.
    const int status = lab::endOf(*process);
    QVERIFY2(status == 0, process->readAllStandardOutput().constData());
    QVERIFY(isOn(u"eth0"_s));
    QVERIFY(lab::eventually([] { return isWhole(); }, 20s));
}

void TestRealHelperLab::theLinkComesBackWithoutAHelper()
{
    QVERIFY(setLink(u"eth0"_s, false, 3));
    QVERIFY(!isOn(u"eth0"_s));
    killAll(helpers());
    QVERIFY(lab::eventually([] { return isOn(u"eth0"_s); }, 60s));
}

void TestRealHelperLab::clientKilled()
{
    const auto process = startTest({u"--slave"_s, u"eth0"_s});
    QVERIFY(lab::eventually([] { return !isOn(u"eth0"_s); }, 60s));
    process->kill();
    process->waitForFinished();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(lab::eventually([] { return isOn(u"eth0"_s); }, 90s));
    qInfo("the link was back %.1f s after the client was killed", double(timer.elapsed()) / 1000);
    QVERIFY(timer.elapsed() < 10'000); // not only at the helper's deadline
    QVERIFY(lab::eventually([] { return isWhole() && lab::ping(u"192.0.2.254"_s); }, 20s));
}

/// The moment between the client's call and the helper's watch of it, as the helper's own part sees it.
void TestRealHelperLab::clientGoneBeforeItIsWatched()
{
    kernel::LocalKernelSource source;
    source.start();
    QVERIFY(lab::eventually([&source] { return source.snapshot().bondByName(u"bond0"_s) != nullptr; }, 10s));
    const helper::SystemClock clock;
    const auto nobody = [](const QStringList &) { return Result<void>(); };
    const QTemporaryDir root;
    helper::Environment environment;
    environment.root = root.path();
    helper::runtime::KernelNetwork network;
    helper::LiveActions actions({environment, QDBusConnection::systemBus(), source, clock, network, nobody});
    QVERIFY(actions.setSlaveLink(u"bond0"_s, u"eth0"_s, false, 60s, u":1.999999"_s));
    QVERIFY(isOn(u"eth0"_s));
    QVERIFY(!actions.isBusy());
}

void TestRealHelperLab::windowKilled_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("killed") << SIGKILL;
    QTest::newRow("session ended") << SIGTERM;
}

/// The test's window dies with a link in its hands: the link comes back, and is left alone from then on.
void TestRealHelperLab::windowKilled()
{
    QFETCH(int, signal);
    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    window.setProcessEnvironment(environment);
    window.start(testWindow, {u"bond0"_s, u"192.0.2.254"_s});
    QVERIFY(lab::eventually([] { return !isOn(u"eth0"_s) || !isOn(u"eth1"_s); }, 60s));
    ::kill(pid_t(window.processId()), signal);
    window.waitForFinished();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(lab::eventually([] { return isOn(u"eth0"_s) && isOn(u"eth1"_s); }, 90s));
    qInfo("the link was back %.1f s after the window was killed", double(timer.elapsed()) / 1000);
    QVERIFY(lab::eventually([] { return isWhole() && lab::ping(u"192.0.2.254"_s); }, 20s));
    QVERIFY(lab::eventually([] { return processes("--restore-link").isEmpty(); }, 60s));
}

/// What is left behind to give a link back does so once: not in the middle of the next test, and not against an
/// administrator who switches the NIC off later.
void TestRealHelperLab::laterChangesAreLeftAlone()
{
    constexpr uint undoAfter = 20;
    QVERIFY(setLink(u"eth0"_s, false, undoAfter));
    // At once: a busy guest may start what is left behind only afterwards.
    QVERIFY(setLink(u"eth0"_s, true, undoAfter));
    QVERIFY(lab::eventually([] { return processes("--restore-link").isEmpty(); }, 15s));
    QVERIFY(lab::ip({u"link set eth0 down"_s}));
    QTest::qWait(6000);
    QVERIFY(!isOn(u"eth0"_s));
    QVERIFY(lab::ip({u"link set eth0 up"_s}));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestRealHelperLab test;
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        qFatal("usage: tst_realhelper_lab BONDCTL TESTWINDOW");
    test.bondctl = arguments.takeAt(1);
    test.testWindow = arguments.takeAt(1);
    return QTest::qExec(&test, arguments);
}

#include "tst_realhelper_lab.moc"
