// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/bundle/bundle.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "tests/formats/hostilevalues.h"
#include "tests/formats/scratchroot.h"
#include "tests/support/plans.h"

#include <QProcess>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString scripts = u"/etc/sysconfig/network-scripts/"_s;

BondPlan plan()
{
    return usualPlan(u"192.168.1.11/24"_s);
}

const QString state = u"/var/lib/bondwright-bundle/bond0/"_s;

/// @param command a verb, and perhaps the name of a change @return exit status; standard output and errors go to
/// `output`
int runScript(const QString &shell, const ScratchRoot &root, const QString &command, QByteArray *output)
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/sbin:/usr/bin:/sbin:/bin"_s);
    environment.insert(u"BONDWRIGHT_ROOT"_s, root.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QStringList arguments = QStringList{root.path() + u"/script"_s} + command.split(u' ');
    if (shell == u"busybox")
        process.start(shell, QStringList{u"sh"_s} + arguments);
    else
        process.start(shell, arguments);
    if (!process.waitForFinished(30000))
        return -1;
    *output = process.readAll();
    return process.exitCode();
}

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT

    /// A host of release 6, and the script of this plan.
    static bool begin(const ScratchRoot &root, const BondPlan &plan)
    {
        return root.write(u"/etc/redhat-release"_s, "CentOS release 6.9 (Final)\n")
            && root.write(u"/script"_s, makeBundle(plan, {6, {}, std::chrono::seconds(60)})->script);
    }

private Q_SLOTS:
    void appliesShowsAndRollsBack_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<int>("release");
        // Each run is a few dozen processes: every shell and every release once is enough.
        for (const auto &[shell, release] :
             {std::pair("dash", 5), {"dash", 6}, {"bash", 7}, {"busybox", 8}, {"bash", 5}})
            QTest::addRow("%s, release %d", shell, release) << QString::fromLatin1(shell) << release;
    }
    void appliesShowsAndRollsBack()
    {
        QFETCH(QString, shell);
        QFETCH(int, release);
        ScratchRoot root;
        const QByteArray eth0 = "# the left port\nDEVICE=eth0\nHWADDR=00:0C:29:AA:BB:CC\n  IPADDR=10.0.0.5\n"
                                "export NETMASK=255.0.0.0\nETHTOOL_OPTS=\"autoneg on\"";
        QVERIFY(root.write(scripts + u"ifcfg-eth0"_s, eth0, 0640));
        QVERIFY(root.write(scripts + u"route-eth0"_s, "10.9.0.0/16 via 10.0.0.1\n"));
        QVERIFY(root.write(u"/etc/modprobe.conf"_s, "alias eth0 e1000"));
        QVERIFY(root.write(u"/etc/redhat-release"_s, "CentOS release " + QByteArray::number(release) + ".9 (Final)\n"));
        const auto before = root.tree();
        const auto bundle = makeBundle(plan(), {release, {}, std::chrono::seconds(60)});
        QVERIFY(bundle);
        QVERIFY(root.write(u"/script"_s, bundle->script));

        QByteArray output;
        QCOMPARE(runScript(shell, root, u"show"_s, &output), 0);
        QVERIFY2(output.contains("+MASTER=bond0") && output.contains("-  IPADDR=10.0.0.5"), output.constData());
        QCOMPARE(root.tree(), before);

        QVERIFY2(runScript(shell, root, u"apply"_s, &output) == 0, output.constData());
        const QByteArray slave = root.read(scripts + u"ifcfg-eth0"_s);
        QVERIFY2(slave.startsWith("# the left port\nHWADDR=00:0C:29:AA:BB:CC\nETHTOOL_OPTS=\"autoneg on\"\n"),
                 slave.constData());
        QVERIFY(slave.contains("MASTER=bond0\n") && !slave.contains("IPADDR"));
        QCOMPARE(root.modeOf(scripts + u"ifcfg-eth0"_s), mode_t(0640));
        QVERIFY(!root.exists(scripts + u"route-eth0"_s));
        QCOMPARE(root.read(u"/etc/modprobe.conf"_s),
                 release == 5 ? QByteArray("alias eth0 e1000\nalias bond0 bonding\n") : QByteArray("alias eth0 e1000"));
        // What the script has written reads back as the plan.
        const ifcfg::IfcfgFormat format(*ifcfg::Dialect::forRelease(release));
        const auto snapshot = takeSnapshot(root.path(), format);
        BondPlan expected = plan();
        expected.slaves[0].mac = u"00:0c:29:aa:bb:cc"_s;
        QCOMPARE(QString::fromUtf8(planToJson(format.read(*snapshot).bonds.first().plan)),
                 QString::fromUtf8(planToJson(expected)));

        QCOMPARE(runScript(shell, root, u"apply"_s, &output), 0);
        QVERIFY2(output.contains("nothing to do"), output.constData());
        QVERIFY2(runScript(shell, root, u"rollback"_s, &output) == 0, output.constData());
        auto after = root.tree();
        after.remove(u"/etc/modprobe.d/"_s); // a folder that was made stays
        QCOMPARE(after, before);
        QCOMPARE(root.modeOf(scripts + u"ifcfg-eth0"_s), mode_t(0640));
    }

    void mergesWhatAShellReads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("merged"); ///< without the script's own lines; empty: refused
        QTest::newRow("a value of two lines")
            << QByteArray("DOMAIN=\"a\ntouch canary\"\nHWADDR=1\n") << QByteArray("HWADDR=1\n");
        QTest::newRow("in single quotes")
            << QByteArray("IPADDR='1\ntouch canary\n'\nHWADDR=1\n") << QByteArray("HWADDR=1\n");
        QTest::newRow("a continued line")
            << QByteArray("DNS1=\\\ntouch\\\ncanary\nHWADDR=1\n") << QByteArray("HWADDR=1\n");
        QTest::newRow("a kept value with such a line")
            << QByteArray("NOTE=\"x\nIPADDR=1\ny\"\nIPADDR=2\n") << QByteArray("NOTE=\"x\nIPADDR=1\ny\"\n");
        QTest::newRow("apostrophe in a comment")
            << QByteArray("# it's old\nIPADDR=2\nHWADDR=1 # Bob's\n") << QByteArray("# it's old\nHWADDR=1 # Bob's\n");
        QTest::newRow("escaped quote") << QByteArray("SEARCH=\"a\\\"\nb\"\nHWADDR=1\n") << QByteArray("HWADDR=1\n");
        QTest::newRow("indented, exported, appended")
            << QByteArray("\t IPADDR=1\nexport NETMASK=2\nDNS1+=3\nHWADDR=1") << QByteArray("HWADDR=1\n");
        QTest::newRow("CRLF") << QByteArray("IPADDR=1\r\nHWADDR=1\r\n") << QByteArray("HWADDR=1\r\n");
        QTest::newRow("longer name") << QByteArray("MYIPADDR=1\n") << QByteArray("MYIPADDR=1\n");
        QTest::newRow("two on a line") << QByteArray("HWADDR=1 IPADDR=2\n") << QByteArray();
        QTest::newRow("two after a semicolon") << QByteArray("IPADDR=2; HWADDR=1\n") << QByteArray();
        QTest::newRow("computed") << QByteArray("IPADDR=$(touch canary)\n") << QByteArray();
        QTest::newRow("computed in quotes") << QByteArray("IPADDR=\"`touch\ncanary`\"\n") << QByteArray();
        QTest::newRow("never closed") << QByteArray("IPADDR=\"1\nHWADDR=1\n") << QByteArray();
    }

    void mergesWhatAShellReads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, merged);
        for (const QString &shell : {u"bash"_s, u"dash"_s, u"busybox"_s}) {
            ScratchRoot root;
            QVERIFY(root.write(u"/etc/redhat-release"_s, "CentOS release 6.9 (Final)\n"));
            QVERIFY(root.write(scripts + u"ifcfg-eth0"_s, text));
            QVERIFY(root.write(u"/script"_s, makeBundle(plan(), {6, {}, std::chrono::seconds(60)})->script));
            const auto before = root.tree();
            QByteArray output;
            const int status = runScript(shell, root, u"apply"_s, &output);
            if (merged.isEmpty()) {
                QCOMPARE(status, 1);
                QVERIFY2(output.contains("ifcfg-eth0"), output.constData());
                QCOMPARE(root.tree(), before);
                continue;
            }
            QVERIFY2(status == 0, output.constData());
            const QByteArray now = root.read(scripts + u"ifcfg-eth0"_s);
            QVERIFY2(now.startsWith(merged + "DEVICE=eth0\n"), (shell.toUtf8() + ":\n" + now).constData());
            // What the boot scripts do with it.
            QProcess sourced;
            sourced.setWorkingDirectory(root.path());
            sourced.start(u"bash"_s, {u"-c"_s, u". ./etc/sysconfig/network-scripts/ifcfg-eth0; echo $MASTER$IPADDR"_s});
            QVERIFY(sourced.waitForFinished());
            QCOMPARE(sourced.readAll(), QByteArray("bond0\n"));
            QVERIFY(!root.exists(u"/canary"_s));
        }
    }

    void staysInItsRoot_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link : {"/etc", "/etc/sysconfig", "/etc/sysconfig/network-scripts", "/var", "/var/lib",
                                 "/var/lib/bondwright-bundle", "/etc/sysconfig/network-scripts/ifcfg-eth0"})
            QTest::newRow(link) << QString::fromLatin1(link);
    }

    /// The link of an image leads into the host that mounts it.
    void staysInItsRoot()
    {
        QFETCH(QString, link);
        for (const QString &command : {u"apply"_s, u"show"_s, u"rollback"_s, u"confirm"_s}) {
            ScratchRoot root;
            ScratchRoot outside;
            QVERIFY(outside.write(u"/redhat-release"_s, "CentOS release 6.9 (Final)\n"));
            QVERIFY(outside.write(u"/ifcfg-eth0"_s, "HWADDR=1\n"));
            const auto before = outside.tree();
            QVERIFY(root.write(u"/etc/redhat-release"_s, "CentOS release 6.9 (Final)\n"));
            QVERIFY(root.write(u"/script"_s, makeBundle(plan(), {6, {}, std::chrono::seconds(60)})->script));
            QDir(root.path() + u"/etc"_s).mkpath(u"sysconfig/network-scripts"_s);
            QDir(root.path()).mkpath(u"var/lib/bondwright-bundle"_s);
            QVERIFY(QDir(root.path() + link).removeRecursively());
            const bool isFile = link.endsWith(u"eth0");
            QVERIFY(QFile::link(outside.path() + (isFile ? u"/ifcfg-eth0"_s : QString()), root.path() + link));
            QByteArray output;
            QCOMPARE(runScript(u"dash"_s, root, command, &output), 1);
            QVERIFY2(output.contains("symbolic link"), output.constData());
            QCOMPARE(outside.tree(), before);
        }
    }

    void refusesTheWrongHost()
    {
        ScratchRoot root;
        QVERIFY(root.write(u"/etc/redhat-release"_s, "CentOS release 5.11 (Final)\n"));
        QVERIFY(root.write(u"/script"_s, makeBundle(plan(), {6, {}, std::chrono::seconds(60)})->script));
        QByteArray output;
        // What would change is not to be seen either: it would not be done.
        for (const QString &command : {u"apply"_s, u"show"_s}) {
            QCOMPARE(runScript(u"dash"_s, root, command, &output), 1);
            QVERIFY(output.contains("not release 6"));
            QVERIFY(!root.exists(scripts));
        }
    }

    /// Programs name their changes, and what another change has left says nothing of theirs.
    void aNameMeansOneChange()
    {
        ScratchRoot root;
        QVERIFY(begin(root, plan()));
        QByteArray output;
        QVERIFY2(runScript(u"dash"_s, root, u"apply first"_s, &output) == 0, output.constData());
        QVERIFY2(output.endsWith("name: first\nstate: confirmed\n"), output.constData());
        QVERIFY2(runScript(u"dash"_s, root, u"apply second"_s, &output) == 0, output.constData());
        QVERIFY2(output.endsWith("name: second\nstate: unchanged\n"), output.constData());
        QCOMPARE(runScript(u"dash"_s, root, u"status first"_s, &output), 0);
        QVERIFY2(output.startsWith("name: first\nstate: confirmed\n"), output.constData());
        QCOMPARE(runScript(u"dash"_s, root, u"status second"_s, &output), 0);
        QCOMPARE(output, QByteArray("state: none\n"));
        const auto before = root.tree(state);
        for (const QString &command : {u"confirm second"_s, u"rollback second"_s})
            QCOMPARE(runScript(u"dash"_s, root, command, &output), 1);
        QCOMPARE(root.tree(state), before);
        QCOMPARE(runScript(u"dash"_s, root, u"confirm first"_s, &output), 0); // only its answer was lost
        QVERIFY2(runScript(u"dash"_s, root, u"rollback first"_s, &output) == 0, output.constData());
        QVERIFY(!root.exists(scripts + u"ifcfg-bond0"_s));
    }

    void oneChangeOfAHostAtATime_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("decided");
        QTest::addColumn<bool>("isBusy");
        QTest::newRow("applying") << QByteArray("applying\n") << QString() << true;
        QTest::newRow("waiting") << QByteArray("waiting\n") << QString() << true;
        QTest::newRow("being rolled back") << QByteArray("rolling-back\n") << QString() << true;
        QTest::newRow("decided to be rolled back") << QByteArray("waiting\n") << u"rolling-back"_s << true;
        QTest::newRow("decided to be kept") << QByteArray("waiting\n") << u"confirmed"_s << false;
        QTest::newRow("over") << QByteArray("rolled-back\n") << u"rolling-back"_s << false;
        QTest::newRow("failed") << QByteArray("failed\n") << u"rolling-back"_s << false;
    }

    /// Also of two bonds: both would restart the same network.
    void oneChangeOfAHostAtATime()
    {
        QFETCH(QByteArray, state);
        QFETCH(QString, decided);
        QFETCH(bool, isBusy);
        for (const QString &shell : {u"bash"_s, u"dash"_s, u"busybox"_s}) {
            ScratchRoot root;
            QVERIFY(begin(root, plan()));
            const QString other = u"/var/lib/bondwright-bundle/bond7/"_s;
            QVERIFY(root.write(other + u"state"_s, state));
            if (!decided.isEmpty())
                QVERIFY(QFile::link(decided, root.path() + other + u"decided"_s));
            const auto before = root.tree();
            QByteArray output;
            for (const QString &command : {u"show"_s, u"apply r2"_s}) {
                QCOMPARE(runScript(shell, root, command, &output), isBusy ? 75 : 0);
                QVERIFY2(output.contains("there is a change already, of bond7: ") == isBusy, output.constData());
            }
            QCOMPARE(root.tree() == before, isBusy);
        }
    }

    /// Two that look at the same moment whether there is one already.
    void twoThatBeginTogether()
    {
        ScratchRoot root;
        QVERIFY(begin(root, plan()));
        QVERIFY(QDir().mkpath(root.path() + u"/var/lib/bondwright-bundle"_s));
        const auto before = root.tree();
        QByteArray output;
        {
            QProcess other;
            other.start(u"flock"_s, {root.path() + u"/var/lib/bondwright-bundle"_s, u"cat"_s});
            other.write("x");
            QVERIFY(other.waitForReadyRead());
            for (const QString &shell : {u"bash"_s, u"dash"_s, u"busybox"_s})
                QCOMPARE(runScript(shell, root, u"apply r2"_s, &output), 75);
            other.closeWriteChannel();
            QVERIFY(other.waitForFinished());
        }
        QCOMPARE(root.tree(), before);
        QVERIFY(!root.exists(state));
        QCOMPARE(runScript(u"dash"_s, root, u"apply r2"_s, &output), 0);
    }

    /// The change that is to be rolled back may be about to begin.
    void aRollbackWaitsForWhatBegins()
    {
        ScratchRoot root;
        QVERIFY(begin(root, plan()));
        const auto before = root.tree(scripts);
        QByteArray output;
        for (const QString &shell : {u"bash"_s, u"dash"_s, u"busybox"_s}) {
            QVERIFY2(runScript(shell, root, u"apply r3"_s, &output) == 0, output.constData());
            QProcess other;
            other.start(u"flock"_s,
                        {root.path() + u"/var/lib/bondwright-bundle"_s, u"sh"_s, u"-c"_s, u"echo; sleep 1"_s});
            QVERIFY(other.waitForReadyRead());
            QVERIFY2(runScript(shell, root, u"rollback r3"_s, &output) == 0, output.constData());
            QCOMPARE(root.tree(scripts), before);
            QVERIFY(other.waitForFinished());
        }
    }

    /// busybox's "kill -0" without a number means the shell itself.
    void noWatchdogIsNoWatchdog()
    {
        ScratchRoot root;
        QVERIFY(root.write(u"/script"_s, makeBundle(plan(), {6, {}, std::chrono::seconds(60)})->script));
        const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
        const QByteArray text = "eval \"$(sed -n '/^is_watched() {/,/^}/p' \"$1/script\")\"\n"
                                "STATE=$1; sleep() { :; }; is_watched\n";
        QVERIFY(root.write(u"/part"_s, text));
        for (const QString &shell : {u"bash"_s, u"dash"_s, u"busybox"_s}) {
            QStringList arguments{root.path() + u"/part"_s, root.path()};
            if (shell == u"busybox")
                arguments.prepend(u"sh"_s);
            QFile::remove(root.path() + u"/watching"_s);
            QCOMPARE(QProcess::execute(shell, arguments), 1);
            for (const auto &[word, status] : {std::pair(QByteArray(), 1), {"\n", 1}, {pid, 0}}) {
                QVERIFY(root.write(u"/watching"_s, word));
                QCOMPARE(QProcess::execute(shell, arguments), status);
            }
        }
    }

    /// Whoever decided was killed before it could say more.
    void aDecisionCounts()
    {
        ScratchRoot root;
        QVERIFY(begin(root, plan()));
        QByteArray output;
        QCOMPARE(runScript(u"dash"_s, root, u"apply r1"_s, &output), 0);
        QVERIFY(root.write(state + u"state"_s, "waiting\n")); // the link says "confirmed"
        QCOMPARE(runScript(u"dash"_s, root, u"status r1"_s, &output), 0);
        QVERIFY2(output.contains("state: confirmed\n"), output.constData());
        QVERIFY(QFile::remove(root.path() + state + u"decided"_s));
        QCOMPARE(runScript(u"dash"_s, root, u"status r1"_s, &output), 0);
        QVERIFY2(output.contains("state: waiting\n"), output.constData());
        QVERIFY(QFile::link(u"rolling-back"_s, root.path() + state + u"decided"_s));
        QCOMPARE(runScript(u"dash"_s, root, u"confirm r1"_s, &output), 1);
        QVERIFY2(output.contains("(rolling-back)"), output.constData());
        QFile boot(u"/proc/sys/kernel/random/boot_id"_s);
        QVERIFY(boot.open(QIODevice::ReadOnly));
        const QByteArray worker = QByteArray::number(QCoreApplication::applicationPid());
        QVERIFY(root.write(state + u"pid"_s, worker + ' ' + boot.readAll()));
        QCOMPARE(runScript(u"dash"_s, root, u"rollback r1"_s, &output), 1);
        QVERIFY2(output.contains("it is being rolled back already"), output.constData());
        // The machine was restarted since: that number may be any process's.
        QVERIFY(root.write(state + u"pid"_s, worker + " another-boot\n"));
        QVERIFY2(runScript(u"dash"_s, root, u"rollback r1"_s, &output) == 0, output.constData());
        QVERIFY(!root.exists(scripts + u"ifcfg-bond0"_s));
    }

    /// The originals have the numbers that the script of the change gives them.
    void onlyTheScriptOfAChangeRevertsIt()
    {
        ScratchRoot root;
        QVERIFY(root.write(scripts + u"ifcfg-eth2"_s, "HWADDR=2\n"));
        QVERIFY(begin(root, plan()));
        const auto before = root.tree();
        QByteArray output;
        QVERIFY2(runScript(u"dash"_s, root, u"apply"_s, &output) == 0, output.constData());
        const auto after = root.tree();
        const QByteArray own = root.read(u"/script"_s);
        BondPlan other = plan();
        other.slaves = {{u"eth2"_s, {}, {}, {}}};
        QVERIFY(begin(root, other));
        QCOMPARE(runScript(u"dash"_s, root, u"rollback"_s, &output), 1);
        QVERIFY2(output.contains("another script has made the change"), output.constData());
        QCOMPARE(root.tree(), after);
        QVERIFY(root.write(u"/script"_s, own));
        QVERIFY2(runScript(u"dash"_s, root, u"rollback"_s, &output) == 0, output.constData());
        auto now = root.tree();
        now.remove(u"/etc/modprobe.d/"_s); // a folder that was made stays
        QCOMPARE(now, before);
    }

    void refusesBadOptions()
    {
        using namespace std::chrono_literals;
        QCOMPARE(makeBundle(plan(), {9, {}, 60s}).error().code, u"bundle.release"_s);
        QCOMPARE(makeBundle(plan(), {6, u"$(id)"_s, 60s}).error().code, u"bundle.ping"_s);
        QCOMPARE(makeBundle(plan(), {6, {}, 1s}).error().code, u"bundle.deadline"_s);
    }

    void hostileValuesNeverArrive()
    {
        for (const QString &value : hostileValues()) {
            for (int field = 0; field < 4; ++field) {
                BondPlan p = plan();
                if (field == 0)
                    p.name = value;
                else if (field == 1)
                    p.slaves[0].name = value;
                else if (field == 2)
                    p.options[u"primary"_s] = value;
                else
                    p.ipv4.search = {value};
                const auto bundle = makeBundle(p, {});
                if (bundle)
                    QVERIFY2(!bundle->script.contains("touch"), qPrintable(value));
                QList<Finding> findings;
                const auto lines = kickstartLines(p, &findings);
                if (lines)
                    QVERIFY2(!lines->contains("touch"), lines->constData());
            }
        }
    }

    void kickstart()
    {
        BondPlan p = plan();
        p.ipv4.gateway = u"192.168.1.1"_s;
        p.ipv4.dns = {u"192.168.1.1"_s, u"192.168.1.2"_s};
        p.vlans = {{100, {}, {}, {}, {}}};
        p.options = {{u"arp_interval"_s, u"100"_s}, {u"arp_ip_target"_s, u"10.0.0.1,10.0.0.2"_s}};
        QList<Finding> findings;
        const auto lines = kickstartLines(p, &findings);
        QVERIFY(lines);
        QCOMPARE(*lines,
                 QByteArray(
                     "network --device=bond0 --bondslaves=eth0,eth1 "
                     "--bondopts=mode=active-backup;arp_interval=100;arp_ip_target=10.0.0.1,10.0.0.2 "
                     "--bootproto=static --ip=192.168.1.11 --netmask=255.255.255.0 --gateway=192.168.1.1 "
                     "--noipv6 --nameserver=192.168.1.1,192.168.1.2 --onboot=yes --activate\n"
                     "network --device=bond0 --vlanid=100 --interfacename=bond0.100 --noipv4 --noipv6 --onboot=yes\n"));
        QCOMPARE(findings.size(), 0);
    }

    void kickstartTellsWhatItLeavesOut_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("field");
        const auto row
            = [](const QString &change, const QString &field) { QTest::newRow(qPrintable(field)) << change << field; };
        row(u"\"mac\":\"02:00:00:00:00:01\""_s, u"mac"_s);
        row(u"\"slaves\":[{\"name\":\"eth0\"},{\"name\":\"eth1\",\"prio\":5}]"_s, u"slaves[1]"_s);
        row(u"\"vlans\":[{\"id\":5,\"mtu\":1400}]"_s, u"vlans[0].mtu"_s);
        row(u"\"vlans\":[{\"id\":5},{\"id\":6,\"ipv4\":{\"method\":\"auto\",\"metric\":5}}]"_s,
            u"vlans[1].ipv4.metric"_s);
        row(u"\"ipv4\":{\"method\":\"auto\",\"routes\":[{\"destination\":\"10.0.0.0/8\"}]}"_s, u"ipv4.routes"_s);
        row(u"\"ipv4\":{\"method\":\"auto\",\"search\":[\"example.org\"]}"_s, u"ipv4.search"_s);
        row(u"\"ipv4\":{\"method\":\"manual\",\"addresses\":[\"10.0.0.1/8\",\"10.0.0.2/8\"]}"_s, u"ipv4.addresses"_s);
        row(u"\"ipv6\":{\"method\":\"auto\",\"addresses\":[\"2001:db8::1/64\"]}"_s, u"ipv6.addresses"_s);
        row(u"\"ipv4\":{\"method\":\"auto\",\"gateway\":\"10.0.0.1\"}"_s, u"ipv4.gateway"_s);
        row(u"\"vlans\":[{\"id\":5,\"ipv4\":{\"method\":\"auto\",\"addresses\":[\"10.0.0.1/8\"]}}]"_s,
            u"vlans[0].ipv4.addresses"_s);
        row(u"\"ipv6\":{\"method\":\"link-local\"}"_s, u"ipv6.method"_s);
        row(u"\"mtu\":9000"_s, {});
    }
    void kickstartTellsWhatItLeavesOut()
    {
        QFETCH(QString, change);
        QFETCH(QString, field);
        const auto parsed = planFromJson("{\"version\":1,\"name\":\"bond0\",\"mode\":\"1\"," + change.toUtf8() + '}');
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
        QList<Finding> findings;
        QVERIFY(kickstartLines(parsed->plan, &findings));
        QStringList fields;
        for (const Finding &finding : findings)
            fields.append(finding.field);
        QCOMPARE(fields, field.isEmpty() ? QStringList() : QStringList{field});
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
