// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/configuredplans.h"
#include "watch/journal.h"
#include "watch/nmprofiles.h"
#include "watch/notifier.h"
#include "watch/publicfile.h"
#include "watch/tally.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace bondwright;
using namespace bondwright::watch;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestWatch : public QObject
{
    Q_OBJECT
private:
    static kernel::BondEvent lost(const QString &slave)
    {
        kernel::BondEvent event;
        event.kind = kernel::EventKind::SlaveDown;
        event.bond = u"bond0"_s;
        event.slave = slave;
        return event;
    }
    static NmSettings bondProfile(const QString &uuid)
    {
        return {{u"connection"_s, {{u"type"_s, u"bond"_s}, {u"interface-name"_s, u"bond0"_s}, {u"uuid"_s, uuid}}}};
    }
    static NmSettings portProfile(const QString &nic, const QString &controller)
    {
        return {{u"connection"_s,
                 {{u"type"_s, u"802-3-ethernet"_s},
                  {u"interface-name"_s, nic},
                  {u"master"_s, controller},
                  {u"slave-type"_s, u"bond"_s}}}};
    }
    static QByteArray file(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    /// What finds no room must not take the place of what is there, and must be told.
    void aFullDiskKeepsTheFormerFile()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"counters.json"_s);
        QVERIFY(writePublicFile(name, "former"));
        rlimit former{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &former), 0);
        const rlimit small{1000, former.rlim_max};
        const auto onTooMuch = ::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto written = writePublicFile(name, QByteArray(5000, 'x'));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &former), 0);
        (void)::signal(SIGXFSZ, onTooMuch);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(u"File too large"), qPrintable(written.error().message));
        QCOMPARE(file(name), QByteArray("former"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"counters.json"_s});
    }

    void countsSurviveARestart()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"counters.json"_s);
        QCOMPARE(Tally::read(name).value_or(Tally()), Tally()); // the first start
        QVERIFY(watchedTally(name).has_value() && !watchedTally(name)->has_value()); // to others: nobody has counted
        Tally tally;
        tally.add(lost(u"eth0"_s));
        tally.add(lost(u"eth0"_s));
        kernel::BondEvent failover = lost({});
        failover.kind = kernel::EventKind::Failover;
        failover.reason = kernel::EventReason::CarrierLost;
        failover.outage = 130ms;
        tally.add(failover);
        QVERIFY(writePublicFile(name, tally.toJson()));
        const auto again = Tally::read(name);
        QVERIFY(again);
        QCOMPARE(*again, tally);
        QCOMPARE(watchedTally(name)->value_or(Tally()), tally);
        const BondTally bond = again->bonds().value(u"bond0"_s);
        QCOMPARE(bond.linkLosses.value(u"eth0"_s), quint64(2));
        QCOMPARE(bond.failovers.value(u"carrier-lost"_s), quint64(1));
        QCOMPARE(bond.outages[2], quint64(1)); // up to 0.2 s
        QCOMPARE(bond.lastOutage, std::optional(130ms));
        QVERIFY(QFile::permissions(name) & QFile::ReadOther);
    }

    /// With downdelay a loss is told twice if it lasts, and once if it does not: each is one loss.
    void aLossWithDowndelayCountsOnce()
    {
        using kernel::EventKind;
        Tally tally;
        for (const EventKind kind : {EventKind::SlaveGoingDown, EventKind::SlaveDown, EventKind::SlaveUp,
                                     EventKind::SlaveGoingDown, EventKind::SlaveUp, EventKind::SlaveDown}) {
            kernel::BondEvent event = lost(u"eth0"_s);
            event.kind = kind;
            tally.add(event);
        }
        QCOMPARE(tally.bonds().value(u"bond0"_s).linkLosses.value(u"eth0"_s), quint64(3));
    }

    /// The files of each manager that runs, netplan's by what it makes of them; NetworkManager has told its own.
    void plansOfAllManagers()
    {
        QTemporaryDir root;
        const auto write = [&root](const QString &path, const QByteArray &text) {
            QDir().mkpath(QFileInfo(root.filePath(path)).path());
            QFile file(root.filePath(path));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const auto slaves = [&root](const QString &bond, const RunningManagers &running) {
            QStringList names;
            for (const SlavePlan &slave : plansOfFiles(root.path(), running).value(bond).slaves)
                names.append(slave.name);
            return names;
        };
        QVERIFY(write(u"run/systemd/network/10-netplan-bond0.netdev"_s,
                      "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=100ms\n"));
        QVERIFY(write(u"run/systemd/network/10-netplan-eth0.network"_s, "[Match]\nName=eth0\n[Network]\nBond=bond0\n"));
        QVERIFY(write(u"etc/systemd/network/20-p.network"_s, "[Match]\nName=eth1\n[Network]\nBond=bond0\n"));
        QVERIFY(write(u"etc/network/interfaces"_s,
                      "auto bond0 bond1\niface bond0 inet manual\n bond-slaves eth8 eth9\n"
                      "iface bond1 inet dhcp\n bond-mode 1\n bond-slaves eth2 eth3\n"
                      "iface bond2 inet manual\n bond-slaves eth6\n"));
        QVERIFY(
            write(u"etc/sysconfig/network-scripts/ifcfg-bond3"_s, "DEVICE=bond3\nONBOOT=yes\nBONDING_OPTS=mode=1\n"));
        QVERIFY(
            write(u"etc/sysconfig/network-scripts/ifcfg-eth5"_s, "DEVICE=eth5\nONBOOT=yes\nMASTER=bond3\nSLAVE=yes\n"));
        QCOMPARE(slaves(u"bond0"_s, {true, false}), (QStringList{u"eth0"_s, u"eth1"_s}));
        QCOMPARE(slaves(u"bond0"_s, {false, false}), (QStringList{u"eth8"_s, u"eth9"_s}));
        QCOMPARE(slaves(u"bond1"_s, {true, true}), (QStringList{u"eth2"_s, u"eth3"_s}));
        QCOMPARE(slaves(u"bond2"_s, {true, true}), QStringList()); // not at boot
        QCOMPARE(slaves(u"bond3"_s, {true, false}), QStringList{u"eth5"_s});
        QCOMPARE(slaves(u"bond3"_s, {true, true}), QStringList());
        QCOMPARE(plansOfFiles(root.path(), {true, false}).value(u"bond0"_s).options.value(u"miimon"_s), u"100"_s);
        // Which ports a bond has is not known where a file may not be read.
        const QString port = root.filePath(u"etc/systemd/network/20-p.network"_s);
        QVERIFY(QFile::remove(port) && QFile::link(port, port)); // nobody reads this, root included
        QCOMPARE(slaves(u"bond0"_s, {true, true}), (QStringList{u"eth8"_s, u"eth9"_s}));
    }

    void aDamagedCountIsReported()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"counters.json"_s);
        for (const QByteArray &bytes :
             {QByteArray("{"), QByteArray("[]"), QByteArray("{\"version\":2,\"bonds\":{}}")}) {
            QVERIFY(writePublicFile(name, bytes));
            QCOMPARE(Tally::read(name).error().code, u"tally.damaged"_s);
        }
        QVERIFY(writePublicFile(name, R"({"version":1,"bonds":{"b":{"failovers":{"x":-5},"outages":["y",1e300]}}})"));
        QCOMPARE(Tally::read(name)->bonds().value(u"b"_s).failovers.value(u"x"_s), quint64(0));
    }

    void unwritableFilesAreReported()
    {
        QCOMPARE(writePublicFile(u"/nowhere/at/all"_s, "x").error().code, u"file.unwritable"_s);
    }

    void profilesNameTheSlaves()
    {
        const QString uuid = u"f5ae3d2c"_s;
        Plans plans = plansOf({bondProfile(uuid), portProfile(u"eth0"_s, uuid), portProfile(u"eth1"_s, u"bond0"_s),
                               portProfile(u"eth9"_s, u"another"_s)});
        QCOMPARE(plans.size(), 1);
        QCOMPARE(plans[u"bond0"_s].slaves.size(), 2);
        QCOMPARE(plans[u"bond0"_s].slaves[1].name, u"eth1"_s);

        // A NIC has one place in a bond, however many profiles put it there.
        plans = plansOf({bondProfile(uuid), portProfile(u"eth0"_s, uuid), portProfile(u"eth1"_s, uuid),
                         portProfile(u"eth0"_s, u"bond0"_s)});
        QCOMPARE(plans[u"bond0"_s].slaveNames(), (QStringList{u"eth0"_s, u"eth1"_s}));

        // What the bond itself is to be like: known options, by their kernel's names.
        NmSettings whole = bondProfile(uuid);
        whole[u"bond"_s][u"options"_s] = QVariant::fromValue(
            QMap<QString, QString>{{u"mode"_s, u"1"_s}, {u"miimon"_s, u"200"_s}, {u"mood"_s, u"good"_s}});
        whole[u"ipv4"_s][u"method"_s] = u"auto"_s;
        const BondPlan plan = plansOf({whole, portProfile(u"eth0"_s, uuid)}).value(u"bond0"_s);
        QCOMPARE(plan.mode, Mode::ActiveBackup);
        QCOMPARE(plan.options.size(), 1);
        QCOMPARE(plan.options.value(u"miimon"_s), u"200"_s);
        QCOMPARE(plan.ipv4.method, IpMethod::Auto);

        NmSettings byMac = portProfile({}, uuid);
        byMac[u"connection"_s][u"id"_s] = u"left port"_s;
        byMac[u"802-3-ethernet"_s][u"mac-address"_s] = QByteArray::fromHex("020000000007");
        plans = plansOf({bondProfile(uuid), byMac});
        QCOMPARE(plans[u"bond0"_s].slaves[0].mac.text(), u"02:00:00:00:00:07"_s);

        NmSettings notByItself = portProfile(u"eth1"_s, uuid);
        notByItself[u"connection"_s][u"autoconnect"_s] = false;
        QCOMPARE(plansOf({bondProfile(uuid), portProfile(u"eth0"_s, uuid), notByItself})[u"bond0"_s].slaves.size(), 1);
        // Which of the two is meant is not known.
        QVERIFY(plansOf({bondProfile(uuid), bondProfile(u"b"_s), portProfile(u"eth0"_s, uuid)}).isEmpty());
    }

    void eachMessageIsInBothCatalogues()
    {
        static const QRegularExpression entry(u"^-- ([0-9a-f]{32})"_s, QRegularExpression::MultilineOption);
        for (const QString &name : {u"bondwright.catalog"_s, u"bondwright.zh_CN.catalog"_s}) {
            QSet<QByteArray> written;
            const QString text = QString::fromUtf8(file(SOURCE u"/packaging/watch/"_s + name));
            for (auto match = entry.globalMatch(text); match.hasNext();)
                written.insert(match.next().captured(1).toLatin1());
            QSet<QByteArray> sent;
            for (int message = 0; message < journalMessageCount; ++message)
                sent.insert(messageId(JournalMessage(message)));
            QCOMPARE(sent.size(), journalMessageCount);
            QCOMPARE(written, sent);
        }
    }

    /// journalctl reads both without a complaint, and knows each entry.
    void journalctlTakesTheCatalogues()
    {
        QTemporaryDir root;
        const QString folder = root.filePath(u"usr/lib/systemd/catalog"_s);
        QVERIFY(QDir().mkpath(folder) && QDir().mkpath(root.filePath(u"var/lib/systemd/catalog"_s)));
        for (const QString &name : {u"bondwright.catalog"_s, u"bondwright.zh_CN.catalog"_s})
            QVERIFY(QFile::copy(SOURCE u"/packaging/watch/"_s + name, folder + u'/' + name));
        QProcess journalctl;
        journalctl.setProcessChannelMode(QProcess::MergedChannels);
        journalctl.start(u"journalctl"_s, {u"--root"_s, root.path(), u"--update-catalog"_s});
        QVERIFY2(journalctl.waitForFinished() && journalctl.exitCode() == 0, "journalctl (systemd)");
        QCOMPARE(journalctl.readAll(), QByteArray());
        journalctl.start(u"journalctl"_s, {u"--root"_s, root.path(), u"--list-catalog"_s});
        QVERIFY(journalctl.waitForFinished());
        QCOMPARE(journalctl.readAll().trimmed().count('\n') + 1, journalMessageCount);
    }

    void journalHasTheFields()
    {
        kernel::BondEvent event;
        event.kind = kernel::EventKind::Failover;
        event.bond = u"bond0"_s;
        event.from = u"eth0"_s;
        event.to = u"eth1"_s;
        event.reason = kernel::EventReason::CarrierLost;
        event.outage = 87ms;
        const JournalFields fields = journalFields(event);
        for (const QByteArray &field :
             {QByteArray("BOND=bond0"), QByteArray("SLAVE_FROM=eth0"), QByteArray("SLAVE_TO=eth1"),
              QByteArray("REASON=carrier-lost"), QByteArray("OUTAGE_USEC=87000"), QByteArray("PRIORITY=4"),
              "MESSAGE_ID=" + messageId(JournalMessage::Failover)})
            QVERIFY2(fields.contains(field), field.constData());
        diagnosis::Diagnosis sick;
        sick.verdict = diagnosis::Verdict::Down;
        sick.rule = diagnosis::Rule::BondOff;
        sick.cause = u"bond0 is switched off."_s;
        const JournalFields verdict = journalFields(u"bond0"_s, sick);
        QVERIFY(verdict.contains("VERDICT=down"));
        QVERIFY(verdict.contains("RULE=bond-off"));
        QVERIFY(verdict.contains("PRIORITY=3"));
        QVERIFY(verdict.contains("MESSAGE=bond0 is down. bond0 is switched off."));
    }

    /// journalctl -x shows the name of a field that is not there.
    void catalogueSentencesAreWhole()
    {
        QMap<QByteArray, JournalFields> entries;
        for (const kernel::EventKind kind : {kernel::EventKind::Failover, kernel::EventKind::SlaveDown,
                                             kernel::EventKind::SlaveUp, kernel::EventKind::RedundancyDegraded,
                                             kernel::EventKind::RedundancyRestored, kernel::EventKind::PingOutage}) {
            kernel::BondEvent event;
            event.kind = kind;
            event.bond = u"bond0"_s;
            const JournalFields fields = journalFields(event);
            entries.insert(fields.at(1), fields);
        }
        diagnosis::Diagnosis healthy;
        healthy.verdict = diagnosis::Verdict::Healthy;
        const JournalFields verdict = journalFields(u"bond0"_s, healthy);
        entries.insert(verdict.at(1), verdict);
        QCOMPARE(entries.size(), journalMessageCount);
        static const QRegularExpression field(u"@([A-Z_]+)@"_s);
        for (const QString &name : {u"bondwright.catalog"_s, u"bondwright.zh_CN.catalog"_s}) {
            const QString text = QString::fromUtf8(file(SOURCE u"/packaging/watch/"_s + name));
            for (const QString &entry : text.split(u"\n-- "_s).mid(1)) {
                const JournalFields fields = entries.value("MESSAGE_ID=" + entry.left(32).toLatin1());
                for (auto match = field.globalMatch(entry); match.hasNext();) {
                    const QByteArray named = match.next().captured(1).toLatin1() + '=';
                    QVERIFY2(std::any_of(fields.cbegin(), fields.cend(),
                                         [&named](const QByteArray &one) { return one.startsWith(named); }),
                             (named + " in " + entry.toUtf8()).constData());
                }
            }
        }
    }

    /// Not the slave that took over: the target did not answer.
    void anOutageNamesItsTarget()
    {
        kernel::BondEvent failover;
        failover.kind = kernel::EventKind::Failover;
        failover.bond = u"bond0"_s;
        failover.from = u"eth0"_s;
        failover.to = u"eth1"_s;
        failover.outage = 88ms;
        const JournalFields fields = outageFields(failover, u"192.0.2.254"_s);
        QCOMPARE(fields.first(), QByteArray("MESSAGE=bond0: 192.0.2.254 did not answer for 88 ms"));
        QVERIFY(fields.contains("OUTAGE_USEC=88000"));
    }

    /// The first change at once; what follows within the pause by its last state, and not if that is nothing new.
    void commandIsRateLimited()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath(u"out"_s);
        const QString program = folder.filePath(u"tell"_s);
        QVERIFY(writePublicFile(program,
                                "#!/bin/sh\necho \"$BONDWRIGHT_BOND $BONDWRIGHT_VERDICT\" >>" + out.toUtf8() + "\n"));
        QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        Notifier notifier(program, nullptr, 5s);
        diagnosis::Diagnosis state;
        const auto tell = [&](diagnosis::Verdict verdict) {
            state.verdict = verdict;
            notifier.tell(u"bond0"_s, state);
        };
        tell(diagnosis::Verdict::Degraded);
        for (int i = 0; i < 50; ++i) {
            tell(diagnosis::Verdict::Healthy);
            tell(diagnosis::Verdict::Down);
        }
        QTRY_COMPARE_WITH_TIMEOUT(file(out), "bond0 degraded\nbond0 down\n", 20'000);
        tell(diagnosis::Verdict::Healthy);
        tell(diagnosis::Verdict::Down);
        QTest::qWait(5500);
        QCOMPARE(file(out), "bond0 degraded\nbond0 down\n");
    }

    void aMissingCommandIsReported()
    {
        Notifier notifier(u"/nowhere/program"_s);
        QSignalSpy failed(&notifier, &Notifier::failed);
        notifier.tell(u"bond0"_s, {});
        QTRY_COMPARE(failed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
