// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace bondwright::helper::test
{

namespace
{

const QString profileFolder = u"/etc/NetworkManager/system-connections/"_s;

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
    QVERIFY(waitFor(
        [this] {
            const kernel::NicState *eth0 = kernel().nicByName(u"eth0");
            const kernel::NicState *eth1 = kernel().nicByName(u"eth1");
            return eth0 && eth0->carriesDefaultRoute && eth1 && eth1->addresses.contains(u"198.51.100.11/24"_s);
        },
        30));
    QVERIFY(waitFor([] { return ping(u"192.0.2.254"_s); }, 10));
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
        120);
    return transaction;
}

Transaction HelperLab::apply(const BondPlan &plan, const ApplyOptions &options)
{
    m_ticket = ask<Ticket>([&](auto done) { m_client.apply(newRequest(), plan, options, nullptr, std::move(done)); });
    return rest();
}

Transaction HelperLab::remove(const QString &bond)
{
    m_ticket = ask<Ticket>(
        [&](auto done) { m_client.remove(newRequest(), bond, options(60, true), nullptr, std::move(done)); });
    return rest();
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

QMap<QString, QByteArray> HelperLab::files()
{
    QMap<QString, QByteArray> all;
    for (const QFileInfo &info : QDir(profileFolder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all.insert(info.filePath(), file.readAll());
    }
    return all;
}

QStringList HelperLab::runtime() const
{
    QStringList lines;
    for (const kernel::NicState &nic : kernel().nics) {
        QStringList addresses;
        for (const QString &address : nic.addresses) {
            if (!address.startsWith(u"fe80"))
                addresses.append(address);
        }
        if (nic.name.startsWith(u"eth") || nic.kind == u"bond")
            lines.append(u"%1 %2 up=%3 master=%4 default=%5 [%6]"_s.arg(nic.name, nic.mac)
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
    process.waitForFinished(60'000);
    const QByteArray text = process.readAll();
    if (output)
        *output = text;
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

bool HelperLab::ping(const QString &target)
{
    return run(u"ping"_s, {u"-c"_s, u"1"_s, u"-W"_s, u"1"_s, target}) == 0;
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
