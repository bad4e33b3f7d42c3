// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"
#include "formats/files/filetransaction.h"
#include "formats/nm/bondsetting.h"
#include "formats/nm/nmformat.h"
#include "tests/formats/plangenerator.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString bonding = u"/sys/class/net/bond0/bonding/"_s;

QString get(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().trimmed()) : QString();
}

int run(const QString &program, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(90000))
        return -1;
    *output = process.readAll();
    return process.exitCode();
}

Result<void> write(const ChangeSet &changes)
{
    auto transaction = FileTransaction::prepare(changes, {});
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto done = transaction->write(); !done)
        return done;
    return transaction->commit();
}

} // namespace

class TestNmLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modes_data()
    {
        QTest::addColumn<int>("mode");
        for (int mode = 0; mode < 7; ++mode)
            QTest::addRow("mode %d", mode) << mode;
    }
    /// The keyfiles on the disk, loaded by the real NetworkManager: the kernel must hold what the plan says.
    void modes()
    {
        QFETCH(int, mode);
        const QStringList unknown = nm::optionsUnknownToLibnm();
        PlanGenerator generator(quint32(77 + mode), [&](const OptionSpec &spec) {
            return spec.inSysfs && !unknown.contains(spec.name) && !spec.name.startsWith(u"ad_actor")
                && spec.name != u"fail_over_mac";
        });
        generator.mayTake
            = [](const OptionSpec &spec, const QString &text) { return nm::textForLibnm(spec.name, text).has_value(); };
        BondPlan plan = generator.next();
        while (int(plan.mode) != mode)
            plan = generator.next();
        plan.name = u"bond0"_s;
        plan.slaves = {{u"eth1"_s, {}, {}, {}}, {u"eth0"_s, {}, {}, {}}};
        if (plan.options.contains(u"primary"_s))
            plan.options[u"primary"_s] = u"eth0"_s;
        plan.autoconnect = true;
        plan.mac.clear();
        plan.mtu.reset();
        plan.vlans.clear();
        plan.ipv4 = {};
        plan.ipv4.method = IpMethod::Manual;
        plan.ipv4.addresses = {u"192.0.2.20/24"_s};
        plan.ipv6 = {};
        plan.accept.clear(); // of the addresses that it had

        const nm::NmFormat format;
        const auto snapshot = takeSnapshot(u"/"_s, format);
        QVERIFY(snapshot);
        const auto rendering = format.render(plan, *snapshot);
        QVERIFY(rendering);
        QVERIFY(!hasErrors(rendering->findings));
        const auto written = write(rendering->changes);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        QByteArray output;
        QVERIFY2(run(u"nmcli"_s, {u"connection"_s, u"reload"_s}, &output) == 0, output.constData());
        // Nobody says "up": autoconnect brings up the bond and its ports.
        QTRY_COMPARE_WITH_TIMEOUT(get(bonding + u"slaves"_s).split(u' ').size(), 2, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(get(u"/sys/class/net/bond0/operstate"_s), u"up"_s, 20000);
        QCOMPARE(get(bonding + u"mode"_s).section(u' ', 0, 0), kernelName(plan.mode));
        QStringList wrong;
        for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
            QString kernel = get(bonding + it.key());
            kernel = it.key() == u"arp_ip_target" ? kernel.replace(u' ', u',') : kernel.section(u' ', 0, 0);
            if (canonicalValue(*findOption(it.key()), kernel) != it.value())
                wrong.append(it.key() + u": kernel "_s + kernel + u", plan "_s + it.value());
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; "_s)));
        const auto reading = format.read(*takeSnapshot(u"/"_s, format));
        const QByteArray found = planToJson(reading.bonds.first().plan);
        QVERIFY2(found == planToJson(plan), (found + planToJson(plan)).constData());

        const auto removal = format.remove(plan.name, *takeSnapshot(u"/"_s, format));
        QVERIFY(removal && write(removal->changes));
        QVERIFY(run(u"nmcli"_s, {u"connection"_s, u"reload"_s}, &output) == 0);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(bonding), 30000);
    }
};

QTEST_GUILESS_MAIN(TestNmLab)
#include "tst_nm_lab.moc"
