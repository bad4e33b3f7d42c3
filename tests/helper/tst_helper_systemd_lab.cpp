// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"
#include "lab/guest.h"
#include "othercaller.h"

#include "kernel/planverifier.h"
#include "rehearsal/rehearsal.h"
#include "tests/support/processcost.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <csignal>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

namespace
{

const QString notes = u"/root/before/"_s;

/// PROPERTY of a unit, as systemd tells it.
QString unit(const QString &name, const QString &property)
{
    QByteArray output;
    HelperLab::run(u"systemctl"_s, {u"show"_s, u"--value"_s, u"--property"_s, property, name}, &output);
    return QString::fromUtf8(output).trimmed();
}

const QString helperUnit = u"bondwright-helper.service"_s;
const QString profile = u"/etc/NetworkManager/system-connections/eth0.nmconnection"_s; // a file of another group

} // namespace

/// In the lab with systemd, the shipped units and a disk: two boots with a power cut between them. The
/// functions are named on the command line, those of one boot each.
class HelperSystemdLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_slowness = lab::slowness();
        m_lab = std::make_unique<HelperLab>();
    }

    // The first boot.

    /// The helper's sandbox forbids namespaces and modules: the unit that it connects to has both, without a bond0.
    void rehearsedInItsUnit()
    {
        write(u"/proc/sys/user/max_user_namespaces"_s, "0");
        write(u"/etc/modprobe.d/zz-test.conf"_s, "options bonding max_bonds=1\n");
        QCOMPARE(HelperLab::run(u"modprobe"_s, {u"-r"_s, u"bonding"_s}), 0);
        rehearsal::Rehearsal rehearsal(m_lab->plan(Mode::ActiveBackup), kernel::toHostFacts(m_lab->kernel()),
                                       std::nullopt);
        std::optional<rehearsal::Report> report;
        QObject::connect(&rehearsal, &rehearsal::Rehearsal::finished, &rehearsal,
                         [&report](const rehearsal::Report &finished) { report = finished; });
        rehearsal.startBy(m_lab->client());
        QVERIFY(m_lab->waitFor([&report] { return report.has_value(); }, 120));
        qInfo("%s", qPrintable(rehearsal::reportText(*report)));
        QCOMPARE(report->outcome, RehearsalOutcome::Passed);
        QCOMPARE(report->wrongSwitches.size(), 1);
        QCOMPARE(unit(u"bondwright-rehearsal.socket"_s, u"ActiveState"_s), u"active"_s);
        QVERIFY(QFile::exists(u"/sys/module/bonding"_s));
        QVERIFY(!QFile::exists(u"/sys/class/net/bond0"_s));
        // Only the helper, which has asked polkit, may connect.
        QVERIFY(HelperLab::run(
                    u"setpriv"_s,
                    {u"--reuid=nobody"_s, u"--clear-groups"_s, u"test"_s, u"-w"_s, u"/run/bondwright-rehearsal"_s})
                != 0);
        QVERIFY(QFile::remove(u"/etc/modprobe.d/zz-test.conf"_s));
    }

    void activatedByTheBus()
    {
        m_lab->makeProfiles();
        QCOMPARE(HelperLab::run(u"chgrp"_s, {u"adm"_s, profile}), 0);
        keepFiles();
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(600));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QCOMPARE(unit(helperUnit, u"ActiveState"_s), u"active"_s);
        QCOMPARE(QFileInfo(profile).group(), u"adm"_s);
        // The watchdog is no child of the helper's unit, which would take it along.
        const QString watchdog = u"bondwright-watchdog@"_s + applied.id + u".service"_s;
        QCOMPARE(unit(watchdog, u"ActiveState"_s), u"active"_s);
        QVERIFY(unit(watchdog, u"ControlGroup"_s) != unit(helperUnit, u"ControlGroup"_s));
        QCOMPARE(unit(watchdog, u"ProtectSystem"_s), u"strict"_s);
        // The sandbox is the shipped one; the folders that this host does not have did not keep it from starting.
        QCOMPARE(unit(helperUnit, u"ProtectSystem"_s), u"strict"_s);
        QVERIFY(!QDir(u"/etc/sysconfig/network-scripts"_s).exists());
    }

    void memory()
    {
        const qint64 pssKib = memoryKiB("Pss", unit(helperUnit, u"MainPID"_s));
        qInfo("PSS of the helper with a change pending: %lld KiB", pssKib);
        QVERIFY(pssKib > 0);
#ifndef BONDWRIGHT_SANITIZED
        QVERIFY(pssKib < 20 * 1024);
#endif
    }

    void startedAgain()
    {
        const QString before = unit(helperUnit, u"MainPID"_s);
        ::kill(pid_t(before.toInt()), SIGKILL);
        QVERIFY(m_lab->waitFor(
            [&] {
                const QString pid = unit(helperUnit, u"MainPID"_s);
                return pid != before && pid != u"0";
            },
            30));
        QVERIFY(m_lab->waitFor([this] { return m_lab->current().state == TransactionState::AwaitingConfirm; }, 30));
    }

    void cutThePower()
    {
        QProcess::execute(u"powercut"_s, {});
        QFAIL("the guest is still there");
    }

    // The second boot.
    void recovered()
    {
        QCOMPARE(HelperLab::files(), keptFiles());
        QCOMPARE(QFileInfo(profile).group(), u"adm"_s);
        QCOMPARE(unit(u"bondwright-recover.service"_s, u"Result"_s), u"success"_s);
        const auto when
            = [](const QString &name, const QString &property) { return unit(name, property).toLongLong(); };
        const qint64 done = when(u"bondwright-recover.service"_s, u"ExecMainExitTimestampMonotonic"_s);
        const qint64 network = when(u"NetworkManager.service"_s, u"ExecMainStartTimestampMonotonic"_s);
        qInfo("files restored at %lld ms of the boot, NetworkManager started at %lld ms", done / 1000, network / 1000);
        QVERIFY(done > 0 && done < network);
        const Transaction ended = m_lab->current();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        QVERIFY(m_lab->waitFor(
            [this] {
                const kernel::NicState *eth0 = m_lab->kernel().nicByName(u"eth0");
                return eth0 && eth0->carriesDefaultRoute
                    && eth0->addresses.contains(*IpNetwork::fromString(u"192.0.2.10/24"));
            },
            60));
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"));
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
    }

    void everyChangeIsInTheJournal()
    {
        QByteArray output;
        HelperLab::run(u"journalctl"_s, {u"-o"_s, u"export"_s, u"BONDWRIGHT_BOND=bond0"_s}, &output);
        for (const char *field : {"BONDWRIGHT_EVENT=", "BONDWRIGHT_UID=0", "BONDWRIGHT_TRANSACTION=", "_UID=0"})
            QVERIFY2(output.contains(field), output.left(2000).constData());
        QVERIFY(output.contains("bond0.nmconnection"));
    }

    void everyRefusalIsInTheJournal()
    {
        QVERIFY(HelperLab::run(u"setpriv"_s,
                               {u"--reuid=nobody"_s, u"--clear-groups"_s, u"busctl"_s, u"call"_s,
                                u"org.bondwright.Helper1"_s, u"/org/bondwright/Helper1"_s, u"org.bondwright.Helper1"_s,
                                u"Identify"_s, u"su"_s, u"eth0"_s, u"1"_s})
                != 0);
        QByteArray output;
        HelperLab::run(u"journalctl"_s, {u"-o"_s, u"export"_s, u"BONDWRIGHT_EVENT=denied"_s}, &output);
        QVERIFY2(output.contains("BONDWRIGHT_UID=65534\n"), output.left(2000).constData());
        QVERIFY(output.contains("denied Identify to uid 65534"));
    }

    /// Three messages as big as the bus lets through, from a user without any right: within the unit's MemoryMax.
    void memoryUnderBigMessages()
    {
        QCOMPARE(m_lab->current().state, TransactionState::RolledBack); // it runs
        const QString pid = unit(helperUnit, u"MainPID"_s);
        QProcess nobody;
        nobody.start(QCoreApplication::applicationFilePath(), {u"--as"_s, u"65534"_s, u"big"_s});
        QByteArray said;
        const auto areAnswered = [&] {
            said += nobody.readAllStandardOutput();
            return said.count('\n') >= 3;
        };
        QVERIFY2(m_lab->waitFor(areAnswered, 300), said.constData());
        QVERIFY2(said.count("org.bondwright.Error.Invalid") == 3, said.constData());
        QCOMPARE(unit(helperUnit, u"MainPID"_s), pid);
        QFile status(u"/proc/%1/status"_s.arg(pid));
        QVERIFY(status.open(QIODevice::ReadOnly));
        qint64 peakKib = 0;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                peakKib = line.simplified().split(' ').value(1).toLongLong();
        }
        const qint64 limit = unit(helperUnit, u"MemoryMax"_s).toLongLong();
        qInfo("peak of the helper's memory: %lld KiB of %lld", peakKib, limit / 1024);
        QVERIFY(peakKib > 0 && limit > 0);
#ifndef BONDWRIGHT_SANITIZED
        QVERIFY(peakKib * 1024 < limit * 3 / 4);
#endif
        nobody.kill();
        nobody.waitForFinished();
    }

    /// The shipped unit but for the time: a helper that does not turn its loop any more is ended by systemd, and the
    /// next call has another one.
    void hungHelperIsEnded()
    {
        QDir().mkpath(u"/run/systemd/system/bondwright-helper.service.d"_s);
        QFile shorter(u"/run/systemd/system/bondwright-helper.service.d/shorter.conf"_s);
        QVERIFY(shorter.open(QIODevice::WriteOnly));
        shorter.write("[Service]\nWatchdogSec=10\n");
        shorter.close();
        QCOMPARE(unit(helperUnit, u"WatchdogUSec"_s), u"1min"_s);
        QCOMPARE(HelperLab::run(u"systemctl"_s, {u"stop"_s, helperUnit}), 0);
        QCOMPARE(HelperLab::run(u"systemctl"_s, {u"daemon-reload"_s}), 0);
        (void)m_lab->current();
        const QString pid = unit(helperUnit, u"MainPID"_s);
        QCOMPARE(unit(helperUnit, u"WatchdogUSec"_s), u"10s"_s);
        QTest::qWait(15'000); // one that lives is left alone
        QCOMPARE(unit(helperUnit, u"MainPID"_s), pid);
        QCOMPARE(::kill(pid_t(pid.toInt()), SIGSTOP), 0);
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(m_lab->waitFor([&] { return unit(helperUnit, u"MainPID"_s) != pid; }, 120));
        qInfo("ended after %lld ms", elapsed.elapsed());
        QByteArray journal;
        HelperLab::run(u"journalctl"_s, {u"--unit"_s, helperUnit}, &journal);
        QVERIFY2(journal.contains("Watchdog timeout"), journal.right(2000).constData());
        const auto answered
            = m_lab->ask<Capabilities>([this](auto done) { m_lab->client().capabilities(nullptr, std::move(done)); });
        QVERIFY2(answered, qPrintable(answered ? QString() : answered.error().message));
        QVERIFY(QFile::remove(shorter.fileName()));
        QCOMPARE(HelperLab::run(u"systemctl"_s, {u"daemon-reload"_s}), 0);
    }

    void stoppedByHand()
    {
        const QStringList runtime = m_lab->runtime();
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(10));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(HelperLab::run(u"systemctl"_s, {u"stop"_s, helperUnit}), 0);
        m_lab->verifyBack(keptFiles(), runtime, 60);
        qInfo("all back after %lld ms", elapsed.elapsed());
        QVERIFY(elapsed.elapsed() < 10'000 + 5000 * m_slowness);
        QCOMPARE(m_lab->waitForEnd(20).state, TransactionState::RolledBack);
    }

    void scriptsOutliveTheHelper()
    {
        QCOMPARE(HelperLab::run(u"systemctl"_s, {u"stop"_s, u"NetworkManager"_s, helperUnit}), 0);
        m_lab->makeIfcfgHost();
        const auto files = HelperLab::files();
        const QStringList runtime = m_lab->runtime();
        QFile flag(u"/run/lab/dhcp-client"_s);
        QVERIFY(flag.open(QIODevice::WriteOnly));
        const BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        const Transaction applied = m_lab->apply(plan, HelperLab::options(60));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QCOMPARE(HelperLab::notInForce(plan), QStringList());
        // What ifup leaves running (a DHCP client) is in no unit of ours.
        QVERIFY(!HelperLab::processes(u"sleep 1000"_s).isEmpty());
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        m_lab->verifyBack(files, runtime, 20);
        QCOMPARE(HelperLab::run(u"systemctl"_s, {u"stop"_s, helperUnit}), 0);
        QVERIFY(!HelperLab::processes(u"sleep 1000"_s).isEmpty());
    }

    /// It ran as a unit of its own, whose words stand in the journal alone.
    void failedScriptSaysWhy()
    {
        const QString path = u"/usr/sbin/ifup"_s;
        QFile script(path);
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QByteArray former = script.readAll();
        script.close(); // what is open for writing cannot be run
        QByteArray failing = former;
        failing.insert(failing.indexOf('\n') + 1,
                       "[ \"$1\" != bond0 ] || { echo 'no bond on a Sunday' >&2; exit 1; }\n");
        write(path, failing);
        const auto files = HelperLab::files();
        const QStringList runtime = m_lab->runtime();
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(60));
        QVERIFY2(applied.state == TransactionState::RolledBack, why(applied).constData());
        QVERIFY2(why(applied).contains("no bond on a Sunday"), why(applied).constData());
        m_lab->verifyBack(files, runtime, 20);
        write(path, former);
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), qPrintable(path));
    }

    static void keepFiles()
    {
        QDir().mkpath(notes);
        const auto files = HelperLab::files();
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            QFile copy(notes + QFileInfo(it.key()).fileName());
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(*it);
        }
        ::sync();
    }

    static QMap<QString, QByteArray> keptFiles()
    {
        QMap<QString, QByteArray> files;
        for (const QFileInfo &info : QDir(notes).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                files.insert(u"/etc/NetworkManager/system-connections/"_s + info.fileName(), file.readAll());
        }
        return files;
    }

    std::unique_ptr<HelperLab> m_lab;
    double m_slowness = 1;
};

int main(int argc, char **argv)
{
    if (argc > 2 && qstrcmp(argv[1], "--as") == 0)
        return actAs(argc, argv);
    QCoreApplication app(argc, argv);
    HelperSystemdLab test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_helper_systemd_lab.moc"
