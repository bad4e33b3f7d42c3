// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"
#include "formats/nm/keyfilefolders.h"
#include "formats/nm/nmformat.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace Qt::StringLiterals;

namespace
{

QString nmcli(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"nmcli"_s, arguments);
    return process.waitForFinished(90000) ? QString::fromUtf8(process.readAll()) : u"timeout"_s;
}

QString sysfs(const QString &option)
{
    QFile file(u"/sys/class/net/bond0/bonding/"_s + option);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll().trimmed());
    return option == u"arp_ip_target" || option == u"slaves" ? QString(text).replace(u' ', u',')
                                                             : text.section(u' ', 0, 0);
}

void put(const QString &path, const QByteArray &text, QFile::Permissions more = {})
{
    QVERIFY(QDir().mkpath(path.left(path.lastIndexOf(u'/'))));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more);
}

void clearFolders()
{
    for (const QString &folder : nm::keyfileFolders()) {
        for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System))
            QFile::remove(folder + u'/' + name);
    }
}

QByteArray ethernet(const QByteArray &rest)
{
    return "[connection]\ntype=ethernet\nautoconnect=false\ninterface-name=eth9\n" + rest;
}

} // namespace

/// The real NetworkManager is the judge of what its keyfiles mean.
class TestNmCorpusLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        clearFolders();
        nmcli({u"connection"_s, u"reload"_s});
    }

    /// Which files are profiles, which of several counts, and what their UUIDs are.
    void sameFilesAndNames()
    {
        const QStringList folders = nm::keyfileFolders();
        const QString etc = nm::keyfileFolder() + u'/';
        for (const char *name : {"plain", "with.nmconnection", "x.bak", "x.orig", "x.rpmsave", "x.save", "x.swp",
                                 "x.old", "x.abcde", "x.abcdefg", "two words.nmconnection", "x.nmconnection~", "x.pem",
                                 "x.DER", "x.backup", "x.rpmnew", "x.a1B2c3", ".hidden"})
            put(etc + QString::fromLatin1(name), ethernet({}));
        put(folders.first() + u"/run.nmconnection"_s, ethernet({}));
        put(folders.first() + u"/run"_s, ethernet({}));
        put(folders.last() + u"/lib.nmconnection"_s, ethernet({}));
        // One profile in three folders, in two, and one that is marked as deleted.
        const QByteArray one = ethernet("uuid=f1e1d000-0000-4000-8000-000000000001\n");
        put(folders.at(0) + u"/one.nmconnection"_s, one);
        put(folders.at(1) + u"/one-in-etc.nmconnection"_s, one);
        put(folders.at(2) + u"/one-in-lib.nmconnection"_s, one);
        const QByteArray two = ethernet("uuid=f1e1d000-0000-4000-8000-000000000002\n");
        put(folders.at(1) + u"/two.nmconnection"_s, two);
        put(folders.at(2) + u"/two-in-lib.nmconnection"_s, two);
        const QString gone = u"f1e1d000-0000-4000-8000-000000000003"_s;
        put(folders.at(2) + u"/gone.nmconnection"_s, ethernet("uuid=" + gone.toUtf8() + '\n'));
        put(nm::tombstonePath(gone), nm::tombstoneText(gone));
        put(folders.at(0) + u"/same-name.nmconnection"_s, ethernet({}));
        put(folders.at(1) + u"/same-name.nmconnection"_s, ethernet({}));

        nmcli({u"connection"_s, u"reload"_s});
        QStringList theirs;
        const QString listed = nmcli({u"-t"_s, u"-f"_s, u"UUID,NAME,FILENAME"_s, u"connection"_s, u"show"_s});
        for (const QString &line : listed.split(u'\n', Qt::SkipEmptyParts)) {
            // The profile that NetworkManager makes of the loopback interface is no configuration.
            if (line.contains(u"/system-connections/"_s) && !line.endsWith(u"/lo.nmconnection"_s))
                theirs.append(QString(line).remove(u'\\'));
        }
        QStringList ours;
        for (const nm::Profile &profile : nm::NmFormat::profiles(*takeSnapshot(u"/"_s, nm::NmFormat()), nullptr))
            ours.append(profile.uuid() + u':' + profile.id() + u':' + profile.path);
        theirs.sort();
        ours.sort();
        QVERIFY(theirs.size() >= 14);
        QCOMPARE(ours.join(u'\n'), theirs.join(u'\n'));
    }

    void ignoresWhatOthersMayRead()
    {
        const QString path = nm::keyfilePathFor(u"open"_s);
        put(path, ethernet({}), QFile::ReadGroup | QFile::ReadOther);
        nmcli({u"connection"_s, u"reload"_s});
        QVERIFY(!nmcli({u"-t"_s, u"-f"_s, u"FILENAME"_s, u"connection"_s, u"show"_s}).contains(u"open.nmconnection"_s));
        QList<Finding> findings;
        (void)nm::NmFormat::profiles(*takeSnapshot(u"/"_s, nm::NmFormat()), &findings);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().code, u"nm.mode"_s);
    }

    void optionsMeanTheSame_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
        row("no monitoring", "mode=active-backup\n");
        row("active_slave", "mode=1\nmiimon=100\nactive_slave=eth1\n");
        row("both monitors", "mode=1\nmiimon=50\narp_interval=1000\narp_ip_target=192.0.2.254\n");
        row("ARP, zero delays, comma",
            "mode=1\narp_interval=1000\narp_ip_target=192.0.2.254, 192.0.2.253,\nupdelay=0\nmiimon=0\n");
        row("delays beside ARP", "mode=1\narp_interval=1000\narp_ip_target=192.0.2.254\nupdelay=200\ndowndelay=200\n");
        row("delay rounded", "mode=1\nmiimon=100\nupdelay=250\n");
        row("empty options", "mode=1\nprimary=\nmiimon=\narp_ip_target=\n");
        row("validate without interval", "mode=1\nmiimon=100\narp_validate=all\n");
        row("validate beside both",
            "mode=1\nmiimon=100\narp_interval=500\narp_ip_target=192.0.2.254\narp_validate=all\n");
        row("LACP with ARP", "mode=4\narp_interval=1000\narp_ip_target=192.0.2.254\nlacp_rate=fast\n");
        row("unsol_na, numbers", "mode=6\nnum_unsol_na=3\nxmit_hash_policy=2\nprimary_reselect=1\nprimary=eth1\n");
        row("xor", "mode=2\nxmit_hash_policy=encap3+4\nupdelay=300\n");
        row("bad value", "mode=1\nmiimon=soon\ndowndelay=200\n");
    }
    void optionsMeanTheSame()
    {
        QFETCH(QByteArray, text);
        put(nm::keyfilePathFor(u"bond0"_s),
            "[connection]\ntype=bond\ninterface-name=bond0\n\n[bond]\n" + text
                + "\n[ipv4]\nmethod=manual\naddress1=192.0.2.20/24\n\n[ipv6]\nmethod=disabled\n");
        for (const char *nic : {"eth0", "eth1"})
            put(nm::keyfilePathFor(QString::fromLatin1(nic)),
                "[connection]\ntype=ethernet\ninterface-name=" + QByteArray(nic) + "\nmaster=bond0\nslave-type=bond\n");
        const Reading reading = nm::NmFormat().read(*takeSnapshot(u"/"_s, nm::NmFormat()));
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan plan = reading.bonds.first().plan;
        nmcli({u"connection"_s, u"reload"_s});
        QTRY_COMPARE_WITH_TIMEOUT(sysfs(u"slaves"_s).split(u',').size(), 2, 60000);
        QCOMPARE(sysfs(u"mode"_s), kernelName(plan.mode));
        QStringList wrong;
        for (const QString &name :
             {u"miimon"_s, u"arp_interval"_s, u"arp_ip_target"_s, u"arp_validate"_s, u"updelay"_s, u"downdelay"_s,
              u"primary"_s, u"primary_reselect"_s, u"lacp_rate"_s, u"xmit_hash_policy"_s, u"num_grat_arp"_s}) {
            const OptionSpec &spec = *findOption(name);
            const QString kernel = sysfs(name);
            const QString ours = plan.options.value(name, spec.defaultValue);
            if (acceptsMode(spec, plan.mode) && canonicalValue(spec, kernel).value_or(kernel) != ours)
                wrong.append(name + u": kernel "_s + kernel + u", plan "_s + ours);
        }
        const QString all = wrong.join(u"; "_s);
        clearFolders();
        nmcli({u"connection"_s, u"reload"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(u"/sys/class/net/bond0"_s), 60000);
        QVERIFY2(wrong.isEmpty(), qPrintable(all));
    }
};

QTEST_GUILESS_MAIN(TestNmCorpusLab)
#include "tst_nmcorpus_lab.moc"
