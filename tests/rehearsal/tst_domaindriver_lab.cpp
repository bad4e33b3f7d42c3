// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"
#include "kernel/linkwriter.h"
#include "kernel/netlink/bondoptionwriter.h"
#include "kernel/netlink/dump.h"
#include "kernel/planverifier.h"
#include "kernel/statetracker.h"
#include "plangenerator.h"
#include "rehearsal/sandbox.h"

#include <QFile>
#include <QMap>
#include <QSysInfo>
#include <QTest>

#include <linux/rtnetlink.h>

using namespace bondwright;
using namespace bondwright::rehearsal;
using namespace Qt::StringLiterals;

namespace
{

/// Stand-ins for the NICs, and the driver's answer to one plan after the other.
class Driver
{
public:
    explicit Driver(Sandbox &sandbox)
        : m_links(*kernel::LinkWriter::open())
        , m_socket(*kernel::netlink::Socket::openForRequests(NETLINK_ROUTE))
    {
        for (int i = 0; i < 3; ++i) {
            // No port may have the number of its NIC (see Cabling::build).
            if (i == 0)
                (void)sandbox.switchLinks.addBridge(u"br0"_s);
            const QString port = u"port%1"_s.arg(i);
            m_nics.append(*m_links.addVeth(u"eth%1"_s.arg(i), {}, port, sandbox.switchNamespace.get()));
            (void)sandbox.switchLinks.setUp(sandbox.switchLinks.index(port), true);
        }
    }

    HostFacts host()
    {
        bool isWhole = false;
        kernel::StateTracker tracker;
        tracker.setHost(QSysInfo::kernelVersion(), true);
        tracker.reset(*kernel::netlink::dumpState(m_socket, &isWhole));
        return kernel::toHostFacts(tracker.snapshot());
    }

    /// What the driver refuses, or does otherwise than the plan says; empty: all as planned.
    QString judge(const BondPlan &plan)
    {
        QString refusal = create(plan);
        if (refusal.isEmpty())
            refusal = compare(plan);
        clear(plan);
        return refusal;
    }

private:
    static QString words(const QString &what, const Error &error) { return what + u": "_s + error.message; }

    QString create(const BondPlan &plan)
    {
        const auto bond = m_links.addBond(plan.name, {{u"mode"_s, kernelName(plan.mode)}});
        // A pattern such as "bond%d" makes one of another name.
        m_bond = bond ? *bond : m_links.index(u"bond0"_s);
        if (!bond)
            return words(u"name"_s, bond.error());
        for (const OptionSpec *applied : kernel::netlink::bondOptionsAsApplied()) {
            for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
                const OptionSpec *spec = findOption(it.key());
                if (!spec || spec != applied || spec->kind == OptionKind::IfName)
                    continue;
                if (const QString refusal = setOption(plan.name, it.key(), *it); !refusal.isEmpty())
                    return refusal;
            }
        }
        if (const QString refusal = enslave(plan); !refusal.isEmpty())
            return refusal;
        for (const QString &option : {u"primary"_s, u"active_slave"_s}) {
            if (!plan.options.contains(option))
                continue;
            if (option == u"active_slave") {
                (void)m_links.setUp(m_bond, true);
                const int slave = m_links.index(plan.options.value(option));
                if (slave == 0 && !plan.options.value(option).isEmpty())
                    return u"options.active_slave: no such interface"_s;
                if (const auto done = m_links.setActiveSlave(m_bond, slave); !done)
                    return words(u"options.active_slave"_s, done.error());
                continue;
            }
            if (const QString refusal = setOption(plan.name, option, plan.options.value(option)); !refusal.isEmpty())
                return refusal;
        }
        return finish(plan);
    }

    /// By netlink; what that cannot carry, as text.
    QString setOption(const QString &bond, const QString &name, const QString &value)
    {
        const auto set = m_links.setBondOptions(m_bond, {{name, value}});
        if (set)
            return {};
        if (set.error().code != u"kernel.option.value")
            return words(u"options."_s + name, set.error());
        QFile file(u"/sys/class/net/%1/bonding/%2"_s.arg(bond, name));
        // The file takes one target a time, with a sign.
        const OptionSpec *spec = findOption(name);
        const bool isList = spec->kind == OptionKind::Ip4List || spec->kind == OptionKind::Ip6List;
        for (const QString &part : isList ? value.split(u',') : QStringList{value}) {
            if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                return u"options.%1: %2"_s.arg(name, file.errorString());
            if (file.write((isList ? "+" : "") + part.toUtf8() + '\n') < 0)
                return u"options.%1: “%2” %3"_s.arg(name, part, file.errorString());
            file.close();
        }
        return {};
    }

    QString enslave(const BondPlan &plan)
    {
        for (const SlavePlan &slave : plan.slaves) {
            const int index = m_links.index(slave.name);
            if (const auto done = m_links.enslave(index, m_bond); !done)
                return words(u"slave "_s + slave.name, done.error());
            if (slave.queueId) {
                if (const auto done = m_links.setSlaveOption(index, u"queue_id"_s, QString::number(*slave.queueId));
                    !done)
                    return words(u"queue_id"_s, done.error());
            }
            if (slave.prio) {
                if (const auto done = m_links.setSlaveOption(index, u"prio"_s, QString::number(*slave.prio)); !done)
                    return words(u"prio"_s, done.error());
            }
        }
        return {};
    }

    QString finish(const BondPlan &plan)
    {
        if (!plan.mac.isEmpty()) {
            if (const auto done = m_links.setMac(m_bond, plan.mac.value().address()); !done)
                return words(u"mac"_s, done.error());
        }
        if (plan.mtu) {
            if (const auto done = m_links.setMtu(m_bond, *plan.mtu); !done)
                return words(u"mtu"_s, done.error());
        }
        if (const auto done = m_links.setUp(m_bond, true); !done)
            return words(u"up"_s, done.error());
        for (const VlanPlan &vlan : plan.vlans) {
            const auto made = m_links.addVlan(vlan.interfaceName(plan.name), m_bond, vlan.id);
            if (!made)
                return words(u"vlan"_s, made.error());
            if (vlan.mtu) {
                if (const auto done = m_links.setMtu(*made, *vlan.mtu); !done)
                    return words(u"vlan mtu"_s, done.error());
            }
            if (const auto done = m_links.setUp(*made, true); !done)
                return words(u"vlan up"_s, done.error());
        }
        return {};
    }

    QString compare(const BondPlan &plan)
    {
        bool isWhole = false;
        const auto state = kernel::netlink::dumpState(m_socket, &isWhole);
        if (!state)
            return words(u"dump"_s, state.error());
        kernel::StateTracker tracker;
        tracker.reset(*state);
        for (const kernel::Difference &difference : kernel::verifyPlan(plan, tracker.snapshot())) {
            if (!difference.maySettle || difference.kind == kernel::DifferenceKind::SlaveMissing)
                return u"differs: "_s + difference.message;
        }
        return {};
    }

    void clear(const BondPlan &)
    {
        if (m_bond > 0)
            (void)m_links.remove(m_bond);
        m_bond = 0;
        for (int nic : std::as_const(m_nics)) {
            (void)m_links.setUp(nic, false);
            (void)m_links.setMtu(nic, 1500);
        }
    }

    kernel::LinkWriter m_links;
    kernel::netlink::Socket m_socket;
    QList<int> m_nics;
    int m_bond = 0;
};

struct Stricter {
    QString code; ///< of a finding
    const char *why;
};

/// Errors of plans that the driver takes, beside those that a plan may accept: it would do something else than the plan
/// says, or nothing of use.
const QList<Stricter> &stricter()
{
    static const QList<Stricter> rules{
        {u"slaves.duplicate"_s, "the second time does nothing"},
        {u"monitoring.delay-needs-miimon"_s, "in modes 4, 5, 6 the driver has set miimon by then, without being asked"},
        {u"vlan.id-range"_s, "VLAN 0 is no VLAN but a priority"},
    };
    return rules;
}

bool isStricter(const BondPlan &plan, const Finding &finding)
{
    // With fail_over_mac the bond has its slaves' MAC: the driver looks at none that it is given (bond_set_mac_address).
    if (finding.code == u"mac.invalid" && plan.mode == Mode::ActiveBackup && plan.options.contains(u"fail_over_mac"_s))
        return true;
    if (isAcceptable(finding.code))
        return true;
    // ARP and NS targets that can never answer, such as 127.0.0.1.
    const OptionSpec *spec = findOption(QStringView(finding.field).mid(8)); // "options."
    if (finding.code == u"options.value" && spec)
        return spec->kind == OptionKind::Ip4List || spec->kind == OptionKind::Ip6List;
    return std::any_of(stricter().cbegin(), stricter().cend(),
                       [&finding](const Stricter &rule) { return rule.code == finding.code; });
}

/// What the driver refuses, though check() takes it, because that depends on how the driver was loaded, or on time.
bool dependsOnMore(const BondPlan &plan, const QString &refusal)
{
    // A slave whose updelay runs cannot be made the active one yet.
    if (refusal.startsWith(u"options.active_slave"))
        return plan.options.value(u"updelay"_s, u"0"_s) != u"0";
    // check() warns: the queues of a bond are a parameter of the module, 16 by default.
    return refusal.startsWith(u"queue_id")
        && std::any_of(plan.slaves.cbegin(), plan.slaves.cend(),
                       [](const SlavePlan &slave) { return slave.queueId.value_or(0) > 16; });
}

} // namespace

/// Plans by the thousand: what check() takes the driver must take and keep as it is, and what check() refuses the driver
/// must refuse, but for what is documented.
class TestDomainDriverLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agrees();
};

void TestDomainDriverLab::agrees()
{
    // BONDWRIGHT_PLANS and BONDWRIGHT_FIRST_PLAN: the long run.
    const int count = qEnvironmentVariable("BONDWRIGHT_PLANS", u"2000"_s).toInt();
    const quint32 first = qEnvironmentVariable("BONDWRIGHT_FIRST_PLAN", u"1"_s).toUInt();
    auto sandbox = Sandbox::enter();
    QVERIFY2(sandbox, sandbox ? "" : qPrintable(sandbox.error().message));
    Driver driver(*sandbox);
    const HostFacts host = driver.host();
    QMap<QString, int> weTake;
    QMap<QString, int> weRefuse;
    QMap<QString, QByteArray> examples;
    int valid = 0;
    for (quint32 number = first; number < first + quint32(count); ++number) {
        const BondPlan plan = test::PlanGenerator(number).plan();
        QStringList errors;
        bool isDocumented = true;
        for (const Finding &finding : check(plan, host)) {
            if (finding.severity != Severity::Error)
                continue;
            errors.append(finding.code);
            isDocumented = isDocumented && isStricter(plan, finding);
        }
        // Options that are newer than the kernel: it passes over what it does not know.
        isDocumented = isDocumented || errors.contains(u"options.too-new"_s);
        const QString refusal = driver.judge(plan);
        valid += errors.isEmpty() ? 1 : 0;
        QString disagreement;
        if (errors.isEmpty() && !refusal.isEmpty() && !dependsOnMore(plan, refusal))
            ++weTake[disagreement = u"we take, the driver says "_s + refusal];
        else if (!errors.isEmpty() && refusal.isEmpty() && !isDocumented)
            ++weRefuse[disagreement = u"the driver takes, we say "_s + errors.join(u", "_s)];
        if (!disagreement.isEmpty() && !examples.contains(disagreement))
            examples.insert(disagreement, QByteArray::number(number) + ": " + planToJson(plan).simplified());
    }
    qInfo("%d plans, %d of them valid", count, valid);
    for (const auto &table : {weTake, weRefuse}) {
        for (auto it = table.cbegin(); it != table.cend(); ++it)
            qWarning("%4d × %s\n       %s", *it, qPrintable(it.key()), examples.value(it.key()).constData());
    }
    QVERIFY(weTake.isEmpty());
    QVERIFY(weRefuse.isEmpty());
}

QTEST_GUILESS_MAIN(TestDomainDriverLab)
#include "tst_domaindriver_lab.moc"
