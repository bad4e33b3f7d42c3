// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"

#include <QFile>
#include <QRegularExpression>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

namespace
{

/// A change to a running bond's addresses, and by what one sees that it is there.
struct Edit {
    const char *name;
    void (*change)(BondPlan &plan); ///< nullptr: the bond is removed
    const char *appears; ///< words of a line of seen(); empty: nothing
    const char *vanishes;
    bool forScripts = true; ///< the stand-ins of the lab know of it
    bool forKernel = true;
};

const Edit edits[] = {
    {"another-address", [](BondPlan &plan) { plan.ipv4.addresses[0] = u"192.0.2.77/24"_s; }, "bond0 192.0.2.77/24",
     "bond0 192.0.2.10/24"},
    {"one-more-address", [](BondPlan &plan) { plan.ipv4.addresses.append(u"192.0.2.78/32"_s); }, "bond0 192.0.2.78/32",
     ""},
    {"one-address-less", [](BondPlan &plan) { plan.ipv4.addresses.removeLast(); }, "", "bond0 198.51.100.77/25"},
    {"another-gateway", [](BondPlan &plan) { plan.ipv4.gateway = u"192.0.2.253"_s; }, "default via 192.0.2.253",
     "default via 192.0.2.254"},
    {"no-gateway", [](BondPlan &plan) { plan.ipv4.gateway.clear(); }, "", "default via"},
    {"another-name-server", [](BondPlan &plan) { plan.ipv4.dns = {u"10.0.0.54"_s}; }, "dns 10.0.0.54", "dns 10.0.0.53",
     false, false},
    {"one-more-route",
     [](BondPlan &plan) {
         plan.ipv4.routes.append({u"10.8.0.0/16"_s, u"192.0.2.253"_s, {}});
     },
     "10.8.0.0/16 via 192.0.2.253", "", false},
    {"an-IPv6-address",
     [](BondPlan &plan) {
         plan.ipv6.method = IpMethod::Manual;
         plan.ipv6.addresses = {u"2001:db8::10/64"_s};
     },
     "bond0 2001:db8::10/64", "", false},
    {"a-larger-MTU", [](BondPlan &plan) { plan.mtu = 1600; }, "bond0 mtu 1600", "bond0 mtu 1500"},
    {"one-more-VLAN",
     [](BondPlan &plan) {
         VlanPlan vlan;
         vlan.id = 40;
         vlan.ipv4.method = IpMethod::Manual;
         vlan.ipv4.addresses = {u"203.0.113.1/26"_s};
         plan.vlans.append(vlan);
     },
     "bond0.40 203.0.113.1/26", ""},
    {"another-address-of-a-VLAN", [](BondPlan &plan) { plan.vlans[0].ipv4.addresses = {u"203.0.113.130/25"_s}; },
     "bond0.30 203.0.113.130/25", "bond0.30 203.0.113.129/25"},
    {"another-id-of-a-VLAN",
     [](BondPlan &plan) {
         plan.vlans[0].name = u"bond0.30"_s;
         plan.vlans[0].id = 50;
     },
     "bond0.30 id 50", "bond0.30 id 30", false, true}, // to the scripts the name is the id
    {"no-VLAN", [](BondPlan &plan) { plan.vlans.clear(); }, "", "bond0.30"},
    {"no-bond", nullptr, "", "bond0", true, false},
};

} // namespace

/// In the lab: what is changed of the addresses of a bond that runs is there after the change, all of it and
/// nothing else; and after its rollback nothing of it is left.
class HelperAddressesLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_lab->rehearseEveryPlan();
    }

    void networkManager_data()
    {
        rows([](const Edit &) { return true; });
    }
    void networkManager()
    {
        if (!std::exchange(m_isPrepared, true)) {
            m_lab->makeProfiles();
            makeBond();
        }
        run();
    }

    void kernel_data()
    {
        rows([](const Edit &edit) { return edit.forKernel; });
    }
    void kernel()
    {
        if (!std::exchange(m_isPrepared, true)) {
            m_lab->makeAddresses();
            makeBond();
        }
        run();
    }

    /// Routes of the administrator's, which go with the bond that has to go down for its new mode.
    void foreignRoutes()
    {
        const QByteArrayList routes{
            "10.7.0.0/16 nexthop via 192.0.2.254 dev bond0 weight 2 nexthop via 203.0.113.200 dev bond0.30",
            "10.6.0.0/16 via 172.31.0.1 dev bond0 onlink metric 7",
            "10.5.0.0/16 via inet6 fe80::5 dev bond0",
            "2001:db8:7::/48 nexthop via fe80::5 dev bond0 nexthop via fe80::6 dev bond0.30",
        };
        for (const QByteArray &route : routes) {
            QStringList words{route.startsWith("2001") ? u"-6"_s : u"-4"_s, u"route"_s, u"add"_s};
            words += QString::fromLatin1(route).split(u' ');
            QCOMPARE(HelperLab::run(u"ip"_s, words), 0);
        }
        const QStringList before = seen();
        BondPlan changed = plan();
        changed.mode = Mode::BalanceRr;
        const Transaction applied = m_lab->apply(changed, HelperLab::options(120));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        const Transaction ended = m_lab->rollBack();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        QCOMPARE(seen(), before);
    }

    void scripts_data()
    {
        rows([](const Edit &edit) { return edit.forScripts; });
    }
    void scripts()
    {
        if (!std::exchange(m_hasScripts, true)) {
            if (m_lab->kernel().bondByName(u"bond0"_s))
                QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"delete"_s, u"bond0"_s}), 0);
            m_lab->makeIfcfgHost();
            makeBond();
        }
        run();
    }

private:
    static void rows(bool (*wanted)(const Edit &))
    {
        QTest::addColumn<int>("edit");
        for (int i = 0; i < int(std::size(edits)); ++i) {
            if (wanted(edits[i]))
                QTest::newRow(edits[i].name) << i;
        }
    }

    BondPlan plan() const
    {
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        plan.ipv4.addresses.append(u"198.51.100.77/25"_s);
        plan.ipv4.dns = {u"10.0.0.53"_s};
        VlanPlan vlan;
        vlan.id = 30;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.129/25"_s};
        plan.vlans = {vlan};
        return plan;
    }

    void makeBond()
    {
        const Transaction applied = m_lab->apply(plan(), HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(u"bond0.30 203.0.113.129/25"_s), 5000);
        m_before = seen();
        qInfo("%s", qPrintable(m_before.join(u" | ")));
        m_files = HelperLab::files();
    }

    void run()
    {
        QFETCH(int, edit);
        const Edit &row = edits[edit];
        BondPlan changed = plan();
        if (row.change)
            row.change(changed);
        const Transaction applied = row.change ? m_lab->apply(changed, HelperLab::options(120))
                                               : m_lab->remove(u"bond0"_s, HelperLab::options(120));
        const QStringList now = seen();
        const Transaction ended = m_lab->rollBack();
        const QStringList after = seen();
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        const QByteArray text = now.join(u" | ").toUtf8();
        QVERIFY2(*row.appears == '\0' || !now.filter(QString::fromLatin1(row.appears)).isEmpty(), text.constData());
        QVERIFY2(*row.vanishes == '\0' || now.filter(QString::fromLatin1(row.vanishes)).isEmpty(), text.constData());
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        // At once: what the helper calls restored is restored.
        QCOMPARE(after, m_before);
        QCOMPARE(HelperLab::files(), m_files);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
    }

    /// A line for each address, MTU, route and name server of bond0 and its VLANs, sorted.
    static QStringList seen()
    {
        QStringList lines;
        QByteArray text;
        HelperLab::run(u"ip"_s, {u"-o"_s, u"address"_s, u"show"_s, u"scope"_s, u"global"_s}, &text);
        for (const QByteArray &line : text.split('\n')) {
            const QStringList words = QString::fromUtf8(line).simplified().split(u' ');
            if (words.size() > 3 && words.at(1).startsWith(u"bond0"))
                lines.append(words.at(1) + u' ' + words.at(3));
        }
        static const QRegularExpression vlan(u"^\\d+: (bond0[^@]*)@.* id (\\d+)"_s,
                                             QRegularExpression::MultilineOption);
        HelperLab::run(u"ip"_s, {u"-o"_s, u"-d"_s, u"link"_s, u"show"_s, u"type"_s, u"vlan"_s}, &text);
        for (const QRegularExpressionMatch &match : vlan.globalMatch(QString::fromUtf8(text)))
            lines.append(match.captured(1) + u" id "_s + match.captured(2));
        for (const QString &family : {u"-4"_s, u"-6"_s}) {
            HelperLab::run(u"ip"_s, {family, u"route"_s, u"show"_s}, &text);
            for (const QByteArray &line : text.split('\n')) {
                const QString route = QString::fromUtf8(line).simplified();
                if (route.contains(u"dev bond0") && !route.contains(u"proto kernel"))
                    lines.append(route);
            }
        }
        for (const char *name : {"bond0", "bond0.30", "bond0.40"}) {
            QFile mtu(u"/sys/class/net/%1/mtu"_s.arg(QLatin1String(name)));
            if (mtu.open(QIODevice::ReadOnly))
                lines.append(QLatin1String(name) + u" mtu "_s + QString::fromUtf8(mtu.readAll()).trimmed());
        }
        if (!HelperLab::processes(u"NetworkManager"_s).isEmpty()) {
            const QStringList ask{u"-g"_s, u"IP4.DNS"_s, u"device"_s, u"show"_s, u"bond0"_s};
            if (HelperLab::run(u"nmcli"_s, ask, &text) == 0)
                lines.append(u"dns "_s + QString::fromUtf8(text).trimmed());
        }
        lines.sort();
        return lines;
    }

    std::unique_ptr<HelperLab> m_lab;
    QStringList m_before;
    QMap<QString, QByteArray> m_files;
    bool m_isPrepared = false;
    bool m_hasScripts = false;
};

QTEST_GUILESS_MAIN(HelperAddressesLab)
#include "tst_helper_addresses_lab.moc"
