// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/filetransaction.h"
#include "formats/formatlist.h"
#include "formats/host/formatchoices.h"
#include "formats/losses.h"
#include "formats/migration.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/snapshots.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using bondwright::formats::ifcfg::Reader;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

QString json(const BondPlan &plan)
{
    return QString::fromUtf8(planToJson(essence(plan)));
}

std::unique_ptr<Format> formatOf(const QString &id)
{
    return makeFormat(*formatFromName(id), *ifcfg::Dialect::forRelease(8));
}

QStringList fieldsOf(const QList<Finding> &findings)
{
    QStringList fields;
    for (const Finding &finding : findings) {
        if (finding.code != u"format.port-order")
            fields.append(finding.field);
    }
    fields.removeDuplicates();
    fields.sort();
    return fields;
}

/// What the format keeps of a plan: the files' own reading; nullopt where it refuses the plan as a whole.
std::optional<BondPlan> keptBy(const Format &format, const BondPlan &plan, FileSnapshot *files)
{
    const auto rendering = format.render(plan, *files);
    if (!rendering)
        return std::nullopt;
    applyTo(files, rendering->changes);
    const Reading reading = format.read(*files);
    return reading.bonds.size() == 1 ? std::optional(reading.bonds.first().plan) : std::nullopt;
}

} // namespace

/// What holds of every format there is, and between any two.
class TestAllFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysAreTheDrivers_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](FormatId id, const QString &path, const QByteArray &text) {
            if (!formatIds().contains(id))
                return;
            QByteArray alone = text;
            for (const QByteArray miimon :
                 {"miimon: 100, ", "mii-monitor-interval: 100, ", "mii-monitor-interval: 100\n        ", "miimon=100 ",
                  "miimon=100,", "MIIMonitorSec=100ms\n", "bond-miimon 100\n "})
                alone.replace(miimon, "");
            QTest::newRow(qPrintable(formatName(id))) << path << text;
            if (id != FormatId::Ifupdown) // takes out what has no effect
                QTest::newRow(qPrintable(formatName(id) + u", no miimon"_s)) << path << alone;
        };
        const QByteArray yaml = "network:\n  version: 2\n  ethernets: {eth0: {}}\n  bonds:\n    bond0:\n"
                                "      interfaces: [eth0]\n      parameters: {mode: active-backup, "
                                "mii-monitor-interval: 100, up-delay: 250, down-delay: 50}\n";
        row(FormatId::Netplan, u"/etc/netplan/50.yaml"_s,
            QByteArray(yaml).replace("{mode", "\n        mode").replace(", ", "\n        ").replace("50}", "50"));
        row(FormatId::CloudInit, u"/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"_s, yaml);
        row(FormatId::Nmstate, u"/etc/nmstate/bond0.yml"_s,
            "interfaces:\n- name: bond0\n  type: bond\n  link-aggregation: {mode: active-backup, port: [eth0], "
            "options: {miimon: 100, updelay: 250, downdelay: 50}}\n");
        row(FormatId::Dracut, u"/etc/cmdline.d/bond0.conf"_s,
            "bond=bond0:eth0:mode=active-backup,miimon=100,updelay=250,downdelay=50\n");
        row(FormatId::Networkd, u"/etc/systemd/network/10-bond0.netdev"_s,
            "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=100ms\nUpDelaySec=250ms\n"
            "DownDelaySec=50ms\n");
        row(FormatId::Wicked, u"/etc/sysconfig/network/ifcfg-bond0"_s,
            "STARTMODE=auto\nBOOTPROTO=none\nBONDING_MASTER=yes\nBONDING_SLAVE_0=eth0\n"
            "BONDING_MODULE_OPTS='mode=active-backup miimon=100 updelay=250 downdelay=50'\n");
        row(FormatId::Ifupdown, u"/etc/network/interfaces"_s,
            "auto bond0\niface bond0 inet manual\n bond-mode active-backup\n bond-miimon 100\n bond-updelay 250\n"
            " bond-downdelay 50\n bond-slaves eth0\n");
    }

    /// What is read is what the driver makes of the text: a plan that check() takes, and that the files say already.
    void delaysAreTheDrivers()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, text);
        const QString id = QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
        const bool isAlone = id != QString::fromLatin1(QTest::currentDataTag());
        const auto format = formatOf(id);
        FileSnapshot files;
        addFile(&files, path, text);
        const Reading reading = format->read(files);
        QCOMPARE(reading.bonds.size(), 1);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.options.value(u"updelay"_s), isAlone ? QString() : u"200"_s);
        QCOMPARE(plan.options.value(u"downdelay"_s), isAlone ? QString() : u"0"_s);
        QVERIFY(!hasErrors(check(plan, {})));
        const auto same = format->render(plan, files);
        QVERIFY2(same && !same->changes.find(path), same ? "written" : qPrintable(same.error().message));

        // With another miimon the old text would be another delay.
        plan.options.insert(u"miimon"_s, u"50"_s);
        plan.accept.clear();
        const auto changed = format->render(plan, files);
        QVERIFY2(changed && !hasErrors(changed->findings),
                 changed ? qPrintable(fieldsOf(changed->findings).join(u' ')) : "");
        applyTo(&files, changed->changes);
        const BondPlan kept = format->read(files).bonds.first().plan;
        QCOMPARE(kept.options.value(u"updelay"_s, u"0"_s), plan.options.value(u"updelay"_s, u"0"_s));
        QCOMPARE(kept.options.value(u"downdelay"_s, u"0"_s), plan.options.value(u"downdelay"_s, u"0"_s));
    }

    void aFileThatCannotBeRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("other"); ///< of no use to the format; empty: it reads all
        const auto row = [](FormatId id, const QString &path, const QString &other) {
            if (formatIds().contains(id))
                QTest::newRow(qPrintable(formatName(id) + u' ' + path)) << path << other;
        };
        row(FormatId::Netplan, u"/etc/netplan/50-cloud-init.yaml"_s, u"/etc/netplan/50-cloud-init.yaml.bak"_s);
        row(FormatId::Wicked, u"/etc/sysconfig/network/ifcfg-bond0"_s, u"/etc/sysconfig/network/dhcp"_s);
        row(FormatId::Wicked, u"/etc/sysconfig/network/routes"_s, u"/etc/sysconfig/network/config"_s);
        row(FormatId::Nmstate, u"/etc/nmstate/bond0.yml"_s, u"/etc/nmstate/README"_s);
        row(FormatId::CloudInit, u"/etc/cloud/cloud.cfg.d/50-n.cfg"_s, u"/etc/cloud/cloud.cfg.d/README"_s);
        row(FormatId::Dracut, u"/etc/cmdline.d/net.conf"_s, {});
        row(FormatId::Networkd, u"/etc/systemd/network/10-bond0.netdev"_s, u"/etc/systemd/network/README"_s);
        row(FormatId::Networkd, u"/etc/systemd/network/10-bond0.network.d/a.conf"_s, u"/etc/systemd/network/a.conf"_s);
        row(FormatId::Networkd, u"/etc/systemd/network"_s, {});
        row(FormatId::NetworkManager, u"/etc/NetworkManager/system-connections/bond0.nmconnection"_s, {});
        row(FormatId::Ifcfg, u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s, u"/etc/sysconfig/network-scripts/ifup"_s);
        row(FormatId::Ifupdown, u"/etc/network/interfaces"_s, {});
    }

    /// It may hold a bond: whoever may not read it must not be told that there is none.
    void aFileThatCannotBeRead()
    {
        QFETCH(QString, path);
        QFETCH(QString, other);
        const auto format = formatOf(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
        for (const QString &code : {u"files.denied"_s, u"files.too-large"_s}) {
            FileSnapshot snapshot;
            snapshot.unreadable.insert(path, {code, u"no"_s, {}});
            if (!other.isEmpty())
                snapshot.unreadable.insert(other, {code, u"no"_s, {}});
            const QList<Finding> findings = format->read(snapshot).findings;
            QCOMPARE(findings.size(), 1);
            QCOMPARE(findings.first().severity, Severity::Warning);
            QCOMPARE(findings.first().code, code);
            QCOMPARE(findings.first().field, path);
        }
    }

    void defaultRouteIsTheGateway_data()
    {
        QTest::addColumn<QByteArray>("metric");
        for (const FormatId to :
             {FormatId::Netplan, FormatId::Networkd, FormatId::Ifupdown, FormatId::Nmstate, FormatId::CloudInit}) {
            if (!formatIds().contains(to))
                continue;
            QTest::newRow(qPrintable(formatName(to))) << QByteArray();
            QTest::newRow(qPrintable(formatName(to) + u", a metric"_s)) << QByteArray(",7");
        }
    }

    /// NetworkManager's never-default beside a route to everywhere: only there it is a route among others.
    void defaultRouteIsTheGateway()
    {
        QFETCH(QByteArray, metric);
        const QString to = QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
        const QString folder = u"/etc/NetworkManager/system-connections/"_s;
        FileSnapshot files;
        addFile(&files, folder + u"bond0.nmconnection"_s,
                "[connection]\nid=bond0\nuuid=8b6a3a5c-5b3e-4b0c-9a57-2f3d1c0e9a11\ntype=bond\ninterface-name=bond0\n"
                "[bond]\nmode=active-backup\nmiimon=100\n[ipv4]\nmethod=manual\naddress1=192.0.2.10/24\n"
                "never-default=true\nroute1=0.0.0.0/0,192.0.2.1"
                    + metric + "\n[ipv6]\nmethod=disabled\n");
        addFile(&files, folder + u"eth0.nmconnection"_s,
                "[connection]\nid=eth0\nuuid=8b6a3a5c-5b3e-4b0c-9a57-2f3d1c0e9a12\ntype=ethernet\ninterface-name=eth0\n"
                "master=bond0\nslave-type=bond\n");
        const auto format = formatOf(u"nm"_s);
        const BondPlan plan = format->read(files).bonds.value(0).plan;
        QCOMPARE(plan.ipv4.routes.size(), 1);
        const auto moved = migrate(plan.name, *format, files, *formatOf(to), {});
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
        for (const Finding &finding : moved->findings)
            QVERIFY2(finding.code != u"format.lost", qPrintable(finding.field));
    }

    /// The wizard offers them all, and the host's own first.
    void allAreOffered()
    {
        HostConfiguration host;
        host.format = FormatId::Netplan;
        QStringList offered;
        for (const FormatChoice &choice : formatChoices(host))
            offered.append(formatName(choice.format));
        for (const QString &id : formatNames() + QStringList(u"kickstart"_s))
            QVERIFY2(offered.contains(id), qPrintable(id));
        QCOMPARE(offered.first(), u"netplan"_s);
    }

    void routingDomains_data()
    {
        QTest::addColumn<Reader>("reader");
        QTest::addColumn<QStringList>("said");
        const QStringList lost{u"format.lost ipv4.search"_s};
        const QStringList unknown{u"format.routing-domain ipv4.search[0]"_s, u"format.routing-domain ipv4.search[2]"_s};
        const QMap<QString, QStringList> refused{{u"ifupdown"_s, unknown}, {u"wicked"_s, lost}, {u"dracut"_s, lost}};
        for (const QString &id : formatNames())
            QTest::newRow(qPrintable(id)) << Reader::NetworkManager << refused.value(id);
        QTest::newRow("ifcfg, network service") << Reader::NetworkService << unknown;
    }

    /// Domains for systemd-resolved and NetworkManager are kept where they get there, and elsewhere refused with a reason.
    void routingDomains()
    {
        QFETCH(Reader, reader);
        QFETCH(QStringList, said);
        const QString id = QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
        const auto format = makeFormat(*formatFromName(id), *ifcfg::Dialect::forRelease(8, reader));
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.options = {{u"miimon"_s, u"100"_s}};
        plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
        plan.ipv4.method = IpMethod::Auto;
        plan.ipv4.search = {u"~."_s, u"a.example"_s, u"~b.example"_s};
        QVERIFY(!hasErrors(check(plan, HostFacts())));
        FileSnapshot files;
        const auto rendering = format->render(plan, files);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QStringList errors;
        for (const Finding &finding : rendering->findings) {
            if (finding.severity != Severity::Error)
                continue;
            errors.append(finding.code + u' ' + finding.field);
            QVERIFY(!finding.advice.isEmpty());
        }
        QCOMPARE(errors, said);
        applyTo(&files, rendering->changes);
        const BondPlan kept = format->read(files).bonds.first().plan;
        if (!said.contains(u"format.lost ipv4.search"_s))
            QCOMPARE(kept.ipv4.search + kept.ipv6.search, plan.ipv4.search);
        // What is there already is no error.
        const auto again = format->render(kept, files);
        QVERIFY(again && !hasErrors(again->findings));
    }

    void eachAlone_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : formatNames())
            QTest::newRow(qPrintable(id)) << id;
    }

    /// Of a plan everything is kept but what was named, a second time changes nothing, and a removal leaves no bond.
    void eachAlone()
    {
        QFETCH(QString, id);
        const auto format = formatOf(id);
        PlanGenerator generator(77);
        int written = 0;
        for (int i = 0; i < plansToTry(25); ++i) {
            const BondPlan plan = generator.next();
            FileSnapshot files;
            const auto rendering = format->render(plan, files);
            if (!rendering)
                continue;
            const auto kept = keptBy(*format, plan, &files);
            if (!kept) { // said so
                QVERIFY(hasErrors(rendering->findings));
                continue;
            }
            QList<Finding> losses;
            nameLosses(plan, &*kept, id, &losses);
            for (const QString &field : fieldsOf(losses)) {
                const bool isSaid = fieldsOf(rendering->findings).contains(field);
                QVERIFY2(isSaid, qPrintable(field + u'\n' + json(plan) + json(*kept)));
            }
            ++written;
            const auto again = format->render(*kept, files);
            QVERIFY2(again, again ? "" : qPrintable(again.error().message));
            QVERIFY2(again->changes.isEmpty(), qPrintable(again->changes.files.value(0).path + u'\n' + json(*kept)));
            const auto removal = format->remove(plan.name, files);
            QVERIFY(removal);
            applyTo(&files, removal->changes);
            QCOMPARE(format->read(files).bonds.size(), 0);
        }
        qInfo("%d of the plans were written", written);
        QVERIFY(written > 0);
    }

    void moreBondsThanAHostHas_data() { eachAlone_data(); }

    /// A report that somebody sent may have thousands: it is read in moments, not to the end, and that is said once.
    void moreBondsThanAHostHas()
    {
        QFETCH(QString, id);
        const auto format = formatOf(id);
        FileSnapshot files;
        for (int i = 0; i < 130; ++i) {
            BondPlan plan;
            plan.name = u"bond%1"_s.arg(i);
            plan.mode = Mode::ActiveBackup;
            plan.options = {{u"miimon"_s, u"100"_s}};
            plan.slaves = {{u"a%1"_s.arg(i), {}, {}, {}}, {u"b%1"_s.arg(i), {}, {}, {}}};
            // Over all that is there only where they share a file: it takes much longer.
            auto rendering = format->render(plan, FileSnapshot());
            QVERIFY(rendering);
            if (files.find(rendering->changes.files.constFirst().path))
                rendering = format->render(plan, files);
            applyTo(&files, rendering->changes);
        }
        const Reading reading = format->read(files);
        QCOMPARE(reading.bonds.size(), 128);
        QCOMPARE(std::count_if(reading.findings.cbegin(), reading.findings.cend(),
                               [](const Finding &f) { return f.code == u"format.too-many-bonds"; }),
                 1);
    }

    /// One plan after the other over the same files.
    void edits_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : formatNames()) {
            if (id != u"nm" && id != u"ifcfg") // which keep a NIC's MAC that a plan does not name
                QTest::newRow(qPrintable(id)) << id;
        }
    }
    void edits()
    {
        QFETCH(QString, id);
        const auto format = formatOf(id);
        PlanGenerator generator(78);
        FileSnapshot files;
        for (int i = 0; i < plansToTry(25); ++i) {
            BondPlan plan = generator.next();
            plan.name = u"bond0"_s;
            const auto rendering = format->render(plan, files);
            if (!rendering || hasErrors(rendering->findings))
                continue;
            applyTo(&files, rendering->changes);
            const Reading reading = format->read(files);
            QCOMPARE(reading.bonds.size(), 1);
            QList<Finding> losses;
            nameLosses(plan, &reading.bonds.first().plan, id, &losses);
            QVERIFY2(fieldsOf(losses).isEmpty(),
                     qPrintable(fieldsOf(losses).join(u' ') + json(plan) + json(reading.bonds.first().plan)));
        }
    }

    void anyTwo_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const QString &from : formatNames()) {
            for (const QString &to : formatNames()) {
                if (from != to)
                    QTest::addRow("%s to %s", qPrintable(from), qPrintable(to)) << from << to;
            }
        }
    }

    /// What is lost was announced, and the old files no longer contain the bond.
    void anyTwo()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto source = formatOf(from);
        const auto target = formatOf(to);
        PlanGenerator generator(79);
        int moved = 0;
        // Some are refused: what a plan had to accept is not created again.
        for (int i = 0; moved < plansToTry(4) && i < 100; ++i) {
            FileSnapshot files;
            const auto plan = keptBy(*source, generator.next(), &files);
            if (!plan)
                continue;
            const auto rendering = migrate(plan->name, *source, files, *target, files);
            if (!rendering || hasErrors(rendering->findings))
                continue;
            applyTo(&files, rendering->changes);
            QCOMPARE(source->read(files).bonds.size(), 0);
            const Reading reading = target->read(files);
            QCOMPARE(reading.bonds.size(), 1);
            QList<Finding> losses;
            nameLosses(*plan, &reading.bonds.first().plan, to, &losses);
            QList<Finding> announced = rendering->findings;
            announced.removeIf([](const Finding &f) { return !isAnnouncedLoss(f); });
            QVERIFY2(fieldsOf(losses) == fieldsOf(announced),
                     qPrintable(
                         u"lost %1, announced %2 of "_s.arg(fieldsOf(losses).join(u' '), fieldsOf(announced).join(u' '))
                         + json(*plan)));
            ++moved;
        }
        qInfo("%d moved", moved);
        QVERIFY(moved > 0);
    }

#ifdef BONDWRIGHT_NETPLAN
    /// The real netplan takes what we write, and what it tells systemd-networkd is the plan.
    void netplanGenerates()
    {
        const auto netplan = makeFormat(FormatId::Netplan);
        const auto networkd = makeFormat(FormatId::Networkd);
        PlanGenerator generator(80);
        int whole = 0;
        for (int i = 0; i < plansToTry(8); ++i) {
            BondPlan plan = generator.next();
            for (SlavePlan &slave : plan.slaves) // which NIC has a MAC only its host knows
                slave.mac.clear();
            FileSnapshot files;
            const auto kept = keptBy(*netplan, plan, &files);
            if (!kept)
                continue;
            const QTemporaryDir root;
            for (auto it = files.files.cbegin(); it != files.files.cend(); ++it) {
                const QString path = root.path() + it.key();
                QVERIFY(QDir().mkpath(QFileInfo(path).path()));
                QFile file(path);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it->content) == it->content.size());
                QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            }
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(u"netplan"_s, {u"generate"_s, u"--root-dir"_s, root.path()});
            QVERIFY2(process.waitForStarted(), "netplan.io is not installed");
            QVERIFY(process.waitForFinished(60000));
            QVERIFY2(process.exitCode() == 0, process.readAll().constData());
            const auto made = takeSnapshot(root.path(), *networkd);
            QVERIFY(made);
            const Reading reading = networkd->read(*made);
            QCOMPARE(reading.bonds.size(), 1);
            BondPlan same = reading.bonds.first().plan;
            // netplan gives routes that are learned a metric of its own.
            const auto asWanted = [](const IpConfig &wanted, IpConfig *ip) {
                if (wanted.method == IpMethod::Auto && !wanted.metric)
                    ip->metric.reset();
            };
            asWanted(kept->ipv4, &same.ipv4);
            for (VlanPlan &vlan : same.vlans) {
                for (const VlanPlan &wanted : kept->vlans) {
                    if (wanted.id == vlan.id)
                        asWanted(wanted.ipv4, &vlan.ipv4);
                }
            }
            QList<Finding> losses;
            nameLosses(*kept, &same, u"netplan"_s, &losses);
            QVERIFY2(fieldsOf(losses).isEmpty(), qPrintable(fieldsOf(losses).join(u' ') + json(*kept) + json(same)));
            ++whole;
        }
        QVERIFY(whole > 0);
    }
#endif
};

QTEST_GUILESS_MAIN(TestAllFormats)
#include "tst_allformats.moc"
