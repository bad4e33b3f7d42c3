// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"
#include "lab/guest.h"

#include <QDir>
#include <QRegularExpression>

#include <csignal>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

/// In the lab, without NetworkManager: the kernel alone ("until the next reboot"), then the network service
/// with its files and scripts.
class HelperBackendsLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_slowness = lab::slowness();
        m_lab = std::make_unique<HelperLab>();
        m_lab->makeAddresses();
        remember();
    }

    void nobodyIsInCharge()
    {
        const Capabilities host = capabilities();
        QCOMPARE(host.backendInCharge, Backend::RuntimeOnly);
        QCOMPARE(host.backends, QList<Backend>{Backend::RuntimeOnly});
        QVERIFY2(host.backendReason.contains(u"until the next reboot"), qPrintable(host.backendReason));
    }

    /// Where no service that reads files runs, they are written in the form the host has the folder for: the change
    /// survives a reboot once the service runs.
    void filesForTheNextBoot_data()
    {
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("file");
        QTest::newRow("no folder") << QString() << QString();
        QTest::newRow("ifcfg") << u"/etc/sysconfig/network-scripts"_s
                               << u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s;
        QTest::newRow("keyfiles") << u"/etc/NetworkManager/system-connections"_s
                                  << u"/etc/NetworkManager/system-connections/bond0.nmconnection"_s;
    }

    void filesForTheNextBoot()
    {
        QFETCH(QString, home);
        QFETCH(QString, file);
        // NetworkManager is not to start at boot here: then the folders decide.
        QFile::remove(u"/etc/systemd/system/multi-user.target.wants/NetworkManager.service"_s);
        for (const char *folder : {"/etc/NetworkManager/system-connections", "/etc/sysconfig/network-scripts"})
            QDir(QString::fromLatin1(folder)).removeRecursively();
        if (!home.isEmpty())
            QVERIFY(QDir().mkpath(home));
        remember();
        QVERIFY(m_files.isEmpty());
        const BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        const auto preview = m_lab->ask<Preview>(
            [&](auto done) { m_lab->client().preview(plan, Backend::Auto, nullptr, std::move(done)); });
        QVERIFY(preview);
        QCOMPARE(preview->files.isEmpty(), file.isEmpty());

        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QCOMPARE(HelperLab::notInForce(plan), QStringList());
        const Transaction waiting = m_lab->current();
        qInfo("%s", qPrintable(waiting.lasting));
        QVERIFY(waiting.lasting.contains(u"until the next reboot"));
        QVERIFY(waiting.lasting.contains(file.isEmpty() ? u"no folder"_s : file));
        const auto sameAsSaid = [](const Finding &finding) {
            return finding.code == u"backend.until-reboot" && finding.message.contains(u"until the next reboot");
        };
        QVERIFY(std::any_of(preview->findings.cbegin(), preview->findings.cend(), sameAsSaid));
        QStringList said = waiting.files;
        said.sort();
        QCOMPARE(HelperLab::files().keys(), said);
        QCOMPARE(HelperLab::files().contains(file), !file.isEmpty());
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        m_lab->verifyBack(m_files, m_runtime, 10);

        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        const auto written = HelperLab::files();
        QCOMPARE(written.contains(file), !file.isEmpty());
        // The same again writes nothing and says so; a removal takes the files along.
        QCOMPARE(m_lab->apply(plan, HelperLab::options(60, true)).files, QStringList());
        QCOMPARE(HelperLab::files(), written);
        // Without a gateway there is nothing that the removal would cut off.
        QCOMPARE(HelperLab::run(u"ip"_s, {u"route"_s, u"del"_s, u"default"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().nicByName(u"bond0")->gateway; }, 10));
        const Transaction removed = m_lab->remove(u"bond0"_s);
        QVERIFY2(removed.state == TransactionState::Done, why(removed).constData());
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"));
        QCOMPARE(HelperLab::files(), m_files);
        m_lab->makeAddresses();
        QVERIFY(m_lab->waitFor([this] { return m_lab->runtime() == m_runtime; }, 10));
    }

    void notConfirmed_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("by the helper") << false;
        QTest::newRow("by the watchdog") << true;
    }

    void notConfirmed()
    {
        QFETCH(bool, killed);
        const BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        const Transaction applied = m_lab->apply(plan, HelperLab::options(10));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QCOMPARE(HelperLab::notInForce(plan), QStringList());
        QVERIFY(HelperLab::ping(u"192.0.2.254"_s));
        for (const qint64 pid : killed ? HelperLab::helpers() : QList<qint64>())
            ::kill(pid_t(pid), SIGKILL);
        expectBack(10);
    }

    void editedAndRolledBack()
    {
        const BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        const QStringList before = m_lab->runtime();

        // Another mode (a new bond to the driver), another port, another option, a VLAN on top.
        BondPlan edited = m_lab->plan(Mode::BalanceXor);
        edited.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
        edited.options.insert(u"miimon"_s, u"250"_s);
        edited.options.insert(u"xmit_hash_policy"_s, u"layer3+4"_s);
        VlanPlan vlan;
        vlan.id = 20;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.1/24"_s};
        edited.vlans = {vlan};
        QVERIFY2(begins(edited), why(m_lab->current()).constData());
        QCOMPARE(HelperLab::notInForce(edited), QStringList());
        const Transaction ended = m_lab->rollBack();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        QVERIFY(m_lab->waitFor([&] { return HelperLab::notInForce(plan).isEmpty(); }, 10));
        QVERIFY(!m_lab->kernel().nicByName(u"bond0.20"));
        QVERIFY(!m_lab->isPort(u"eth2"_s, u"bond0"_s));
        // The bond was created again, so its index is another one; all else is as before.
        static const QRegularExpression index(u"master=[1-9]\\d*"_s);
        QCOMPARE(m_lab->runtime().replaceInStrings(index, u"master=bond"_s).filter(u"bond"_s),
                 QStringList(before).replaceInStrings(index, u"master=bond"_s).filter(u"bond"_s));
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));

        // What the driver takes at any time does not take the bond down, neither there nor back.
        const quint32 downs = m_lab->kernel().nicByName(u"bond0")->carrierDownCount;
        BondPlan tuned = plan;
        tuned.options.insert(u"miimon"_s, u"300"_s);
        tuned.options.insert(u"primary"_s, u"eth1"_s);
        QVERIFY2(begins(tuned), why(m_lab->current()).constData());
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        QCOMPARE(HelperLab::notInForce(plan), QStringList());
        QCOMPARE(m_lab->kernel().bondByName(u"bond0")->options.value(u"primary"_s), QString());
        QCOMPARE(m_lab->kernel().nicByName(u"bond0")->carrierDownCount, downs);
    }

    /// Nothing would bring its NICs back: the last way out is not taken away by a removal.
    void removed()
    {
        const Transaction refused = m_lab->remove(u"bond0"_s);
        QVERIFY2(refused.state == TransactionState::RolledBack, why(refused).constData());
        QVERIFY2(refused.differences.join(u' ').contains(u"192.0.2.254"), why(refused).constData());
        QVERIFY(HelperLab::ping(u"192.0.2.254"_s));
        QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"delete"_s, u"bond0"_s}), 0);

        BondPlan plan = m_lab->plan(Mode::BalanceRr);
        plan.name = u"bond1"_s;
        plan.slaves = {SlavePlan{u"eth1"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
        plan.ipv4.addresses = {u"198.51.100.11/24"_s};
        plan.ipv4.gateway.clear();
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().bondByName(u"bond0"); }, 10));
        const Transaction applied = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
        // An edit removes a VLAN; its rollback restores it with its address.
        BondPlan tagged = plan;
        VlanPlan vlan;
        vlan.id = 30;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.9/24"_s};
        tagged.vlans = {vlan};
        const Transaction onTop = m_lab->apply(tagged, HelperLab::options(60, true));
        QVERIFY2(onTop.state == TransactionState::Done, why(onTop).constData());
        QVERIFY(m_lab->kernel().nicByName(u"bond1.30"));
        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().nicByName(u"bond1.30"); }, 10));
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        QVERIFY(m_lab->waitFor([&] { return HelperLab::notInForce(tagged).isEmpty(); }, 10));
        QCOMPARE(m_lab->apply(plan, HelperLab::options(60, true)).state, TransactionState::Done);
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().nicByName(u"bond1.30"); }, 10));
        const Transaction gone = m_lab->remove(u"bond1"_s);
        QVERIFY2(gone.state == TransactionState::Done, why(gone).constData());
        QVERIFY(!m_lab->kernel().bondByName(u"bond1"));
    }

    void networkServiceIsInCharge()
    {
        m_lab->makeIfcfgHost();
        remember();
        QCOMPARE(capabilities().backendInCharge, Backend::Ifcfg);
    }

    void everyMode_data()
    {
        QTest::addColumn<int>("mode");
        for (const ModeInfo &info : allModes())
            QTest::newRow(qPrintable(info.kernelName)) << int(info.mode);
    }

    void everyMode()
    {
        QFETCH(int, mode);
        const BondPlan plan = m_lab->plan(Mode(mode));
        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QCOMPARE(HelperLab::notInForce(plan), QStringList());
        QVERIFY(HelperLab::files().contains(u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s));
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        const Transaction again = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(again.state == TransactionState::Done, why(again).constData());
        const Transaction removed = m_lab->remove(u"bond0"_s);
        QVERIFY2(removed.state == TransactionState::Done, why(removed).constData());
        m_lab->verifyBack(m_files, m_runtime, 10);
    }

    /// T11, T21: the scripts are started by their path, with one name and next to no environment.
    void scriptsGetNothingElse()
    {
        QCOMPARE(HelperLab::run(u"sh"_s,
                                {u"-c"_s,
                                 u"for name in ifup ifdown systemd-run nmcli; do"
                                 " printf '#!/bin/sh\ntouch /run/trojan\n' >/usr/local/sbin/$name;"
                                 " chmod 755 /usr/local/sbin/$name; done"_s}),
                 0);
        QFile::remove(u"/run/lab/ifup-calls"_s);
        QVERIFY(QDir().mkpath(u"/run/lab"_s));
        QVERIFY(QFile(u"/run/lab/log-ifup"_s).open(QIODevice::WriteOnly));
        QVERIFY2(begins(m_lab->plan(Mode::ActiveBackup)), why(m_lab->current()).constData());
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        QFile::remove(u"/run/lab/log-ifup"_s);
        QVERIFY(!QFile::exists(u"/run/trojan"_s));
        QFile log(u"/run/lab/ifup-calls"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        static const QRegularExpression call(u"^/usr/sbin/if(up|down) (bond0|eth[01])\\|LANG=C PATH=\\S+$"_s);
        const QStringList calls = QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(calls.size() >= 3);
        for (const QString &line : calls)
            QVERIFY2(call.match(line).hasMatch(), qPrintable(line));
    }

    void filesNotConfirmed_data() { notConfirmed_data(); }
    void filesNotConfirmed() { notConfirmed(); }

private:
    bool begins(const BondPlan &plan)
    {
        return m_lab->apply(plan, HelperLab::options(120)).state == TransactionState::AwaitingConfirm;
    }

    Capabilities capabilities()
    {
        return m_lab->ask<Capabilities>([this](auto done) { m_lab->client().capabilities(nullptr, std::move(done)); })
            .value_or(Capabilities{});
    }

    void remember()
    {
        m_files = HelperLab::files();
        m_runtime = m_lab->runtime();
    }

    void expectBack(int confirmSeconds)
    {
        QElapsedTimer elapsed;
        elapsed.start();
        m_lab->verifyBack(m_files, m_runtime, confirmSeconds + 60);
        qInfo("all back after %lld ms", elapsed.elapsed());
        QVERIFY(elapsed.elapsed() < confirmSeconds * 1000 + 5000 * m_slowness);
        QCOMPARE(m_lab->waitForEnd(20).state, TransactionState::RolledBack);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
    }

    std::unique_ptr<HelperLab> m_lab;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
    double m_slowness = 1;
};

QTEST_GUILESS_MAIN(HelperBackendsLab)
#include "tst_helper_backends_lab.moc"
