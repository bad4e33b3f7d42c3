// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/ipaddress.h"
#include "formats/formatlist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/spelling.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/snapshots.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

/// What the programs that the files are for make of them, compared with what we read.
class TestFormatJudges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dracut_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("name and slaves") << u"bond=bond3:eth5,eth6 ip=bond3:dhcp"_s;
        QTest::newRow("options, MTU, static, VLAN")
            << u"bond=bond7:eth2,eth3:mode=active-backup,miimon=100,primary=eth2:1400 "
               "ip=192.0.2.10::192.0.2.254:255.255.255.0:host:bond7:none vlan=bond7.5:bond7 ip=bond7.5:dhcp "
               "ip=[2001:db8::1]:::64::bond7:none rd.route=10.0.0.0/8:192.0.2.1:bond7"_s;
        QTest::newRow("a target") // several, with semicolons, dracut.cmdline(7) has, and the generator of 1.42 refuses
            << u"bond=bond0:eth0,eth1:mode=active-backup,arp_interval=500,arp_ip_target=192.0.2.1"_s;
        QTest::newRow("prefix instead of a mask")
            << u"bond=bond0:eth0,eth1:mode=802.3ad,lacp_rate=fast,xmit_hash_policy=layer3+4 "
               "ip=192.0.2.10::192.0.2.254:25::bond0:none nameserver=192.0.2.53"_s;
        QTest::newRow("a VLAN of another name") << u"bond=bond0:eth0,eth1:mode=1 vlan=vlan12:bond0 ip=vlan12:dhcp"_s;
        QTest::newRow("servers of the ip=")
            << u"bond=bond0:eth0,eth1:mode=1 ip=192.0.2.10::192.0.2.254:24::bond0:none:192.0.2.53:192.0.2.54"_s;
        QTest::newRow("servers of IPv6")
            << u"bond=bond0:eth0,eth1:mode=1 ip=[2001:db8::1]:::64::bond0:none:[2001:db8::53]"_s;
        QTest::newRow("MTU and MAC of the ip=")
            << u"bond=bond0:eth0,eth1:mode=1 ip=192.0.2.10:::24:web1:bond0:none:9000:02:00:00:00:00:01"_s;
        QTest::newRow("a MAC beside DHCP") << u"bond=bond0:eth0,eth1:mode=1 ip=bond0:dhcp::02:00:00:00:00:01"_s;
        QTest::newRow("no mask") << u"bond=bond0:eth0,eth1:mode=1 ip=172.16.0.2:::::bond0:none "
                                    "ip=[2001:db8::1]:::::bond0:none"_s;
        QTest::newRow("MTU of the ip=") << u"bond=bond0:eth0,eth1:mode=1 ip=192.0.2.10:::24::bond0:none:9000"_s;
    }

    void dracut()
    {
        QFETCH(QString, line);
        FileSnapshot files;
        addFile(&files, u"/etc/cmdline.d/net.conf"_s, line.toUtf8() + '\n');
        const Reading ours = makeFormat(FormatId::Dracut)->read(files);
        QCOMPARE(ours.bonds.size(), 1);
        QCOMPARE(ours.findings.size(), 0);

        QString said;
        const Reading its = generated(line.split(u' '), &said);
        QCOMPARE(its.bonds.size(), 1);
        QCOMPARE(asSaid(ours.bonds.first().plan), asSaid(its.bonds.first().plan));
    }

    /// What we write for the initramfs is what NetworkManager's generator makes of it.
    void dracutWritten()
    {
        const auto format = makeFormat(FormatId::Dracut);
        PlanGenerator generator(83);
        // One of kernel 6.18, later than this generator.
        generator.mayTake = [](const OptionSpec &, const QString &text) { return text != u"actor_port_prio"; };
        int judged = 0;
        for (int i = 0; i < plansToTry(60); ++i) {
            const BondPlan plan = generator.next();
            FileSnapshot files;
            const auto rendering = format->render(plan, files);
            if (!rendering)
                continue;
            // An error beside what is only lost, or several targets, of which it takes one.
            const bool isRefused = std::any_of(
                rendering->findings.cbegin(), rendering->findings.cend(), [](const Finding &f) {
                    return f.code == u"dracut.targets" || f.code == u"dracut.ports" || f.code == u"format.option-newer";
                });
            if (isRefused)
                continue;
            applyTo(&files, rendering->changes);
            const Reading ours = format->read(files);
            QCOMPARE(ours.bonds.size(), 1);
            const QByteArray text = files.files.first().content;
            QString said;
            const Reading its = generated(QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts), &said);
            QVERIFY2(its.bonds.size() == 1, (text + said.toUtf8()).constData());
            QVERIFY2(asSaid(ours.bonds.first().plan) == asSaid(its.bonds.first().plan),
                     (text + said.toUtf8() + asSaid(ours.bonds.first().plan).toUtf8()
                      + asSaid(its.bonds.first().plan).toUtf8())
                         .constData());
            ++judged;
        }
        qInfo("%d plans were judged", judged);
        QVERIFY(judged > plansToTry(60) / 4);
    }

    /// What ifquery reads in our files, and ifup would do, is the plan.
    void ifupdown()
    {
        const auto format = makeFormat(FormatId::Ifupdown);
        PlanGenerator generator(82);
        int judged = 0;
        for (int i = 0; i < plansToTry(20); ++i) {
            FileSnapshot files;
            const auto rendering = format->render(generator.next(), files);
            if (!rendering)
                continue;
            applyTo(&files, rendering->changes);
            const Reading ours = format->read(files);
            if (ours.bonds.size() != 1 || files.files.size() != 1)
                continue;
            const BondPlan &plan = ours.bonds.first().plan;
            const QTemporaryDir root;
            QFile interfaces(root.filePath(u"interfaces"_s));
            QVERIFY(interfaces.open(QIODevice::WriteOnly) && interfaces.write(files.files.first().content) > 0);
            interfaces.close();
            judgeBond(plan, root.path());
            for (const VlanPlan &vlan : plan.vlans)
                judgeInterface(vlan.interfaceName(plan.name), vlan.ipv4, vlan.ipv6, vlan.mtu, root.path());
            if (QTest::currentTestFailed())
                qInfo("%s\n%s", planToJson(plan).constData(), files.files.first().content.constData());
            ++judged;
        }
        qInfo("%d plans were judged", judged);
        QVERIFY(judged > 0);
    }

private:
    /// The profiles that NetworkManager's generator makes of these words. @param said what it complained of
    static Reading generated(const QStringList &words, QString *said)
    {
        const QTemporaryDir root;
        const QString profiles = root.filePath(u"etc/NetworkManager/system-connections"_s);
        const auto nm = makeFormat(FormatId::NetworkManager);
        QProcess generator;
        generator.setProcessChannelMode(QProcess::MergedChannels);
        const QStringList arguments{
            u"-c"_s, profiles, u"-i"_s, root.filePath(u"initrd"_s), u"-r"_s, root.filePath(u"run"_s), u"--"_s};
        // Debian 13 has it elsewhere.
        const QString program = QStandardPaths::findExecutable(u"nm-initrd-generator"_s,
                                                               {u"/usr/lib/NetworkManager"_s, u"/usr/libexec"_s});
        if (QDir().mkpath(profiles))
            generator.start(program, arguments + words);
        if (!generator.waitForFinished() || generator.exitCode() != 0)
            qWarning("network-manager's generator does not run");
        *said = QString::fromUtf8(generator.readAll());
        return nm->read(takeSnapshot(root.path(), *nm).value_or(FileSnapshot()));
    }

    /// What a program of ifupdown's says; empty where it fails.
    static QString said(const QString &program, const QString &folder, const QStringList &more)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, QStringList{u"-i"_s, folder + u"/interfaces"_s} + more);
        if (!process.waitForStarted() || !process.waitForFinished() || process.exitCode() != 0)
            qWarning("%s: %s", qPrintable(program), process.readAll().constData());
        return process.exitCode() == 0 ? QString::fromUtf8(process.readAll()) : QString();
    }

    static void judgeBond(const BondPlan &plan, const QString &folder)
    {
        const QString all = said(u"ifquery"_s, folder, {plan.name});
        const auto value = [&all](const OptionSpec &spec) {
            const QString key = u'\n' + spellingOf(spec, FileFormat::Ifupdown)->key + u": "_s;
            const qsizetype at = (u'\n' + all).indexOf(key);
            const QString text = at < 0 ? QString() : (u'\n' + all).mid(at + key.size()).section(u'\n', 0, 0);
            return kernelValue(spec, FileFormat::Ifupdown, text);
        };
        QCOMPARE(value(*findOption(u"mode")), kernelName(plan.mode));
        for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it)
            QCOMPARE(value(*findOption(it.key())), it.value());
        QStringList ports;
        for (const SlavePlan &slave : plan.slaves)
            ports.append(slave.name);
        const QString listed = ports.isEmpty() ? u"none"_s : ports.join(u' ');
        QVERIFY2(all.contains(u"bond-slaves: "_s + listed + u'\n'), qPrintable(all));
        judgeInterface(plan.name, plan.ipv4, plan.ipv6, plan.mtu, folder);
        if (!plan.mac.isEmpty() && plan.ipv4.method != IpMethod::Disabled)
            QVERIFY2(commandsFor(plan.name, folder).contains(u"address "_s + plan.mac.text()),
                     qPrintable(plan.mac.text()));
    }

    static QString commandsFor(const QString &interface, const QString &folder)
    {
        return said(u"ifup"_s, folder,
                    {u"--no-act"_s, u"--no-scripts"_s, u"--force"_s, u"--state-dir=%1/state"_s.arg(folder), interface});
    }

    static void judgeInterface(const QString &name, const IpConfig &ipv4, const IpConfig &ipv6,
                               std::optional<quint32> mtu, const QString &folder)
    {
        const QString commands = commandsFor(name, folder);
        for (const IpNetwork &network : ipv4.networks()) {
            const QString command
                = u"ip addr add %1/%2 "_s.arg(network.address.toString(), ifcfg::netmaskFromPrefix(network.prefix));
            QVERIFY2(commands.contains(command), qPrintable(command + u'\n' + commands));
        }
        for (const QString &text : ipv6.addresses.texts())
            QVERIFY2(commands.contains(u"ip -6 addr add %1 "_s.arg(text)), qPrintable(text + u'\n' + commands));
        for (const QString &gateway : {ipv4.gateway.text(), ipv6.gateway.text()})
            QVERIFY2(gateway.isEmpty() || commands.contains(u"default via "_s + gateway), qPrintable(commands));
        for (const IpRoute &route : ipv4.routes + ipv6.routes)
            QVERIFY2(commands.contains(route.destination.text()), qPrintable(commands));
        QVERIFY2(!mtu || commands.contains(u" mtu %1"_s.arg(*mtu)), qPrintable(commands));
        if (ipv4.method == IpMethod::Auto) // by the client that is there: dhclient, or dhcpcd since it is gone
            QVERIFY2(commands.contains(u"dhclient -4"_s) || commands.contains(u"\ndhcpcd"_s), qPrintable(commands));
    }

    /// Without what the generator adds of its own: IPv6 from the routers wherever nothing else is said, DHCP for an
    /// interface without "ip=", the name servers in each connection, and no monitoring said is NetworkManager's default.
    static QString asSaid(BondPlan plan)
    {
        const auto trim = [](IpConfig *ipv4, IpConfig *ipv6) {
            for (IpConfig *ip : {ipv4, ipv6}) {
                if (ip->addresses.isEmpty())
                    ip->method = IpMethod::Disabled;
            }
        };
        trim(&plan.ipv4, &plan.ipv6);
        for (VlanPlan &vlan : plan.vlans) {
            trim(&vlan.ipv4, &vlan.ipv6);
            vlan.ipv4.dns.clear();
            vlan.ipv6.dns.clear();
        }
        BondPlan said;
        said.name = plan.name;
        said.mode = plan.mode;
        said.options = plan.options.canonical();
        if (!said.options.monitorsByArp() && said.options.value(u"miimon"_s) == u"100")
            said.options.remove(u"miimon"_s);
        for (const SlavePlan &slave : plan.slaves)
            said.slaves.append({slave.name, {}, {}, {}});
        std::sort(said.slaves.begin(), said.slaves.end(),
                  [](const SlavePlan &a, const SlavePlan &b) { return a.name < b.name; });
        said.mac = plan.mac;
        said.mtu = plan.mtu;
        said.ipv4.addresses = plan.ipv4.addresses;
        said.ipv4.gateway = plan.ipv4.gateway;
        said.ipv4.routes = plan.ipv4.routes;
        said.ipv4.dns = plan.ipv4.dns;
        said.ipv6.addresses = plan.ipv6.addresses;
        said.ipv6.gateway = plan.ipv6.gateway;
        said.vlans = plan.vlans;
        return QString::fromUtf8(planToJson(said));
    }
};

QTEST_GUILESS_MAIN(TestFormatJudges)
#include "tst_formatjudges.moc"
