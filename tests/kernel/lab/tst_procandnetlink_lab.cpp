// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosis.h"
#include "kernel/bondview.h"
#include "kernel/localkernelsource.h"
#include "kernel/proc/procsnapshot.h"
#include "lab/guest.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

namespace
{

constexpr uid_t nobody = 65534;

QByteArray textAsRoot()
{
    QFile file(u"/proc/net/bonding/bond0"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray textAsUser()
{
    QProcess cat;
    cat.setChildProcessModifier([] {
        if (::setgid(nobody) != 0 || ::setuid(nobody) != 0)
            ::_exit(1);
    });
    cat.start(u"cat"_s, {u"/proc/net/bonding/bond0"_s});
    return cat.waitForFinished(10000) ? cat.readAllStandardOutput() : QByteArray();
}

/// What differs between the driver's text and its netlink messages, of what both tell.
class Comparison
{
public:
    Comparison(const BondState &text, const BondState &netlink, const QString &activeInText, const QString &active)
    {
        compare(u"mode"_s, int(text.mode), int(netlink.mode));
        compare(u"mii"_s, text.miiUp, netlink.miiUp);
        compare(u"active slave"_s, activeInText, active);
        if (!text.isLacpHidden)
            compare(u"aggregator"_s, text.ad == netlink.ad, true);
        for (auto option = text.options.cbegin(); option != text.options.cend(); ++option) {
            if (netlink.options.contains(option.key()))
                compare(option.key(), option.value(), netlink.options.value(option.key()));
        }
        compare(u"slaves"_s, text.slaves.size(), netlink.slaves.size());
        for (qsizetype i = 0; i < std::min(text.slaves.size(), netlink.slaves.size()); ++i)
            compareSlave(text, text.slaves.at(i), netlink.slaves.at(i));
    }
    QString differences() const { return m_differences.join(u"; "_s); }

private:
    template <typename T>
    void compare(const QString &what, const T &text, const T &netlink)
    {
        if (text != netlink)
            m_differences.append(u"%1: text %2, netlink %3"_s.arg(what).arg(text).arg(netlink));
    }
    template <typename T>
    void compareOptional(const QString &what, const std::optional<T> &text, const std::optional<T> &netlink)
    {
        if (text && netlink)
            compare(what, int(*text), int(*netlink));
    }
    void compareSlave(const BondState &bond, const SlaveState &text, const SlaveState &netlink)
    {
        compare(u"slave"_s, text.name, netlink.name);
        const QString name = netlink.name + u' ';
        if (bond.isActiveKnown())
            compare(name + u"active"_s, text.active, netlink.active);
        compare(name + u"mii"_s, int(text.mii), int(netlink.mii));
        compare(name + u"failures"_s, text.linkFailures, netlink.linkFailures);
        compare(name + u"mac"_s, text.permanentMac.toString(), netlink.permanentMac.toString());
        compareOptional(name + u"queue"_s, text.queueId, netlink.queueId);
        compareOptional(name + u"aggregator"_s, text.aggregatorId, netlink.aggregatorId);
        compareOptional(name + u"actor state"_s, text.actorPortState, netlink.actorPortState);
        compareOptional(name + u"partner state"_s, text.partnerPortState, netlink.partnerPortState);
    }

    QStringList m_differences;
};

} // namespace

/// /proc/net/bonding and netlink are two views of one driver: what both tell must be the same.
class TestProcAndNetlinkLab : public QObject
{
    Q_OBJECT

private:
    QString differences(const QByteArray &text, QString *verdict = nullptr)
    {
        const auto parsed = parseProcBonding(text);
        if (!parsed)
            return parsed.error().message;
        ProcBond proc = parsed->first();
        if (!proc.unknownLines.isEmpty())
            return u"not understood: "_s + proc.unknownLines.join(u" | "_s);
        LocalKernelSource source;
        source.start();
        const BondState *bond = source.snapshot().bondByName(u"bond0");
        if (!bond)
            return u"no bond"_s;
        const QString active = bond->activeSlave ? source.snapshot().nics.value(*bond->activeSlave).name : QString();
        proc.bond.name = u"bond0"_s;
        const Snapshot snapshot = snapshotOf({proc});
        if (verdict)
            *verdict = verdictName(judge(snapshot.bonds.first(), snapshot).verdict);
        return Comparison(proc.bond, *bond, proc.activeSlaveName, active).differences();
    }
    /// Both views settle within a second or so; then they must agree, for root and for a user.
    void compareAll(const QString &state)
    {
        QString trouble;
        QVERIFY2(lab::eventually(
                     [&] {
                         trouble = differences(textAsRoot());
                         return trouble.isEmpty();
                     },
                     std::chrono::seconds(20)),
                 qPrintable(state + u" as root: "_s + trouble));
        QString verdict;
        QVERIFY2(lab::eventually(
                     [&] {
                         trouble = differences(textAsUser(), &verdict);
                         return trouble.isEmpty();
                     },
                     std::chrono::seconds(20)),
                 qPrintable(state + u" as user: "_s + trouble));
        QVERIFY2(verdict != u"lacp-not-negotiated", qPrintable(state));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(lab::isGuest()); }

    void everyState_data()
    {
        QTest::addColumn<QString>("topology");
        QTest::addColumn<QString>("options");
        QTest::newRow("balance-rr") << u"static"_s << u"mode balance-rr miimon 50"_s;
        QTest::newRow("active-backup")
            << u"one-switch"_s << u"mode active-backup miimon 50 updelay 100 downdelay 500 fail_over_mac active"_s;
        QTest::newRow("active-backup by ARP")
            << u"one-switch"_s << u"mode active-backup arp_interval 100 arp_ip_target 192.0.2.254 arp_validate all"_s;
        QTest::newRow("balance-xor") << u"static"_s << u"mode balance-xor miimon 50 xmit_hash_policy layer3+4"_s;
        QTest::newRow("balance-xor by ARP")
            << u"static"_s << u"mode balance-xor arp_interval 100 arp_ip_target 192.0.2.254"_s;
        QTest::newRow("broadcast") << u"static"_s << u"mode broadcast miimon 50"_s;
        QTest::newRow("802.3ad") << u"lacp"_s << u"mode 802.3ad miimon 50 lacp_rate fast"_s;
        QTest::newRow("802.3ad, two switches") << u"lacp-two"_s << u"mode 802.3ad miimon 50 lacp_rate fast"_s;
        QTest::newRow("802.3ad without partner") << u"one-switch"_s << u"mode 802.3ad miimon 50 lacp_rate fast"_s;
        QTest::newRow("balance-tlb") << u"one-switch"_s << u"mode balance-tlb miimon 50"_s;
        QTest::newRow("balance-alb") << u"one-switch"_s << u"mode balance-alb miimon 50"_s;
    }
    void everyState()
    {
        QFETCH(QString, topology);
        QFETCH(QString, options);
        QVERIFY(lab::run(u"recable"_s, {topology}));
        QVERIFY(lab::ip({u"link add bond0 type bond "_s + options}));
        compareAll(u"no slaves"_s);
        QVERIFY(
            lab::ip({u"link set eth0 down"_s, u"link set eth1 down"_s, u"link set eth0 master bond0"_s,
                     u"link set eth1 master bond0"_s, u"link set bond0 up"_s, u"addr add 192.0.2.1/24 dev bond0"_s}));
        QTest::qWait(500);
        compareAll(u"up"_s);
        QVERIFY(lab::run(u"pull"_s, {u"0"_s}));
        QTest::qWait(700);
        compareAll(u"one cable out"_s);
        QVERIFY(lab::run(u"pull"_s, {u"1"_s}));
        QTest::qWait(700);
        compareAll(u"both cables out"_s);
        QVERIFY(lab::run(u"plug"_s, {u"0"_s, u"1"_s}));
        QTest::qWait(700);
        compareAll(u"back"_s);
        QVERIFY(lab::ip({u"link set eth1 nomaster"_s}));
        compareAll(u"one slave"_s);
        QVERIFY(lab::ip({u"link del bond0"_s}));
    }
};

QTEST_GUILESS_MAIN(TestProcAndNetlinkLab)
#include "tst_procandnetlink_lab.moc"
