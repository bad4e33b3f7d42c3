// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"
#include "formats/bundle/bundle.h"
#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/snapshots.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString sysNet = u"/sys/class/net/"_s;
const QString scripts = u"/etc/sysconfig/network-scripts/"_s;

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

QByteArray get(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

int run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr, int timeout = 120000)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(timeout))
        return -1;
    if (output)
        *output = process.readAll();
    return process.exitCode();
}

/// What ifup-eth (5) and install_bonding_driver (6 to 8) do with BONDING_OPTS.
QStringList applyLikeTheScripts(const QString &bond, const QString &opts, const QStringList &slaves, int release)
{
    QStringList failed;
    const QString folder = sysNet + bond + u"/bonding/"_s;
    QStringList words = opts.split(u' ', Qt::SkipEmptyParts);
    const auto write = [&](const QString &word) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', -1);
        const QStringList parts = key == u"arp_ip_target" ? value.split(u',') : QStringList{value};
        for (const QString &part : parts) {
            if (!put(folder + key, (key == u"arp_ip_target" ? u'+' + part : part).toUtf8() + '\n'))
                failed.append(word);
        }
    };
    if (release >= 6) { // mode and miimon first; release 5 goes by the order of the file
        std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) {
            const auto isFirst = [](const QString &w) { return w.startsWith(u"mode=") || w.startsWith(u"miimon="); };
            return isFirst(a) && !isFirst(b);
        });
    }
    for (const QString &word : std::as_const(words)) {
        if (!word.startsWith(u"primary="))
            write(word);
    }
    run(u"ip"_s, {u"link"_s, u"set"_s, bond, u"up"_s});
    for (const QString &slave : slaves) {
        run(u"ip"_s, {u"link"_s, u"set"_s, slave, u"down"_s});
        if (!put(folder + u"slaves"_s, '+' + slave.toUtf8() + '\n'))
            failed.append(slave);
    }
    for (const QString &word : std::as_const(words)) {
        if (word.startsWith(u"primary="))
            write(word);
    }
    return failed;
}

QString kernelValue(const QString &bond, const QString &option)
{
    const QString text = QString::fromUtf8(get(sysNet + bond + u"/bonding/"_s + option));
    if (option == u"arp_ip_target")
        return QString(text).replace(u' ', u',');
    return text.section(u' ', 0, 0); // "active-backup 1"
}

} // namespace

class TestIfcfgLab : public QObject
{
    Q_OBJECT

    QMap<QString, QByteArray> m_before;

    QMap<QString, QByteArray> files() const
    {
        QMap<QString, QByteArray> all;
        for (const QString &name : QDir(scripts).entryList(QDir::Files | QDir::Hidden))
            all.insert(name, get(scripts + name));
        all.insert(u"modprobe"_s, get(u"/etc/modprobe.d/bonding.conf"_s));
        return all;
    }
    bool isOldWorld() const
    {
        return !m_before.isEmpty() && files() == m_before && !QFile::exists(sysNet + u"bond0"_s)
            && run(u"ping"_s, {u"-c1"_s, u"-w5"_s, u"-I"_s, u"192.0.2.10"_s, u"192.0.2.254"_s}) == 0;
    }
    QByteArray stateOf() const { return get(u"/var/lib/bondwright-bundle/bond0/state"_s); }
    void writeBundle(int seconds)
    {
        const auto bundle
            = makeBundle(usualPlan(u"192.0.2.11/24"_s), {6, u"192.0.2.254"_s, std::chrono::seconds(seconds)});
        QVERIFY(bundle);
        QVERIFY(put(u"/root/bundle"_s, bundle->script));
    }

private Q_SLOTS:
    void modes_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("release");
        for (int mode = 0; mode < 7; ++mode) {
            for (const int release : {5, 6})
                QTest::addRow("release-%d-mode-%d", release, mode) << mode << release;
        }
    }
    void modes()
    {
        QFETCH(int, mode);
        QFETCH(int, release);
        // Two plans of each mode: whatever the generator gives for the options that this driver knows.
        PlanGenerator generator(quint32(mode + 10 * release), [](const OptionSpec &spec) {
            return spec.inSysfs && !spec.name.startsWith(u"ad_actor") && spec.name != u"fail_over_mac";
        });
        generator.mayTake = [](const OptionSpec &, const QString &text) { return text != u"actor_port_prio"; };
        for (int i = 0; i < 2; ++i) {
            BondPlan plan = generator.next();
            while (int(plan.mode) != mode)
                plan = generator.next();
            plan.name = u"bond7"_s;
            plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
            if (plan.options.contains(u"primary"_s))
                plan.options[u"primary"_s] = u"eth1"_s;
            const ifcfg::IfcfgFormat format(*ifcfg::Dialect::forRelease(release, ifcfg::Reader::NetworkService));
            const auto rendering = format.render(plan, {});
            QVERIFY(rendering);
            const ShellFile file(*rendering->changes.find(ifcfg::ifcfgPath(plan.name))->newText);
            QVERIFY(put(u"/sys/class/net/bonding_masters"_s, "+bond7\n"));
            const QStringList failed
                = applyLikeTheScripts(plan.name, file.text("BONDING_OPTS"), {u"eth0"_s, u"eth1"_s}, release);
            const auto guard = qScopeGuard([] { put(u"/sys/class/net/bonding_masters"_s, "-bond7\n"); });
            QVERIFY2(failed.isEmpty(), qPrintable(failed.join(u' ') + u" of "_s + file.text("BONDING_OPTS")));
            QCOMPARE(kernelValue(plan.name, u"mode"_s), kernelName(plan.mode));
            QCOMPARE(kernelValue(plan.name, u"slaves"_s), u"eth0"_s);
            for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
                const auto *spec = findOption(it.key());
                const QString kernel = kernelValue(plan.name, it.key());
                QVERIFY2(canonicalValue(*spec, kernel) == it.value(),
                         qPrintable(it.key() + u": kernel "_s + kernel + u", plan "_s + it.value()));
            }
        }
    }

    void bundleSetUp()
    {
        QVERIFY(QDir().mkpath(scripts) && QDir().mkpath(u"/etc/init.d"_s) && QDir().mkpath(u"/etc/modprobe.d"_s));
        QVERIFY(put(u"/etc/redhat-release"_s, "CentOS release 6.10 (Final)\n"));
        QFile::remove(u"/etc/init.d/network"_s);
        QVERIFY(QFile::copy(QStringLiteral(BONDWRIGHT_LAB_DATA "/network"), u"/etc/init.d/network"_s));
        QFile::setPermissions(u"/etc/init.d/network"_s, QFile::Permissions(0x7755));
        QVERIFY(put(scripts + u"ifcfg-eth0"_s,
                    "# uplink\nDEVICE=eth0\nIPADDR=192.0.2.10\nNETMASK=255.255.255.0\nONBOOT=yes\n"));
        QCOMPARE(run(u"/etc/init.d/network"_s, {u"start"_s}), 0);
        m_before = files();
        QVERIFY(isOldWorld());
    }

    void bundleForAnotherHost()
    {
        const auto tryWith = [](const QByteArray &mac, QByteArray *output) {
            BondPlan plan = usualPlan(u"192.0.2.11/24"_s);
            plan.slaves[1].mac = QString::fromLatin1(mac);
            const auto bundle = makeBundle(plan, {6, {}, std::chrono::seconds(60)});
            return bundle && put(u"/root/bundle"_s, bundle->script)
                ? run(u"dash"_s, {u"/root/bundle"_s, u"show"_s}, output)
                    + run(u"dash"_s, {u"/root/bundle"_s, u"apply"_s}, output)
                : -1;
        };
        QByteArray output;
        QCOMPARE(tryWith("02:00:00:00:00:99", &output), 1);
        QVERIFY2(output.contains("eth1 does not have the MAC address 02:00:00:00:00:99"), output.constData());
        QVERIFY(isOldWorld());
        const QByteArray mac = get(sysNet + u"eth1/address"_s);
        QVERIFY2(tryWith(mac, &output) == 0, output.constData());
        QVERIFY2(run(u"dash"_s, {u"/root/bundle"_s, u"rollback"_s}, &output) == 0, output.constData());
        QVERIFY(isOldWorld());
    }

    void bundleConfirmed()
    {
        writeBundle(60);
        QByteArray output;
        QVERIFY2(run(u"dash"_s, {u"/root/bundle"_s, u"apply"_s}, &output) == 0, output.constData());
        QCOMPARE(stateOf(), QByteArray("waiting"));
        QCOMPARE(get(sysNet + u"bond0/bonding/slaves"_s), QByteArray("eth0 eth1"));
        QCOMPARE(get(sysNet + u"bond0/bonding/mode"_s), QByteArray("active-backup 1"));
        QCOMPARE(run(u"ping"_s, {u"-c1"_s, u"-w5"_s, u"-I"_s, u"192.0.2.11"_s, u"192.0.2.254"_s}), 0);
        QCOMPARE(run(u"dash"_s, {u"/root/bundle"_s, u"apply"_s}), 75); // one at a time
        QVERIFY2(run(u"dash"_s, {u"/root/bundle"_s, u"confirm"_s}, &output) == 0, output.constData());
        QCOMPARE(stateOf(), QByteArray("confirmed"));
        QTest::qSleep(2500);
        QVERIFY(QFile::exists(sysNet + u"bond0"_s)); // the watchdog has left
        QVERIFY2(run(u"bash"_s, {u"/root/bundle"_s, u"rollback"_s}, &output) == 0, output.constData());
        QVERIFY(isOldWorld());
    }

    void bundleNotConfirmed()
    {
        writeBundle(15);
        QByteArray output;
        QVERIFY2(run(u"bash"_s, {u"/root/bundle"_s, u"apply"_s}, &output) == 0, output.constData());
        QCOMPARE(stateOf(), QByteArray("waiting"));
        QVERIFY(QFile::exists(sysNet + u"bond0"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(), QByteArray("rolled-back"), 40000);
        QVERIFY(isOldWorld());
    }

    void bundleKilledInTheMiddle_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::newRow("dash") << u"dash"_s;
        QTest::newRow("bash") << u"bash"_s;
    }
    void bundleKilledInTheMiddle()
    {
        QFETCH(QString, shell);
        writeBundle(600);
        QVERIFY(put(u"/run/slow-network"_s, "1")); // the stub then takes its time between two NICs
        QProcess process;
        process.start(shell, {u"/root/bundle"_s, u"apply"_s});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(u"/run/network-starting"_s), 60000);
        QVERIFY(files() != m_before);
        process.kill();
        process.waitForFinished(2000);
        QFile::remove(u"/run/slow-network"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(), QByteArray("rolled-back"), 60000);
        QVERIFY(isOldWorld());
        QFile::remove(u"/run/network-starting"_s);
    }

    /// Named, it answers before the network is restarted; and another script reverts it as well as its own.
    void bundleGoesOnWithoutItsCaller()
    {
        const auto call = [](const QString &verb, const QString &name, QByteArray *output) {
            return run(u"dash"_s, {u"/root/bundle"_s, verb, name}, output);
        };
        writeBundle(60);
        QByteArray output;
        QVERIFY2(call(u"apply"_s, u"r1"_s, &output) == 0, output.constData());
        QVERIFY2(output.endsWith("name: r1\nstate: applying\n"), output.constData());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(), QByteArray("waiting"), 60000);
        QVERIFY(QFile::exists(sysNet + u"bond0"_s));
        BondPlan other = usualPlan(u"192.0.2.11/24"_s);
        other.slaves.removeFirst();
        QVERIFY(put(u"/root/bundle"_s, makeBundle(other, {6, {}, std::chrono::seconds(60)})->script));
        QCOMPARE(call(u"apply"_s, u"r2"_s, &output), 75);
        QCOMPARE(call(u"confirm"_s, u"r2"_s, &output), 1);
        QCOMPARE(call(u"rollback"_s, u"r2"_s, &output), 1);
        QCOMPARE(stateOf(), QByteArray("waiting"));
        QVERIFY2(call(u"rollback"_s, u"r1"_s, &output) == 0, output.constData());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(), QByteArray("rolled-back"), 60000);
        QVERIFY(isOldWorld());
        QCOMPARE(call(u"status"_s, u"r1"_s, &output), 0);
        QVERIFY2(output.startsWith("name: r1\nstate: rolled-back\nbondwright: "), output.constData());
    }

    void bundleRolledBackInTheMiddle()
    {
        writeBundle(600);
        QVERIFY(put(u"/run/slow-network"_s, "1"));
        QByteArray output;
        QVERIFY2(run(u"dash"_s, {u"/root/bundle"_s, u"apply"_s, u"r1"_s}, &output) == 0, output.constData());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(u"/run/network-starting"_s), 60000);
        QFile::remove(u"/run/slow-network"_s);
        QCOMPARE(stateOf(), QByteArray("applying"));
        QVERIFY2(run(u"dash"_s, {u"/root/bundle"_s, u"rollback"_s, u"r1"_s}, &output) == 0, output.constData());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(), QByteArray("rolled-back"), 60000);
        QCOMPARE(run(u"pgrep"_s, {u"-f"_s, u"script work$|init.d/network "_s}), 1); // nothing of it goes on
        QVERIFY(isOldWorld());
        QFile::remove(u"/run/network-starting"_s);
    }

    void bundleThatCutsTheLine()
    {
        BondPlan plan = usualPlan(u"192.0.2.11/24"_s);
        plan.ipv4.addresses = {u"198.51.100.11/24"_s}; // from there the target does not answer
        const auto bundle = makeBundle(plan, {6, u"192.0.2.254"_s, std::chrono::seconds(10)});
        QVERIFY(put(u"/root/bundle"_s, bundle->script));
        QByteArray output;
        const int status = run(u"busybox"_s, {u"sh"_s, u"/root/bundle"_s, u"apply"_s}, &output, 120000);
        QVERIFY2(status == 4, output.constData());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(), QByteArray("rolled-back"), 40000);
        QVERIFY(isOldWorld());
    }

    /// The watchdog of the first one looks again only when the second one has begun.
    void bundleBehindAnother()
    {
        writeBundle(60);
        QVERIFY(QFile::copy(u"/root/bundle"_s, u"/root/first"_s));
        BondPlan plan = usualPlan(u"192.0.2.11/24"_s);
        plan.options[u"miimon"_s] = u"200"_s;
        QVERIFY(put(u"/root/bundle"_s, makeBundle(plan, {6, u"192.0.2.254"_s, std::chrono::seconds(60)})->script));
        QByteArray output;
        QVERIFY2(run(u"dash"_s, {u"/root/first"_s, u"apply"_s}, &output) == 0, output.constData());
        // Not counted by name: what the shell forks for $(…) has the name too.
        const auto watchdogOfNow = [] {
            return u"/proc/"_s + QString::fromUtf8(get(u"/var/lib/bondwright-bundle/bond0/watching"_s)) + u"/exe"_s;
        };
        const QString first = watchdogOfNow();
        QVERIFY(QFile::exists(first));
        QCOMPARE(run(u"pkill"_s, {u"-STOP"_s, u"-f"_s, u"script watchdog$"_s}), 0);
        QVERIFY2(run(u"dash"_s, {u"/root/first"_s, u"confirm"_s}, &output) == 0, output.constData());
        QVERIFY2(run(u"dash"_s, {u"/root/bundle"_s, u"apply"_s}, &output) == 0, output.constData());
        QCOMPARE(run(u"pkill"_s, {u"-CONT"_s, u"-f"_s, u"script watchdog$"_s}), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(first), 10000);
        QVERIFY(QFile::exists(watchdogOfNow()));
        QCOMPARE(stateOf(), QByteArray("waiting"));
        QCOMPARE(get(sysNet + u"bond0/bonding/miimon"_s), QByteArray("200"));
        QVERIFY2(run(u"dash"_s, {u"/root/bundle"_s, u"rollback"_s}, &output) == 0, output.constData());
        QCOMPARE(get(sysNet + u"bond0/bonding/miimon"_s), QByteArray("100"));
    }
};

QTEST_GUILESS_MAIN(TestIfcfgLab)
#include "tst_ifcfg_lab.moc"
