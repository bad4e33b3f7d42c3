// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/scratchroot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

const QString scripts = u"/etc/sysconfig/network-scripts/"_s;
const QString keyfiles = u"/etc/NetworkManager/system-connections"_s;
const QByteArray plan = R"({"version":1,"name":"bond0","mode":"active-backup",
  "options":{"miimon":"100","primary":"eth2"},"slaves":[{"name":"eth0"},{"name":"eth1"},{"name":"eth2"}],
  "ipv4":{"method":"manual","addresses":["10.0.0.2/24"],"gateway":"10.0.0.254"}})";

} // namespace

/// The real bondctl on trees as they are found on old disks.
class TestFormatCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_files.write(u"/plan.json"_s, plan)); }
    void exitStatus_data();
    void exitStatus();
    void followsLinks();
    void readsWhatOldDisksHold();
    void theReleaseDecidesForEveryKindOfPath();
    void rendersIntoTheTreeAndBack();
    void kickstartBelowAFolder();
    void movesABondThereAndBack();
    void movesFromAReleaseThatReadsNone();
    void movesFromWhatIsNotMadeAnew();
    void releaseOfAnImageDecides_data();
    void releaseOfAnImageDecides();
    void messagesSayWhatToDo_data();
    void messagesSayWhatToDo();
#ifdef BONDWRIGHT_LIBNETPLAN
    void netplanWithoutItsLibrary();
#endif

private:
    struct Answer {
        int status;
        QByteArray out;
        QByteArray err;
    };
    Answer run(const QString &line, const QByteArray &input = plan) const;
    void fillOldDisk(const ScratchRoot &root) const;

    ScratchRoot m_files;
};

TestFormatCommands::Answer TestFormatCommands::run(const QString &line, const QByteArray &input) const
{
    QProcess process;
    process.start(QStringLiteral(BONDCTL), line.split(u' ', Qt::SkipEmptyParts));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return {-1, {}, "did not finish"};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestFormatCommands::fillOldDisk(const ScratchRoot &root) const
{
    QVERIFY(root.write(u"/etc/redhat-release"_s, "CentOS release 6.10 (Final)\n"));
    QVERIFY(root.write(scripts + u"ifcfg-bond0"_s,
                       "\xef\xbb\xbf# uplink\r\nDEVICE=bond0\r\nIPADDR=10.0.0.1\r\nNETMASK=255.255.255.0\r\n"
                       "BONDING_OPTS=\"mode=1 miimon=100\"\r\nONBOOT=yes\r\nIPADDR=10.0.0.2"));
    QVERIFY(root.write(scripts + u"ifcfg-eth0"_s,
                       "export DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\nHWADDR=00:0C:29:AA:BB:CC\n"
                       "ETHTOOL_OPTS=\"speed 1000 \\\n duplex full\"\nFOO=$(touch "
                           + root.path().toUtf8() + "/owned)\n"));
    QVERIFY(root.write(scripts + u"ifcfg-eth1"_s,
                       "DEVICE='eth1'; MASTER=\"bond0\" SLAVE=yes\nDESC=$'tab\\there' # c\nIPADDR=1.2.3.4\n"));
    QVERIFY(root.write(scripts + u"ifcfg-eth2"_s, "DEVICE=eth2\nNOTE=" + QByteArray(65536, 'x') + '\n'));
    QVERIFY(root.write(scripts + u"ifcfg-eth0.bak"_s, "DEVICE=eth0\nMASTER=bond7\n"));
    QVERIFY(root.write(u"/etc/modprobe.d/local.conf"_s, "alias bond0 bonding\n"));
    const QByteArray folder = QFile::encodeName(root.path() + scripts);
    QCOMPARE(::symlink("/etc/shadow", (folder + "ifcfg-link").constData()), 0);
    QCOMPARE(::symlink("../../../sbin/ifup", (folder + "ifup").constData()), 0);
    QCOMPARE(::mkfifo((folder + "ifcfg-fifo").constData(), 0600), 0);
}

void TestFormatCommands::exitStatus_data()
{
    QTest::addColumn<int>("expected");
    const auto row = [](const QString &line, int expected) { QTest::newRow(line.toUtf8().constData()) << expected; };
    row(u"render -"_s, 0);
    row(u"render - --format ifcfg --rhel 5"_s, 0);
    row(u"render - --format ifcfg --rhel 6 --json"_s, 0);
    row(u"render - --format nm"_s, 0);
    row(u"render - --format kickstart"_s, 0);
    row(u"render - --format yaml"_s, 2);
    row(u"render - --rhel 10"_s, 2);
    row(u"render - --rhel six"_s, 2);
    row(u"render - --rhel 7 --service init"_s, 2);
    row(u"render"_s, 2);
    row(u"render /nonexistent"_s, 1);
    row(u"render - --root /nonexistent"_s, 1);
    row(u"read --root /nonexistent"_s, 1);
    row(u"create bwtest0 --slave bwtest1 --slave bwtest1 --print"_s, 1);
    row(u"create bwtest0 --slave bwtest1"_s, 1);
    row(u"test bwtest0 --ping 192.0.2.1"_s, 1);
    row(u"--host"_s, 2);
    row(u"read --format yaml"_s, 2);
    row(u"read plan.json"_s, 2);
    row(u"migrate bond0"_s, 2);
    row(u"migrate --to nm"_s, 2);
    row(u"migrate bond0 --to kickstart"_s, 2);
    row(u"migrate bond0 --to ifcfg --rhel 10"_s, 2);
    row(u"migrate bond0 --to nm --root /nonexistent"_s, 1);
    row(u"backups --root /nonexistent"_s, 1);
    row(u"restore 20260101-000000-000-00000000 --root /"_s, 1);
    row(u"restore --root /"_s, 2);
    row(u"bundle -"_s, 2);
    row(u"bundle - --rhel 6"_s, 0);
    row(u"bundle - --rhel 9"_s, 2);
    row(u"bundle - --rhel 6 --ping gateway"_s, 2);
    row(u"bundle - --rhel 6 --confirm-within soon"_s, 2);
    row(u"bundle - --rhel 6 -o /nonexistent/script"_s, 1);
}

void TestFormatCommands::exitStatus()
{
    QFETCH(int, expected);
    const Answer answer = run(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(answer.status == expected, (answer.err + answer.out).constData());
    QCOMPARE(answer.err.isEmpty(), expected == 0);
}

/// A shell and NetworkManager follow a link; files outside the root are left alone, and nothing is written through a
/// link.
void TestFormatCommands::followsLinks()
{
    ScratchRoot root;
    QVERIFY(root.write(u"/etc/redhat-release"_s, "CentOS Linux release 7.9.2009 (Core)\n"));
    QVERIFY(root.write(u"/srv/net/bond"_s, "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1 miimon=100'\n"));
    QVERIFY(root.write(scripts + u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n"));
    const QByteArray folder = QFile::encodeName(root.path() + scripts);
    QCOMPARE(::symlink("../../../srv/net/bond", (folder + "ifcfg-bond0").constData()), 0);
    QVERIFY(root.write(keyfiles + u"/store/bond1"_s,
                       "[connection]\nid=bond1\nuuid=f1e1d000-0000-4000-8000-000000000001\ntype=bond\n"
                       "interface-name=bond1\n[bond]\nmode=active-backup\n",
                       0600));
    const QByteArray profiles = QFile::encodeName(root.path() + keyfiles);
    QCOMPARE(
        ::symlink("/etc/NetworkManager/system-connections/store/bond1", (profiles + "/b.nmconnection").constData()), 0);
    QCOMPARE(::symlink("c.nmconnection", (profiles + "/c.nmconnection").constData()), 0); // to itself
    QCOMPARE(::symlink("../../../../../../../../etc/passwd", (profiles + "/d.nmconnection").constData()), 0);
    const auto before = root.tree();
    for (const auto &[format, name] : {std::pair(u"ifcfg"_s, u"bond0"_s), std::pair(u"nm"_s, u"bond1"_s)}) {
        const Answer answer = run(u"read --json --format %1 --root "_s.arg(format) + root.path());
        const QJsonArray plans = QJsonDocument::fromJson(answer.out).array();
        QCOMPARE(plans.size(), 1);
        QCOMPARE(plans.at(0)[u"name"].toString(), name);
        QVERIFY2(!answer.err.contains("root:"), answer.err.constData());
    }
    const Answer answer = run(u"migrate bond0 --to nm --root "_s + root.path());
    QVERIFY2(answer.status == 1 && answer.err.contains("symbolic link"), answer.err.constData());
    QCOMPARE(root.tree(), before);
}

void TestFormatCommands::readsWhatOldDisksHold()
{
    ScratchRoot root;
    fillOldDisk(root);
    const auto before = root.tree();
    const Answer answer = run(u"read --json --format ifcfg --root "_s + root.path());
    QCOMPARE(answer.status, 0);
    const QJsonArray plans = QJsonDocument::fromJson(answer.out).array();
    QCOMPARE(plans.size(), 1);
    QCOMPARE(plans.at(0)[u"name"].toString(), u"bond0"_s);
    QCOMPARE(plans.at(0)[u"ipv4"][u"addresses"].toArray(), QJsonArray{u"10.0.0.2/24"_s});
    QCOMPARE(plans.at(0)[u"slaves"].toArray().size(), 2);
    QCOMPARE(plans.at(0)[u"slaves"].toArray().at(0)[u"mac"].toString(), u"00:0c:29:aa:bb:cc"_s);
    for (const char *code :
         {"[ifcfg.crlf]", "[ifcfg.bom]", "[ifcfg.dynamic]", "[files.symlink]", "[files.not-regular]"})
        QVERIFY2(answer.err.contains(code), answer.err.constData());
    QVERIFY2(!answer.err.contains("/ifup"), answer.err.constData());
    QVERIFY(!root.exists(u"/owned"_s));
    QCOMPARE(root.tree(), before);
}

/// SLAVE=YES is a slave to NetworkManager, and none to the scripts of release 6.
void TestFormatCommands::theReleaseDecidesForEveryKindOfPath()
{
    for (const auto &[release, slaves] : {std::pair("6.10", 0), std::pair("8.5", 1), std::pair("10.0", 1)}) {
        ScratchRoot root;
        QVERIFY(root.write(u"/host/etc/redhat-release"_s, QByteArray("Red Hat Enterprise Linux release ") + release));
        QVERIFY(root.write(u"/host/etc/sysconfig/network-scripts/ifcfg-bond0"_s,
                           "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1 miimon=100'\n"));
        QVERIFY(
            root.write(u"/host/etc/sysconfig/network-scripts/ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=YES\n"));
        const QString report = root.path() + u"/report.tar"_s;
        QCOMPARE(QProcess::execute(u"tar"_s, {u"-C"_s, root.path(), u"-cf"_s, report, u"host"_s}), 0);
        for (const QString &place :
             {u"/host"_s, u"/host/etc"_s, u"/host/etc/sysconfig/network-scripts"_s, u"/report.tar"_s}) {
            const Answer answer = run(u"read --json --root "_s + root.path() + place);
            const QJsonArray plans = QJsonDocument::fromJson(answer.out).array();
            QCOMPARE(plans.at(0)[u"slaves"].toArray().size(), slaves);
            QCOMPARE(answer.err.contains("[ifcfg.nobody]"), QByteArray(release) == "10.0");
        }
    }
}

void TestFormatCommands::rendersIntoTheTreeAndBack()
{
    ScratchRoot root;
    fillOldDisk(root);
    const auto before = root.tree();
    const QString place = u" --root "_s + root.path();
    Answer answer = run(u"render - --diff"_s + place);
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.out.contains("+BONDING_OPTS=\"mode=1 miimon=100 primary=eth2\""), answer.out.constData());
    QCOMPARE(root.tree(), before);

    answer = run(u"render -"_s + place);
    QVERIFY2(answer.status == 0, answer.err.constData());
    QCOMPARE(root.read(scripts + u"ifcfg-bond0"_s),
             QByteArray("# uplink\nDEVICE=bond0\nIPADDR=10.0.0.1\nNETMASK=255.255.255.0\n"
                        "BONDING_OPTS=\"mode=1 miimon=100 primary=eth2\"\nONBOOT=yes\nIPADDR=10.0.0.2\n"
                        "BOOTPROTO=none\nGATEWAY=10.0.0.254\n"));
    QVERIFY(root.read(scripts + u"ifcfg-eth0"_s).contains("\"speed 1000 \\\n duplex full\""));
    QVERIFY(!root.read(scripts + u"ifcfg-eth1"_s).contains("1.2.3.4"));
    QVERIFY(root.read(scripts + u"ifcfg-eth2"_s).contains("NOTE=" + QByteArray(65536, 'x') + '\n'));
    const auto written = root.tree();
    QVERIFY(run(u"render -"_s + place).err.contains("Nothing to do"));
    QCOMPARE(root.tree(), written);

    const QJsonArray backups = QJsonDocument::fromJson(run(u"backups --json"_s + place).out).array();
    QCOMPARE(backups.size(), 1);
    QVERIFY(backups.at(0)[u"intact"].toBool() && !backups.at(0)[u"pinned"].toBool(true));
    const QString restore = u"restore "_s + backups.at(0)[u"id"].toString() + place;
    const QJsonArray files = QJsonDocument::fromJson(run(restore + u" --dry-run --json"_s).out)[u"files"].toArray();
    QVERIFY(!files.isEmpty() && files.at(0)[u"path"].toString().startsWith(scripts));
    QVERIFY(files.at(0)[u"existed"].toBool() && files.at(0)[u"diff"].toString().contains(u"\n@@ "));
    QCOMPARE(root.tree(), written);
    QCOMPARE(run(restore).status, 0);
    QCOMPARE(root.tree(), before);
    QVERIFY(!root.exists(u"/owned"_s));
}

/// What the wizard puts into a folder, for %include.
void TestFormatCommands::kickstartBelowAFolder()
{
    ScratchRoot root;
    const QByteArray printed = run(u"render - --format kickstart"_s).out;
    const Answer answer = run(u"render - --format kickstart --root "_s + root.path());
    QVERIFY2(answer.status == 0, answer.err.constData());
    QVERIFY(printed.startsWith("network --device=bond0 "));
    QCOMPARE(root.read(u"/bond0.ks"_s), printed);
}

void TestFormatCommands::movesABondThereAndBack()
{
    ScratchRoot root;
    QVERIFY(root.write(u"/etc/redhat-release"_s, "Rocky Linux release 8.9 (Green Obsidian)\n"));
    const QString place = u" --root "_s + root.path();
    QVERIFY(run(u"render - --format ifcfg"_s + place).status == 0);
    QVERIFY(root.write(scripts + u"ifcfg-eth0"_s, root.read(scripts + u"ifcfg-eth0"_s) + "ETHTOOL_OPTS='wol g'\n"));
    const QByteArray bonds = run(u"read --json"_s + place).out;
    const auto before = root.tree();
    QVERIFY(run(u"migrate bond0 --to nm --diff"_s + place).out.contains("+interface-name=bond0"));
    QCOMPARE(root.tree(), before);

    Answer answer = run(u"migrate bond0 --to nm"_s + place);
    QVERIFY2(answer.status == 0, answer.err.constData());
    QVERIFY2(answer.err.contains("/ifcfg-eth0:7: ETHTOOL_OPTS has no"), answer.err.constData());
    QVERIFY(!root.exists(scripts + u"ifcfg-bond0"_s) && !root.exists(scripts + u"ifcfg-eth0"_s));
    QVERIFY2(answer.err.contains("/ifcfg-bond0 (deleted)\n"), answer.err.constData());
    QVERIFY2(answer.err.contains("/bond0.nmconnection\n"), answer.err.constData());
    QCOMPARE(run(u"read --json"_s + place).out, bonds);
    QVERIFY(run(u"migrate bond0 --to nm"_s + place).err.contains("There is no bond “bond0”"));

    const QByteArray id
        = QJsonDocument::fromJson(run(u"backups --json"_s + place).out).array().at(0)[u"id"].toString().toUtf8();
    answer = run(u"migrate bond0 --to ifcfg"_s + place);
    QVERIFY2(answer.status == 0, answer.err.constData());
    QVERIFY(root.exists(scripts + u"ifcfg-bond0"_s));
    QCOMPARE(run(u"read --json"_s + place).out, bonds);
    QCOMPARE(run(u"restore "_s + QString::fromUtf8(id) + place).status, 0);
    QVERIFY(root.read(scripts + u"ifcfg-eth0"_s).contains("ETHTOOL_OPTS"));
}

/// Files in /run are another service's, made from the administrator's: netplan's, for one.
void TestFormatCommands::movesFromWhatIsNotMadeAnew()
{
    ScratchRoot root;
    const QString place = u" --root "_s + root.path();
    QVERIFY(root.write(u"/run/systemd/network/10-bond0.netdev"_s,
                       "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=100ms\n"));
    QVERIFY(root.write(u"/run/systemd/network/10-eth0.network"_s, "[Match]\nName=eth0\n[Network]\nBond=bond0\n"));
    Answer answer = run(u"migrate bond0 --to nm"_s + place);
    QVERIFY2(answer.status == 1 && answer.err.contains("lies in /run"), answer.err.constData());
    QVERIFY(root.write(u"/etc/network/interfaces"_s,
                       "auto bond0\niface bond0 inet manual\n bond-mode active-backup\n bond-miimon 100\n"
                       " bond-slaves eth0\n"));
    answer = run(u"migrate bond0 --to nm"_s + place);
    QVERIFY2(answer.status == 0, answer.err.constData());
    QVERIFY2(!root.read(u"/etc/network/interfaces"_s).contains("bond0"), answer.err.constData());
}

void TestFormatCommands::movesFromAReleaseThatReadsNone()
{
    ScratchRoot root;
    QVERIFY(run(u"render - --format ifcfg --rhel 9 --root "_s + root.path()).status == 0);
    QVERIFY(root.write(u"/etc/redhat-release"_s, "Red Hat Enterprise Linux release 10.0 (Coughlan)\n"));
    const Answer answer = run(u"migrate bond0 --to nm --json --root "_s + root.path());
    QVERIFY2(answer.status == 0, answer.err.constData());
    QVERIFY(!root.exists(scripts + u"ifcfg-bond0"_s));
    bool isDeletionTold = false;
    for (const QJsonValue &file : QJsonDocument::fromJson(answer.out).array())
        isDeletionTold |= file[u"path"] == scripts + u"ifcfg-bond0"_s && file[u"text"].isNull();
    QVERIFY(isDeletionTold);
    QCOMPARE(run(u"migrate bond0 --to ifcfg --root "_s + root.path()).status, 2);
}

void TestFormatCommands::releaseOfAnImageDecides_data()
{
    QTest::addColumn<QByteArray>("release");
    QTest::addColumn<bool>("ifcfg");
    QTest::newRow("5") << QByteArray("Red Hat Enterprise Linux Server release 5.11 (Tikanga)\n") << true;
    QTest::newRow("7") << QByteArray("CentOS Linux release 7.9.2009 (Core)\n") << true;
    QTest::newRow("9") << QByteArray("Rocky Linux release 9.4 (Blue Onyx)\n") << false;
    QTest::newRow("10") << QByteArray("Red Hat Enterprise Linux release 10.0 (Coughlan)\n") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void TestFormatCommands::releaseOfAnImageDecides()
{
    QFETCH(QByteArray, release);
    QFETCH(bool, ifcfg);
    ScratchRoot root;
    QVERIFY(root.write(u"/etc/redhat-release"_s, release));
    const Answer answer = run(u"render - --diff --root "_s + root.path());
    QVERIFY2(answer.status == 0 && answer.out.contains("ifcfg-bond0") == ifcfg
                 && answer.out.contains("bond0.nmconnection") != ifcfg,
             (answer.err + answer.out).constData());
}

void TestFormatCommands::messagesSayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("render - --rhel 10") << QByteArray("--format nm");
    QTest::newRow("render - --format yaml")
        << QByteArray("nm, ifcfg, networkd, ifupdown, netplan, nmstate, cloudinit, wicked, dracut, kickstart");
    QTest::newRow("render - --rhel six") << QByteArray("5, 6, 7, 8, 9");
    QTest::newRow("render - --rhel 9 --lang zh_CN") << QByteArray("建议 [ifcfg.old-format]");
    QTest::newRow("bundle -") << QByteArray("--rhel 5|6|7|8");
}

void TestFormatCommands::messagesSayWhatToDo()
{
    QFETCH(QByteArray, words);
    const Answer answer = run(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(answer.err.contains(words), answer.err.constData());
}

#ifdef BONDWRIGHT_LIBNETPLAN
/// It is opened when it is needed: what the linker finds first is no library.
void TestFormatCommands::netplanWithoutItsLibrary()
{
    ScratchRoot root;
    QVERIFY(
        root.write(u"/etc/netplan/50-bond.yaml"_s, "network: {version: 2, bonds: {bond0: {interfaces: [eth0]}}}\n"));
    QVERIFY(root.write(u"/lib/"_s + QStringLiteral(BONDWRIGHT_LIBNETPLAN), ""));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_LIBRARY_PATH"_s, root.path() + u"/lib"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BONDCTL),
                  {u"--lang"_s, u"en"_s, u"read"_s, u"--format"_s, u"netplan"_s, u"--root"_s, root.path()});
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(said.contains("[netplan.missing] /etc/netplan/50-bond.yaml") && said.contains("Install netplan's library"),
             said.constData());
}
#endif

QTEST_GUILESS_MAIN(TestFormatCommands)
#include "tst_formatcommands.moc"
