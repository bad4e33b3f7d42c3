// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"

#include "kernel/planverifier.h"
#include "lab/guest.h"
#include "rehearsal/rehearsal.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace bondwright::helper::test
{

namespace
{

const QString scriptFolder = u"/etc/sysconfig/network-scripts/"_s;
const QString networkdFolder = u"/etc/systemd/network/"_s;
const QString profileFolder = u"/etc/NetworkManager/system-connections/"_s;

QStringList &watchedFolders()
{
    static QStringList folders{profileFolder, scriptFolder};
    return folders;
}

void put(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(text), qint64(text.size()));
}

void writeProfile(const QString &nic, const QByteArray &uuid, const QByteArray &ip)
{
    QFile file(profileFolder + nic + u".nmconnection"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.write("# kept by hand\n[connection]\nid=" + nic.toUtf8() + "\nuuid=" + uuid
               + "\ntype=ethernet\ninterface-name=" + nic.toUtf8() + "\n\n[ipv4]\nmethod=manual\n" + ip
               + "\n\n[ipv6]\nmethod=disabled\n");
}

} // namespace

HelperLab::HelperLab()
    : m_client(QDBusConnection::systemBus())
{
    m_kernel.start();
    QObject::connect(&m_client, &HelperClient::stepProgressed, &m_client, [](const StepProgress &step) {
        qInfo("%s: %s%s, %lld ms", qPrintable(step.step), qPrintable(step.text), step.finished ? ", finished" : "",
              static_cast<long long>(step.elapsedMs));
    });
}

void HelperLab::makeProfiles()
{
    QDir().mkpath(profileFolder);
    writeProfile(u"eth0"_s, "11111111-1111-4111-8111-111111111111", "address1=192.0.2.10/24,192.0.2.254");
    writeProfile(u"eth1"_s, "22222222-2222-4222-8222-222222222222", "address1=198.51.100.11/24");
    run(u"nmcli"_s, {u"connection"_s, u"reload"_s});
    waitForUsualNetwork();
}

void HelperLab::makeAddresses()
{
    for (const char *line : {"addr replace 192.0.2.10/24 brd + dev eth0", "link set eth0 up",
                             "addr replace 198.51.100.11/24 brd + dev eth1", "link set eth1 up",
                             "route replace default via 192.0.2.254 dev eth0"})
        QCOMPARE(run(u"ip"_s, QString::fromLatin1(line).split(u' ')), 0);
    QVERIFY(waitFor([] { return ping(u"192.0.2.254"_s); }, 30));
    QVERIFY(waitFor(
        [this] { return kernel().nicByName(u"eth1")->addresses.contains(*IpNetwork::fromString(u"198.51.100.11/24")); },
        10));
}

void HelperLab::makeIfcfgHost()
{
    QFile::remove(u"/etc/os-release"_s); // a link into /usr/lib
    put(u"/etc/os-release"_s, "NAME=\"CentOS Linux\"\nID=\"centos\"\nVERSION_ID=\"6\"\n");
    put(u"/etc/redhat-release"_s, "CentOS release 6.10 (Final)\n");
    put(u"/etc/rc.d/init.d/network"_s, "#!/bin/sh\n");
    put(u"/etc/rc.d/rc3.d/S10network"_s, "");
    put(scriptFolder + u"ifup-eth"_s, "#!/bin/sh\n");
    for (const QString &name : {u"ifup"_s, u"ifdown"_s}) {
        QFile::remove(u"/usr/sbin/"_s + name);
        QVERIFY(QFile::copy(QStringLiteral(SCRIPTS_DIR "/ifup"), u"/usr/sbin/"_s + name));
    }
    put(scriptFolder + u"ifcfg-eth0"_s,
        "# kept by hand\nDEVICE=eth0\nBOOTPROTO=none\nONBOOT=yes\nIPADDR=192.0.2.10\nNETMASK=255.255.255.0\n"
        "GATEWAY=192.0.2.254\n");
    put(scriptFolder + u"ifcfg-eth1"_s,
        "DEVICE=\"eth1\"\nBOOTPROTO=none\nONBOOT=\"yes\"\nIPADDR=198.51.100.11\nPREFIX=24\n");
    for (const QString &nic : {u"eth0"_s, u"eth1"_s})
        QCOMPARE(run(u"/usr/sbin/ifup"_s, {nic}), 0);
    QVERIFY(waitFor(
        [this] {
            const kernel::NicState *eth0 = kernel().nicByName(u"eth0");
            return eth0 && eth0->carriesDefaultRoute && eth0->carrier && kernel().nicByName(u"eth1")->carrier;
        },
        30));
    QVERIFY(waitFor([] { return ping(u"192.0.2.254"_s); }, 30));
}

void HelperLab::waitForUsualNetwork()
{
    QVERIFY(waitFor(
        [this] {
            const kernel::NicState *eth0 = kernel().nicByName(u"eth0");
            const kernel::NicState *eth1 = kernel().nicByName(u"eth1");
            return eth0 && eth0->carriesDefaultRoute && eth1
                && eth1->addresses.contains(*IpNetwork::fromString(u"198.51.100.11/24"));
        },
        60));
    QVERIFY(waitFor([] { return ping(u"192.0.2.254"_s); }, 30));
    // NetworkManager sets up the NICs without a profile too, in its own time.
    QStringList now;
    QElapsedTimer unchanged;
    QVERIFY(waitFor(
        [&] {
            if (const QStringList seen = runtime(); seen != now) {
                now = seen;
                unchanged.start();
            }
            return unchanged.hasExpired(1000);
        },
        30));
}

void HelperLab::makeNetworkdHost()
{
    watch(u"networkd"_s);
    put(networkdFolder + u"50-eth0.network"_s,
        "# kept by hand\n[Match]\nName=eth0\n\n[Network]\nAddress=192.0.2.10/24\nGateway=192.0.2.254\n"
        "LinkLocalAddressing=no\n");
    put(networkdFolder + u"50-eth1.network"_s,
        "[Match]\nName=eth1\n[Network]\nAddress=198.51.100.11/24\nLinkLocalAddressing=no\n");
    QCOMPARE(run(u"networkctl"_s, {u"reload"_s}), 0);
    waitForUsualNetwork();
}

void HelperLab::makeNetplanHost(const QByteArray &renderer)
{
    watch(u"netplan"_s);
    const QString path = u"/etc/netplan/50-hand.yaml"_s;
    put(path,
        "# kept by hand\nnetwork:\n  version: 2\n  renderer: " + renderer
            + "\n  ethernets:\n    eth0:\n      addresses: [192.0.2.10/24]\n"
              "      link-local: []\n      routes:\n      - to: 0.0.0.0/0\n        via: 192.0.2.254\n"
              "    eth1: {addresses: [198.51.100.11/24], link-local: []}\n");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(run(u"netplan"_s, {u"generate"_s}), 0);
    const bool isByManager = renderer == "NetworkManager";
    QCOMPARE(isByManager ? run(u"nmcli"_s, {u"connection"_s, u"reload"_s}) : run(u"networkctl"_s, {u"reload"_s}), 0);
    waitForUsualNetwork();
}

void HelperLab::makeIfupdownHost()
{
    watch(u"ifupdown"_s);
    put(u"/etc/network/interfaces"_s,
        "# kept by hand\nsource /etc/network/interfaces.d/*\nauto lo\niface lo inet loopback\n\nauto eth0\n"
        "iface eth0 inet static\n\taddress 192.0.2.10/24\n\tgateway 192.0.2.254\n\nauto eth1\n"
        "iface eth1 inet static\n\taddress 198.51.100.11/24\n");
    // Asks systemd each time whether resolved runs: dear here, and it never does.
    for (const QString &moment : {u"if-up.d"_s, u"if-down.d"_s})
        QFile::remove(u"/etc/network/%1/resolved"_s.arg(moment));
    // NetworkManager is not to start at boot here, and ifupdown is.
    QFile::remove(u"/etc/systemd/system/multi-user.target.wants/NetworkManager.service"_s);
    const QString started = u"/etc/systemd/system/network-online.target.wants/networking.service"_s;
    if (!QFileInfo::exists(started)) // the guest's systemd starts it
        put(started, "");
    QCOMPARE(run(u"ifup"_s, {u"eth0"_s, u"eth1"_s}), 0);
    waitForUsualNetwork();
}

std::unique_ptr<QProcess> HelperLab::serveDhcp()
{
    const QString conf = u"/root/udhcpd.conf"_s;
    put(conf,
        "start 192.0.2.100\nend 192.0.2.150\ninterface br0\nlease_file /root/leases\npidfile /run/udhcpd.pid\n"
        "opt subnet 255.255.255.0\nopt router 192.0.2.254\nopt lease 600\n");
    put(u"/root/leases"_s, {});
    auto server = std::make_unique<QProcess>();
    server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server->start(u"ip"_s, {u"netns"_s, u"exec"_s, u"switch"_s, u"busybox"_s, u"udhcpd"_s, u"-f"_s, conf});
    return server;
}

QString HelperLab::leaseOf(const QString &nic) const
{
    static const QRegularExpression fromTheServer(u"^192\\.0\\.2\\.1[0-9][0-9]/24$"_s);
    const kernel::NicState *state = kernel().nicByName(nic);
    return state ? state->addresses.toStrings().filter(fromTheServer).join(u' ') : QString();
}

BondPlan HelperLab::plan(Mode mode) const
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = mode;
    plan.options.insert(u"miimon"_s, u"100"_s);
    if (mode == Mode::Ieee8023ad)
        plan.options.insert(u"lacp_rate"_s, u"fast"_s);
    plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth1"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.10/24"_s};
    plan.ipv4.gateway = u"192.0.2.254"_s;
    return plan;
}

ApplyOptions HelperLab::options(int seconds, bool now)
{
    ApplyOptions options;
    options.confirmWithin = std::chrono::seconds(seconds);
    options.confirmNow = now;
    return options;
}

QString HelperLab::newRequest()
{
    return u"test-%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++m_requests);
}

Transaction HelperLab::current()
{
    const auto transaction = ask<Transaction>([this](auto done) { m_client.transaction(nullptr, std::move(done)); });
    return transaction.value_or(Transaction{});
}

Transaction HelperLab::rest()
{
    if (!m_ticket) {
        Transaction refused;
        refused.reason = m_ticket.error().code + u": "_s + m_ticket.error().message;
        return refused;
    }
    Transaction transaction;
    (void)waitFor(
        [&] {
            QTest::qWait(200);
            transaction = current();
            return transaction.state == TransactionState::AwaitingConfirm || transaction.state == TransactionState::Done
                || transaction.state == TransactionState::RolledBack || transaction.state == TransactionState::Failed;
        },
        240);
    return transaction;
}

Transaction HelperLab::apply(const BondPlan &plan, const ApplyOptions &options)
{
    m_ticket = ask<Ticket>([&](auto done) { m_client.apply(newRequest(), plan, options, nullptr, std::move(done)); });
    const Transaction applied = rest();
    if (m_rehearses)
        compareWithRehearsal(plan, applied);
    return applied;
}

void HelperLab::compareWithRehearsal(const BondPlan &plan, const Transaction &applied)
{
    const QByteArray text = planToJson(plan);
    if (m_rehearsed.contains(text))
        return;
    m_rehearsed.insert(text);
    rehearsal::Rehearsal rehearsal(plan, kernel::toHostFacts(kernel()), rehearsal::plannedSwitch(plan.mode));
    std::optional<rehearsal::Report> report;
    QObject::connect(&rehearsal, &rehearsal::Rehearsal::finished, &rehearsal,
                     [&report](const rehearsal::Report &finished) { report = finished; });
    rehearsal.start();
    QVERIFY(waitFor([&report] { return report.has_value(); }, 120));
    const bool works = applied.state == TransactionState::AwaitingConfirm || applied.state == TransactionState::Done;
    const QByteArray said = rehearsal::reportText(*report).toUtf8();
    // The driver took it and has it: how long a failover takes in a busy guest is another matter.
    const bool isAsPlanned
        = report->outcome != RehearsalOutcome::NotPossible && !report->refusal && report->differences.isEmpty();
    QVERIFY2(isAsPlanned == works,
             ("the rehearsal of " + text + " says: " + said + "; applied: " + why(applied)).constData());
}

Transaction HelperLab::remove(const QString &bond, const ApplyOptions &how)
{
    m_ticket = ask<Ticket>([&](auto done) { m_client.remove(newRequest(), bond, how, nullptr, std::move(done)); });
    return rest();
}

Transaction HelperLab::restore(const QString &backupId, const ApplyOptions &options)
{
    m_ticket
        = ask<Ticket>([&](auto done) { m_client.restore(newRequest(), backupId, options, nullptr, std::move(done)); });
    return rest();
}

Transaction HelperLab::confirm()
{
    const auto kept
        = ask<HelperClient::Nothing>([this](auto done) { m_client.confirm(*m_ticket, nullptr, std::move(done)); });
    if (!kept)
        qWarning("%s", qPrintable(kept.error().message));
    return waitForEnd(30);
}

Transaction HelperLab::rollBack()
{
    const auto begun
        = ask<HelperClient::Nothing>([this](auto done) { m_client.rollback(*m_ticket, nullptr, std::move(done)); });
    if (!begun)
        qWarning("%s", qPrintable(begun.error().message));
    return waitForEnd(90);
}

void HelperLab::verifyBack(const QMap<QString, QByteArray> &filesThen, const QStringList &runtimeThen, int seconds)
{
    QTest::qWait(50); // the kernel's messages so far, which a test that only watched files has not read yet
    const bool isBack = waitFor([&] { return files() == filesThen && runtime() == runtimeThen; }, seconds);
    QCOMPARE(files().keys(), filesThen.keys());
    QCOMPARE(files(), filesThen);
    QVERIFY2(isBack, qPrintable(u"now:\n"_s + runtime().join(u'\n') + u"\nthen:\n"_s + runtimeThen.join(u'\n')));
}

QList<qint64> HelperLab::helpers()
{
    QList<qint64> found = processes(u"libexec/bondwright-helper"_s);
    const QList<qint64> watchdogs = processes(u"--watchdog"_s);
    found.removeIf([&watchdogs](qint64 pid) { return watchdogs.contains(pid); });
    return found;
}

Transaction HelperLab::waitForEnd(int seconds)
{
    Transaction transaction;
    (void)waitFor(
        [&] {
            QTest::qWait(200);
            transaction = current();
            return transaction.state == TransactionState::Done || transaction.state == TransactionState::RolledBack
                || transaction.state == TransactionState::Failed;
        },
        seconds);
    return transaction;
}

QStringList HelperLab::notInForce(const BondPlan &plan)
{
    kernel::LocalKernelSource source;
    source.start();
    QStringList differences;
    for (const kernel::Difference &difference : kernel::verifyPlan(plan, source.snapshot()))
        differences.append(difference.message);
    return differences;
}

bool HelperLab::isPort(const QString &nic, const QString &bond) const
{
    const kernel::NicState *port = kernel().nicByName(nic);
    const kernel::NicState *master = kernel().nicByName(bond);
    return port && master && port->masterIndex == master->ifindex;
}

bool HelperLab::waitFor(std::function<bool()> condition, int seconds) const
{
    return QTest::qWaitFor(std::move(condition), seconds * 1000);
}

void HelperLab::watch(const QString &service)
{
    if (service == u"networkd")
        watchedFolders().append(networkdFolder);
    else if (service == u"netplan")
        watchedFolders().append(u"/etc/netplan/"_s);
    else
        watchedFolders() += {u"/etc/network/"_s, u"/etc/network/interfaces.d/"_s};
}

QMap<QString, QByteArray> HelperLab::files()
{
    QMap<QString, QByteArray> all;
    for (const QString &folder : watchedFolders()) {
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all.insert(info.filePath(), file.readAll());
        }
    }
    return all;
}

QStringList HelperLab::runtime() const
{
    QStringList lines;
    for (const kernel::NicState &nic : kernel().nics) {
        QStringList addresses;
        for (const IpNetwork &network : nic.addresses) {
            if (!network.address.isLinkLocal())
                addresses.append(network.toString());
        }
        if (nic.name.startsWith(u"eth") || nic.kind == InterfaceKind::Bond)
            lines.append(u"%1 %2 up=%3 master=%4 default=%5 [%6]"_s.arg(nic.name, nic.mac.toString())
                             .arg(nic.adminUp)
                             .arg(nic.masterIndex)
                             .arg(nic.carriesDefaultRoute)
                             .arg(addresses.join(u' ')));
    }
    return lines;
}

int HelperLab::run(const QString &program, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const int status = lab::endOf(process);
    if (output)
        *output = process.readAll();
    return status;
}

bool HelperLab::ping(const QString &target)
{
    return run(u"ping"_s, {u"-c"_s, u"1"_s, u"-W"_s, u"1"_s, target}) == 0;
}

QStringList HelperLab::checkpoints()
{
    auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.NetworkManager"_s, u"/org/freedesktop/NetworkManager"_s,
                                              u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << u"org.freedesktop.NetworkManager"_s << u"Checkpoints"_s;
    const QDBusReply<QDBusVariant> reply = QDBusConnection::systemBus().call(ask);
    QStringList paths;
    for (const auto &path : qdbus_cast<QList<QDBusObjectPath>>(reply.value().variant()))
        paths.append(path.path());
    return paths;
}

QList<qint64> HelperLab::processes(const QString &commandPart)
{
    QList<qint64> found;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const qint64 pid = entry.toLongLong(&isNumber);
        QFile file(u"/proc/%1/cmdline"_s.arg(entry));
        if (isNumber && file.open(QIODevice::ReadOnly)
            && QString::fromLocal8Bit(file.readAll()).replace(QChar(u'\0'), u' ').contains(commandPart))
            found.append(pid);
    }
    return found;
}

QByteArray why(const Transaction &transaction)
{
    return (QStringList{transactionStateName(transaction.state), transaction.reason} + transaction.differences
            + transaction.manualSteps)
        .join(QStringLiteral(" | "))
        .toUtf8();
}

} // namespace bondwright::helper::test
