// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bondingdriver.h"

#include "domain/options.h"
#include "lab/guest.h"

#include <QProcess>
#include <QSet>
#include <QTest>

#include <cerrno>

using namespace bondwright;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

/// Holds every row of the option table against the real driver. Bond "tN" is in mode N throughout; only
/// the lab's guest may run this, because it makes and destroys bonds.
class TestOptionTableDriver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFileHasItsRow();
    void everyParameterHasItsRow();
    void defaults_data();
    void defaults();
    void modes_data();
    void modes();
    void boundaries_data();
    void boundaries();
    void names_data();
    void names();
    void targets();
    void ip6Targets();
    void actorSystem();
    void whileUp_data();
    void whileUp();
    void withSlave_data();
    void withSlave();
    void queueIds();
    void priorities();
    void cleanupTestCase();
};

namespace
{

QString bondIn(int mode)
{
    return u"t%1"_s.arg(mode);
}

std::pair<int, int> releaseOf(const QString &text)
{
    return {text.section(u'.', 0, 0).toInt(), text.section(u'.', 1, 1).toInt()};
}

bool isHere(const OptionSpec &spec)
{
    return releaseOf(spec.since) <= BondingDriver::kernel();
}

QList<const OptionSpec *> sysfsOptions()
{
    QList<const OptionSpec *> list;
    for (const OptionSpec &spec : allOptions()) {
        if (spec.inSysfs && spec.scope == OptionScope::Bond && isHere(spec))
            list.append(&spec);
    }
    return list;
}

int firstMode(const OptionSpec &spec)
{
    for (int mode = 0; mode < 7; ++mode) {
        if (acceptsMode(spec, static_cast<Mode>(mode)))
            return mode;
    }
    return -1;
}

// A value that the driver takes whenever it takes the option at all.
QString sampleValue(const OptionSpec &spec, const QString &bond)
{
    if (spec.name == u"mode")
        return BondingDriver::read(bond, spec.name);
    if (spec.kind == OptionKind::Ip4List)
        return u"+192.0.2.1"_s;
    if (spec.name == u"primary")
        return u"eth0"_s;
    if (spec.name == u"ad_actor_system")
        return u"02:00:5e:10:00:01"_s;
    return spec.defaultValue;
}

// What the driver demands before it takes the option; miimon=1 divides every delay.
void prepare(const OptionSpec &spec, const QString &bond)
{
    if (spec.name == u"updelay" || spec.name == u"downdelay" || spec.name == u"peer_notif_delay")
        BondingDriver::write(bond, u"miimon"_s, u"1"_s);
    if (spec.name == u"arp_ip_target")
        BondingDriver::write(bond, spec.name, u"-192.0.2.1"_s);
}

// Releases that lack single values of a row.
bool isValueHere(const OptionSpec &spec, const QString &name)
{
    if (name == u"actor_port_prio")
        return BondingDriver::kernel() >= std::pair(6, 18);
    if (spec.name == u"use_carrier" && name == u"0")
        return BondingDriver::kernel() < std::pair(6, 18);
    return true;
}

bool needsBondDown(const OptionSpec &spec)
{
    return spec.change == OptionChange::BondDown || spec.change == OptionChange::BondDownNoSlaves;
}

bool needsNoSlaves(const OptionSpec &spec)
{
    return spec.change == OptionChange::NoSlaves || spec.change == OptionChange::BondDownNoSlaves;
}

} // namespace

void TestOptionTableDriver::initTestCase()
{
    QVERIFY2(lab::isGuest(), "run it in the lab: tests/lab/lab --nics 2 -- tst_optiontabledriver");
    for (int mode = 0; mode < 7; ++mode) {
        QCOMPARE(BondingDriver::create(bondIn(mode)), 0);
        QCOMPARE(BondingDriver::write(bondIn(mode), u"mode"_s, QString::number(mode)), 0);
        QCOMPARE(BondingDriver::read(bondIn(mode), u"mode"_s), kernelName(static_cast<Mode>(mode)));
    }
}

void TestOptionTableDriver::everyFileHasItsRow()
{
    // Files that tell a state and are no options, and the list of slaves.
    static const QSet<QString> states{u"ad_actor_key"_s,   u"ad_aggregator"_s, u"ad_num_ports"_s, u"ad_partner_key"_s,
                                      u"ad_partner_mac"_s, u"mii_status"_s,    u"slaves"_s};
    QSet<QString> rows;
    for (const OptionSpec &spec : allOptions()) {
        if (!spec.inSysfs || !isHere(spec))
            continue;
        rows.insert(spec.name);
        for (const QString &alias : spec.aliases)
            rows.insert(alias);
    }
    const QStringList files = BondingDriver::options(bondIn(0));
    QCOMPARE(QSet<QString>(files.begin(), files.end()) - states, rows);
}

void TestOptionTableDriver::everyParameterHasItsRow()
{
    QProcess modinfo;
    modinfo.start(u"modinfo"_s, {u"-p"_s, u"bonding"_s});
    QVERIFY2(modinfo.waitForFinished(), "modinfo does not run");
    QSet<QString> parameters;
    for (const QString &line : QString::fromUtf8(modinfo.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts))
        parameters.insert(line.section(u':', 0, 0));
    QSet<QString> rows;
    for (const OptionSpec &spec : allOptions()) {
        if (!spec.isModuleParameter)
            continue;
        rows.insert(spec.name);
        for (const QString &alias : spec.aliases)
            rows.insert(alias);
    }
    QCOMPARE(parameters, rows);
}

void TestOptionTableDriver::defaults_data()
{
    QTest::addColumn<QString>("option");
    for (const OptionSpec *spec : sysfsOptions())
        QTest::newRow(spec->name.toUtf8().constData()) << spec->name;
}

void TestOptionTableDriver::defaults()
{
    QFETCH(QString, option);
    const OptionSpec &spec = *findOption(option);
    // A fresh bond of its own, so that no other row's writes are seen; in the default mode where it exists.
    const QString bond = u"fresh"_s;
    QCOMPARE(BondingDriver::create(bond), 0);
    const int mode = firstMode(spec);
    const int answer = mode == 0 ? 0 : BondingDriver::write(bond, u"mode"_s, QString::number(mode));
    const QString value = BondingDriver::read(bond, option);
    QCOMPARE(BondingDriver::remove(bond), 0);
    QCOMPARE(answer, 0);
    QCOMPARE(value, spec.defaultValue);
    QVERIFY(value.isEmpty() || canonicalValue(spec, value) == value);
}

void TestOptionTableDriver::modes_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("mode");
    for (const OptionSpec *spec : sysfsOptions()) {
        for (int mode = 0; mode < 7; ++mode)
            QTest::addRow("%s in %d", spec->name.toUtf8().constData(), mode) << spec->name << mode;
    }
}

void TestOptionTableDriver::modes()
{
    QFETCH(QString, option);
    QFETCH(int, mode);
    const OptionSpec &spec = *findOption(option);
    prepare(spec, bondIn(mode));
    const int answer = BondingDriver::write(bondIn(mode), option, sampleValue(spec, bondIn(mode)));
    QCOMPARE(answer, acceptsMode(spec, static_cast<Mode>(mode)) ? 0 : EACCES);
}

void TestOptionTableDriver::boundaries_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isTaken");
    for (const OptionSpec *spec : sysfsOptions()) {
        if (spec->kind != OptionKind::Integer)
            continue;
        const auto row = [&](std::int64_t value, bool isTaken) {
            QTest::addRow("%s=%lld", spec->name.toUtf8().constData(), static_cast<long long>(value))
                << spec->name << QString::number(value) << isTaken;
        };
        row(spec->minimum, true);
        row(spec->maximum, true);
        row(spec->minimum - 1, false);
        row(spec->maximum + 1, false);
        QTest::addRow("%s=1x", spec->name.toUtf8().constData()) << spec->name << u"1x"_s << false;
    }
}

void TestOptionTableDriver::boundaries()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(bool, isTaken);
    const OptionSpec &spec = *findOption(option);
    const QString bond = bondIn(firstMode(spec));
    prepare(spec, bond);
    QCOMPARE(BondingDriver::write(bond, option, value), isTaken ? 0 : EINVAL);
    if (isTaken)
        QCOMPARE(BondingDriver::read(bond, option), value);
    QCOMPARE(canonicalValue(spec, value).has_value(), isTaken);
    BondingDriver::write(bond, option, spec.defaultValue);
}

void TestOptionTableDriver::names_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const OptionSpec *spec : sysfsOptions()) {
        if (spec->names.isEmpty())
            continue;
        const auto row = [&](const QString &text, const QString &expected) {
            QTest::addRow("%s=%s", spec->name.toUtf8().constData(), text.toUtf8().constData())
                << spec->name << text << expected;
        };
        for (const OptionName &known : spec->names) {
            const QString expected = isValueHere(*spec, known.name) ? known.name : QString();
            row(known.name, expected);
            if (known.name != QString::number(known.value))
                row(QString::number(known.value), expected);
        }
        row(spec->names.first().name.toUpper() + u'X', {});
        row(QString::number(spec->names.last().value + 1), {});
    }
}

void TestOptionTableDriver::names()
{
    QFETCH(QString, option);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const OptionSpec &spec = *findOption(option);
    const QString bond = option == u"mode" ? u"t0"_s : bondIn(firstMode(spec));
    QCOMPARE(BondingDriver::write(bond, option, text), expected.isEmpty() ? EINVAL : 0);
    if (!expected.isEmpty())
        QCOMPARE(BondingDriver::read(bond, option), expected);
    if (expected.isEmpty() && !spec.names.isEmpty() && text != u"actor_port_prio" && text != u"3")
        QVERIFY(!canonicalValue(spec, text) || spec.name == u"use_carrier");
    else if (!expected.isEmpty())
        QCOMPARE(canonicalValue(spec, text), std::optional(expected));
    QCOMPARE(BondingDriver::write(bond, option, spec.defaultValue), 0);
}

void TestOptionTableDriver::targets()
{
    const OptionSpec &spec = *findOption(u"arp_ip_target");
    const QString bond = bondIn(1);
    BondingDriver::write(bond, spec.name, u"-192.0.2.1"_s);
    QStringList all;
    for (int i = 1; i <= 16; ++i) {
        all.append(u"192.0.2.%1"_s.arg(i));
        QCOMPARE(BondingDriver::write(bond, spec.name, u'+' + all.last()), 0);
    }
    QCOMPARE(BondingDriver::read(bond, spec.name), all.join(u','));
    QCOMPARE(canonicalValue(spec, all.join(u',')), std::optional(all.join(u',')));
    QCOMPARE(BondingDriver::write(bond, spec.name, u"+192.0.2.17"_s), EINVAL);
    QVERIFY(!canonicalValue(spec, all.join(u',') + u",192.0.2.17"_s));
    QCOMPARE(BondingDriver::write(bond, spec.name, u"-192.0.2.16"_s), 0);
    for (const QString &refused : {u"0.0.0.0"_s, u"255.255.255.255"_s, u"192.0.2.1"_s, u"192.0.2"_s, u"x"_s}) {
        // EINVAL for addresses that cannot be, EPERM for what is none.
        QVERIFY2(BondingDriver::write(bond, spec.name, u'+' + refused) != 0, qPrintable(refused));
        // The one that is there already is refused by us only as a second entry.
        QVERIFY2(!canonicalValue(spec, u"192.0.2.1,"_s + refused), qPrintable(refused));
    }
    for (int i = 1; i < 16; ++i)
        QCOMPARE(BondingDriver::write(bond, spec.name, u"-192.0.2.%1"_s.arg(i)), 0);
}

void TestOptionTableDriver::ip6Targets()
{
    const OptionSpec &spec = *findOption(u"ns_ip6_target");
    if (!isHere(spec))
        QSKIP("this kernel has no ns_ip6_target");
    const auto set = [](const QString &bond, const QString &value) {
        return lab::run(u"ip"_s, {u"link"_s, u"set"_s, bond, u"type"_s, u"bond"_s, u"ns_ip6_target"_s, value});
    };
    for (const int mode : {0, 1, 4, 6})
        QCOMPARE(set(bondIn(mode), u"2001:db8::1,2001:db8::2"_s), acceptsMode(spec, static_cast<Mode>(mode)));
    QVERIFY(!set(bondIn(1), u"::"_s));
    QVERIFY(!canonicalValue(spec, u"::"));
    QVERIFY(!set(bondIn(1), u"ff02::1"_s));
    QVERIFY(!canonicalValue(spec, u"ff02::1"));
}

void TestOptionTableDriver::actorSystem()
{
    const OptionSpec &spec = *findOption(u"ad_actor_system");
    const QString bond = bondIn(4);
    const QMap<QString, int> answers{{u"02:00:5e:10:00:01"_s, 0},      {u"00:00:00:00:00:00"_s, 0},
                                     {u"02:00:5E:10:00:0A"_s, 0},      {u"01:00:5e:00:00:01"_s, EINVAL},
                                     {u"02-00-5e-10-00-01"_s, EINVAL}, {u"02:00:5e:10:00"_s, EINVAL}};
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        QCOMPARE(BondingDriver::write(bond, spec.name, it.key()), it.value());
        QCOMPARE(canonicalValue(spec, it.key()).has_value(), it.value() == 0);
        if (it.value() == 0)
            QCOMPARE(BondingDriver::read(bond, spec.name), *canonicalValue(spec, it.key()));
    }
}

void TestOptionTableDriver::whileUp_data()
{
    defaults_data();
}

void TestOptionTableDriver::whileUp()
{
    QFETCH(QString, option);
    const OptionSpec &spec = *findOption(option);
    const QString bond = bondIn(firstMode(spec));
    prepare(spec, bond);
    const QString sample = sampleValue(spec, bond);
    QCOMPARE(BondingDriver::setUp(bond, true), 0);
    const int answer = BondingDriver::write(bond, option, sample);
    QCOMPARE(BondingDriver::setUp(bond, false), 0);
    QCOMPARE(answer, needsBondDown(spec) ? EBUSY : 0);
}

void TestOptionTableDriver::withSlave_data()
{
    defaults_data();
}

void TestOptionTableDriver::withSlave()
{
    QFETCH(QString, option);
    const OptionSpec &spec = *findOption(option);
    const QString bond = bondIn(firstMode(spec));
    prepare(spec, bond);
    const QString sample = sampleValue(spec, bond);
    QCOMPARE(BondingDriver::setUp(u"eth0"_s, false), 0);
    QCOMPARE(BondingDriver::write(bond, u"slaves"_s, u"+eth0"_s), 0);
    const int answer = BondingDriver::write(bond, option, sample);
    QCOMPARE(BondingDriver::write(bond, u"slaves"_s, u"-eth0"_s), 0);
    QCOMPARE(answer, needsNoSlaves(spec) ? ENOTEMPTY : 0);
}

void TestOptionTableDriver::queueIds()
{
    const QString bond = bondIn(1);
    QCOMPARE(BondingDriver::setUp(u"eth0"_s, false), 0);
    QCOMPARE(BondingDriver::setUp(u"eth1"_s, false), 0);
    QCOMPARE(BondingDriver::write(bond, u"slaves"_s, u"+eth0"_s), 0);
    QCOMPARE(BondingDriver::write(bond, u"slaves"_s, u"+eth1"_s), 0);
    QCOMPARE(lab::text(u"/sys/class/net/eth0/bonding_slave/queue_id"_s), findOption(u"queue_id")->defaultValue);
    QCOMPARE(BondingDriver::write(bond, u"queue_id"_s, u"eth0:16"_s), 0);
    QCOMPARE(lab::text(u"/sys/class/net/eth0/bonding_slave/queue_id"_s), u"16"_s);
    // As many as the driver has tx_queues; 16 unless it was loaded otherwise.
    QCOMPARE(BondingDriver::write(bond, u"queue_id"_s, u"eth0:17"_s), EPERM);
    QCOMPARE(BondingDriver::write(bond, u"queue_id"_s, u"eth1:16"_s), EPERM);
    QCOMPARE(BondingDriver::write(bond, u"queue_id"_s, u"eth1:15"_s), 0);
    QCOMPARE(BondingDriver::write(bond, u"queue_id"_s, u"eth0:0"_s), 0);
    QCOMPARE(BondingDriver::write(bond, u"queue_id"_s, u"eth1:0"_s), 0);
    QCOMPARE(BondingDriver::write(bond, u"slaves"_s, u"-eth0"_s), 0);
    QCOMPARE(BondingDriver::write(bond, u"slaves"_s, u"-eth1"_s), 0);
}

void TestOptionTableDriver::priorities()
{
    const OptionSpec &spec = *findOption(u"prio");
    if (!isHere(spec))
        QSKIP("this kernel has no prio");
    for (int mode = 0; mode < 7; ++mode) {
        QCOMPARE(BondingDriver::setUp(u"eth0"_s, false), 0);
        QCOMPARE(BondingDriver::write(bondIn(mode), u"slaves"_s, u"+eth0"_s), 0);
        const bool isTaken = lab::run(
            u"ip"_s,
            {u"link"_s, u"set"_s, u"eth0"_s, u"type"_s, u"bond_slave"_s, u"prio"_s, QString::number(spec.maximum)});
        QCOMPARE(BondingDriver::write(bondIn(mode), u"slaves"_s, u"-eth0"_s), 0);
        QCOMPARE(isTaken, acceptsMode(spec, static_cast<Mode>(mode)));
    }
}

void TestOptionTableDriver::cleanupTestCase()
{
    for (int mode = 0; mode < 7 && lab::isGuest(); ++mode)
        QCOMPARE(BondingDriver::remove(bondIn(mode)), 0);
}

QTEST_GUILESS_MAIN(TestOptionTableDriver)
#include "tst_optiontabledriver.moc"
