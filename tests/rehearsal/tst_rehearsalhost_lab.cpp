// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/guest.h"
#include "rehearsinguser.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace bondwright;
using namespace bondwright::rehearsal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Processes whose program is bondwright-rehearsal.
int workers()
{
    int found = 0;
    for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs))
        found += QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(pid)).endsWith(u"/bondwright-rehearsal") ? 1 : 0;
    return found;
}

} // namespace

/// What bondctl rehearse asks of a host, and what it leaves there.
class TestRehearsalHostLab : public QObject, private RehearsingUser
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepare(); }
    void parentKilled();
    void forbidden_data();
    void forbidden();
    void rootNeedsNoUserNamespace();
    void memory();
    void driverNotLoaded_data();
    void driverNotLoaded();
};

void TestRehearsalHostLab::parentKilled()
{
    const QStringList before = host();
    write(m_planFile, planToJson(planOf(Mode::Ieee8023ad)));
    QRandomGenerator random(20261128);
    qint64 longest = 0;
    for (int i = 0; i < 12; ++i) {
        const auto process = startAsNobody({u"rehearse"_s, m_planFile});
        QVERIFY(process->waitForStarted());
        QTest::qWait(int(random.bounded(100, 1500)));
        process->kill();
        QVERIFY(process->waitForFinished());
        // A process that the kernel kills still waits for what it asked of the network, which in a busy guest may be
        // long.
        QElapsedTimer clock;
        clock.start();
        QVERIFY2(lab::eventually([] { return workers() == 0; }, 60s), qPrintable(QString::number(i)));
        longest = std::max(longest, clock.elapsed());
    }
    qInfo("the last worker was gone %lld ms after its parent", longest);
    QVERIFY(lab::eventually([&] { return host() == before; }, 20s));
    QCOMPARE(host(), before);
}

void TestRehearsalHostLab::forbidden_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("says");
    QTest::addRow("max_user_namespaces") << u"/proc/sys/user/max_user_namespaces"_s << u"user.max_user_namespaces"_s;
    QTest::addRow("unprivileged_userns_clone")
        << u"/proc/sys/kernel/unprivileged_userns_clone"_s << u"kernel.unprivileged_userns_clone"_s;
}

void TestRehearsalHostLab::forbidden()
{
    QFETCH(QString, setting);
    QFETCH(QString, says);
    const QByteArray former = lab::text(setting).toLatin1();
    write(setting, "0");
    const auto report = rehearse(planOf(Mode::ActiveBackup));
    write(setting, former);
    QVERIFY2(report && report->outcome == RehearsalOutcome::NotPossible, m_output.constData());
    QCOMPARE(m_exitCode, 1);
    QCOMPARE(report->error.code, u"rehearsal.refused"_s);
    QVERIFY2(report->error.message.contains(says) && report->error.hint.contains(u"sysctl"_s), m_output.constData());
}

void TestRehearsalHostLab::rootNeedsNoUserNamespace()
{
    const QString setting = u"/proc/sys/user/max_user_namespaces"_s;
    const QByteArray former = lab::text(setting).toLatin1();
    const QStringList before = host();
    write(m_planFile, planToJson(planOf(Mode::ActiveBackup)));
    write(setting, "0");
    QProcess process;
    process.start(QStringLiteral(BONDCTL), {u"rehearse"_s, m_planFile, u"--json"_s});
    const int status = lab::endOf(process);
    write(setting, former);
    const QByteArray output = process.readAllStandardOutput();
    QVERIFY2(status == 0, output.constData());
    const auto report = reportFromJson(QJsonDocument::fromJson(output).object());
    QVERIFY2(report && report->outcome == RehearsalOutcome::Passed, output.constData());
    QCOMPARE(host(), before);
}

void TestRehearsalHostLab::memory()
{
    write(m_planFile, planToJson(planOf(Mode::ActiveBackup)));
    const auto process = startAsNobody({u"rehearse"_s, m_planFile});
    int peak = 0;
    while (!process->waitForFinished(20)) {
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            if (!QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(pid)).endsWith(u"/bondwright-rehearsal"))
                continue;
            QFile status(u"/proc/%1/status"_s.arg(pid));
            if (status.open(QIODevice::ReadOnly))
                peak = std::max(
                    peak, QString::fromLatin1(status.readAll()).section(u"VmHWM:"_s, 1).section(u"kB"_s, 0, 0).toInt());
        }
    }
    qInfo("at most %d kB", peak);
    QVERIFY(peak > 0 && peak < 30'000);
}

void TestRehearsalHostLab::driverNotLoaded_data()
{
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<bool>("runs");
    QTest::addRow("max_bonds=0") << QByteArray("options bonding max_bonds=0\n") << true;
    QTest::addRow("max_bonds=1") << QByteArray("options bonding max_bonds=1\n") << false;
}

void TestRehearsalHostLab::driverNotLoaded()
{
    QFETCH(QByteArray, option);
    QFETCH(bool, runs);
    QVERIFY(lab::run(u"modprobe"_s, {u"-r"_s, u"bonding"_s}));
    QVERIFY(!QFile::exists(u"/sys/module/bonding"_s));
    write(u"/etc/modprobe.d/zz-rehearsal.conf"_s, option);
    const auto report = rehearse(planOf(Mode::ActiveBackup));
    const bool hasBond = QFile::exists(u"/sys/class/net/bond0"_s);
    const bool isLoaded = QFile::exists(u"/sys/module/bonding"_s);
    QVERIFY(QFile::remove(u"/etc/modprobe.d/zz-rehearsal.conf"_s));
    QVERIFY(lab::run(u"modprobe"_s, {u"bonding"_s}));
    QVERIFY2(report, m_output.constData());
    QVERIFY(!hasBond);
    QCOMPARE(isLoaded, runs);
    if (runs) {
        QVERIFY2(report->outcome == RehearsalOutcome::Passed, m_output.constData());
        QVERIFY2(report->loadedModules.contains(u"bonding"_s), m_output.constData());
    } else {
        QCOMPARE(report->error.code, u"rehearsal.driver"_s);
        QVERIFY2(report->error.hint.contains(u"modprobe bonding max_bonds=0"_s), m_output.constData());
    }
}

QTEST_GUILESS_MAIN(TestRehearsalHostLab)
#include "tst_rehearsalhost_lab.moc"
