// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/changebench.h"

#include "domain/options.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "helper/ifcfg/ifcfgactivator.h"
#include "helper/nm/nmactivator.h"
#include "helper/runtimeonly/runtimeactivator.h"
#include "helper/transaction/restored.h"
#include "kernel/planverifier.h"
#include "kernel/runningplan.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <filesystem>

#include <dirent.h>
#include <linux/rtnetlink.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bondwright::tests
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace helper;

namespace
{

/// Where there is memory to write to: thousands of hosts are made.
QString folderPattern()
{
    return (QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath()) + u"/bondwright-XXXXXX"_s;
}

QByteArray describe(const QByteArray &path)
{
    struct stat state {
    };
    if (::lstat(path.constData(), &state) != 0)
        return "?";
    QByteArray text = QByteArray::number(state.st_mode, 8) + ' ';
    if (S_ISLNK(state.st_mode)) {
        QByteArray target(4096, '\0');
        target.resize(std::max<ssize_t>(0, ::readlink(path.constData(), target.data(), size_t(target.size()))));
        return text + target;
    }
    if (!S_ISREG(state.st_mode))
        return text;
    QFile file(QFile::decodeName(path));
    return text + (file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable"));
}

void collect(const QByteArray &folder, const QByteArray &below, QMap<QByteArray, QByteArray> *tree)
{
    // The names as they are: Qt passes over those that are no UTF-8.
    DIR *directory = ::opendir(folder.constData());
    while (const dirent *entry = directory ? ::readdir(directory) : nullptr) {
        const QByteArray name = entry->d_name;
        const QByteArray path = folder + '/' + name;
        if (name == "." || name == ".." || below + '/' + name == "/var/lib/bondwright")
            continue;
        const QByteArray text = describe(path);
        if (text.startsWith("4")) // a folder; that the helper makes one to put a file in is no difference
            collect(path, below + '/' + name, tree);
        else
            tree->insert(below + '/' + name, text);
    }
    if (directory)
        ::closedir(directory);
}

} // namespace

ChangeBench::ChangeBench(Backend backend)
    : m_folder(folderPattern())
    , manager(m_folder.path(), network)
    , m_backend(backend)
    , m_source(network)
    , m_planner(environment(), m_source, [this] { return m_backend == Backend::NetworkManager && manager.isRunning; })
{
    m_folder.setAutoRemove(false);
}

ChangeBench::~ChangeBench()
{
    // QTemporaryDir does not get rid of names that are no UTF-8.
    std::error_code ignored;
    std::filesystem::remove_all(root().toStdString(), ignored);
}

Environment ChangeBench::environment() const
{
    Environment environment;
    environment.root = m_folder.path();
    return environment;
}

void ChangeBench::write(const QString &path, const QByteArray &text, quint32 mode) const
{
    const QString full = root() + path;
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(full));
    file.write(text);
    file.close();
    ::chmod(full.toUtf8().constData(), mode);
}

void ChangeBench::addUsualHost()
{
    network.addNic(u"eth0"_s, {u"192.0.2.10/24"_s});
    network.addNic(u"eth1"_s, {u"198.51.100.11/24"_s});
    network.addNic(u"eth2"_s);
    network.addNic(u"eth10"_s);
    network.routes.append({IpNetwork::any(IpAddress::Family::V4),
                           {IpAddress::fromString(u"192.0.2.254"_s), u"eth0"_s},
                           100,
                           RTPROT_STATIC});
    if (m_backend == Backend::NetworkManager) {
        const auto profile = [this](const QByteArray &nic, const QByteArray &uuid, const QByteArray &address) {
            write(u"/etc/NetworkManager/system-connections/"_s + QString::fromUtf8(nic) + u".nmconnection"_s,
                  "[connection]\nid=" + nic + "\nuuid=" + uuid + "\ntype=ethernet\ninterface-name=" + nic
                      + "\n\n[ipv4]\nmethod=manual\naddress1=" + address + "\n");
        };
        profile("eth0", "11111111-1111-4111-8111-111111111111", "192.0.2.10/24,192.0.2.254");
        profile("eth1", "22222222-2222-4222-8222-222222222222", "198.51.100.11/24");
        manager.reload();
        (void)manager.activate(u"11111111-1111-4111-8111-111111111111"_s, u"eth0"_s);
        (void)manager.activate(u"22222222-2222-4222-8222-222222222222"_s, u"eth1"_s);
    }
    if (m_backend == Backend::Ifcfg) {
        write(u"/etc/redhat-release"_s, "CentOS release 6.10 (Final)\n", 0644);
        write(u"/etc/rc.d/init.d/network"_s, "#!/bin/sh\n", 0755);
        write(u"/etc/rc.d/rc3.d/S10network"_s, "", 0755);
        const QString folder = u"/etc/sysconfig/network-scripts/"_s;
        write(folder + u"ifup-eth"_s, "#!/bin/sh\n", 0755);
        write(folder + u"ifcfg-eth0"_s,
              "DEVICE=eth0\nBOOTPROTO=none\nONBOOT=yes\nIPADDR=192.0.2.10\nPREFIX=24\nGATEWAY=192.0.2.254\n", 0644);
        write(folder + u"ifcfg-eth1"_s, "DEVICE=eth1\nBOOTPROTO=none\nONBOOT=yes\nIPADDR=198.51.100.11\nPREFIX=24\n",
              0644);
    }
    m_source.refresh();
}

BondPlan ChangeBench::plan(const QStringList &nics)
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = Mode::ActiveBackup;
    plan.options = {{u"miimon"_s, u"100"_s}};
    for (const QString &nic : nics)
        plan.slaves.append({nic, {}, {}, {}});
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.10/24"_s};
    plan.ipv4.gateway = u"192.0.2.254"_s;
    return plan;
}

QMap<QByteArray, QByteArray> ChangeBench::tree() const
{
    QMap<QByteArray, QByteArray> tree;
    collect(root().toUtf8(), {}, &tree);
    return tree;
}

Result<PlannedChange> ChangeBench::work(const BondPlan &plan) const
{
    auto work = m_planner.forApply(plan, m_backend);
    if (work)
        (void)m_planner.preview(*work);
    return work;
}

Result<void> ChangeBench::wait(const std::function<void(Done)> &call) const
{
    std::optional<Result<void>> answer;
    int answers = 0;
    QEventLoop loop;
    call([&answer, &answers, &loop](const Result<void> &result) {
        answer = result;
        ++answers;
        loop.quit();
    });
    QTimer::singleShot(60s, &loop, &QEventLoop::quit);
    if (!answer)
        loop.exec();
    if (!answer)
        return fail(u"test.no-answer"_s, u"The activator never answered."_s);
    return answers == 1 ? *answer : fail(u"test.answers"_s, u"The activator answered more than once."_s);
}

std::unique_ptr<Activator> ChangeBench::makeActivator()
{
    if (m_backend == Backend::NetworkManager)
        return std::make_unique<NmActivator>(environment(), manager.session(), m_source, network, 400ms);
    if (m_backend == Backend::Ifcfg)
        return std::make_unique<IfcfgActivator>(
            m_source, network, [this](QObject *context, const QString &program, const QString &interface, Done done) {
                QTimer::singleShot(0, context,
                                   [this, program, interface, done] { done(runScript(program, interface)); });
            });
    return std::make_unique<RuntimeActivator>(m_source, network);
}

Result<void> ChangeBench::apply(const PlannedChange &work)
{
    m_record = {};
    m_record.backend = work.backend;
    m_record.before = work.before;
    m_record.after = work.after;
    m_record.paths = work.paths();
    m_record.runtime = network.capture(work.interfaces()).value();
    for (const QString &name : work.interfaces()) {
        if (const kernel::BondState *bond = m_source.snapshot().bondByName(name))
            m_record.running.append(kernel::runningPlan(*bond, m_source.snapshot()));
    }
    m_activator = makeActivator();
    const auto prepared = wait([this](const Done &done) {
        m_activator->prepare(m_record, [this, done](const Result<QJsonObject> &memo) {
            m_record.activatorMemo = memo.value_or(QJsonObject());
            done(memo.map([](const QJsonObject &) {}));
        });
    });
    if (!prepared)
        return prepared;
    formats::TransactionOptions options;
    options.root = root();
    auto files = formats::FileTransaction::prepare(work.changes, options);
    if (!files)
        return tl::unexpected(files.error());
    m_files.emplace(std::move(*files));
    if (const auto written = m_files->write(); !written)
        return written;
    const auto activated = wait([this](const Done &done) { m_activator->activate(m_record, done); });
    m_source.refresh();
    return activated;
}

void ChangeBench::confirm()
{
    (void)m_files->commit();
    m_files.reset();
    (void)wait([this](const Done &done) { m_activator->commit(m_record, done); });
}

bool ChangeBench::extendByAnotherProcess()
{
    m_activator = makeActivator();
    m_activator->extend(m_record);
    return QTest::qWaitFor([this] { return manager.calls.contains(u"extendCheckpoint"_s); });
}

QStringList ChangeBench::notAsBefore()
{
    m_source.refresh();
    const auto now = network.capture(m_record.runtime.links.keys()).value();
    QStringList found = runtime::missing(m_record.runtime, now)
        + runtime::describe(runtime::surplus(m_record.runtime, now, m_record.after));
    for (const QString &link : newLinksOf(m_record)) {
        if (network.links.contains(link))
            found.append(link + u" is still there"_s);
    }
    for (const BondPlan &plan : m_record.running)
        found += differences(plan);
    return found;
}

QStringList ChangeBench::back()
{
    QStringList found;
    if (m_files) {
        const auto report = m_files->rollback();
        found = report ? report->leftAlone : QStringList{report.error().message};
        m_files.reset();
    }
    m_source.refresh();
    const auto restored = wait([this](const Done &done) { m_activator->restore(m_record, done); });
    if (!restored && restored.error().code.startsWith(u"test."))
        return {restored.error().message};
    // As the transactor does with a backend that comes back, and with what it has not brought back.
    for (int tries = 0; tries < 2; ++tries) {
        while (!m_activator->hasComeBack() && m_activator->isComingBack())
            QTest::qWait(2);
        if (!m_activator->hasComeBack())
            break;
        (void)wait([this](const Done &done) { m_activator->restore(m_record, done); });
    }
    for (int tries = 0; tries < 2 && !notAsBefore().isEmpty(); ++tries)
        (void)restoreByNetlink(m_record, m_source, network);
    return found + notAsBefore();
}

QStringList ChangeBench::differences(const BondPlan &plan)
{
    m_source.refresh();
    QStringList found;
    for (const kernel::Difference &difference : kernel::verifyPlan(plan, m_source.snapshot()))
        found.append(difference.message);
    return found;
}

/// What ifup and ifdown do, as far as a FakeNetwork knows of it.
Result<void> ChangeBench::runScript(const QString &program, const QString &interface)
{
    scripts.append(program + u' ' + interface);
    if (failingScripts.contains(scripts.constLast()))
        return fail(u"helper.failed"_s, scripts.constLast() + u" failed"_s);
    const formats::ifcfg::IfcfgFormat format(formats::ifcfg::Dialect::forRelease(6, {}).value());
    const auto snapshot = formats::takeSnapshot(root(), format);
    const formats::Reading reading = snapshot ? format.read(*snapshot) : formats::Reading{};
    const auto found = std::find_if(reading.bonds.cbegin(), reading.bonds.cend(),
                                    [&](const formats::FoundBond &bond) { return bond.plan.name == interface; });
    if (program == u"ifdown") {
        for (const QString &port : network.portsOf(interface))
            (void)network.setMaster(port, {});
        if (network.links.contains(interface))
            network.links[interface].addresses.clear();
        (void)network.setUp(interface, false);
        return {};
    }
    if (found == reading.bonds.cend()) {
        if (interface == u"eth0" || interface == u"eth1") {
            (void)network.setUp(interface, true);
            (void)network.addAddress(
                interface, *IpNetwork::fromString(interface == u"eth0" ? u"192.0.2.10/24" : u"198.51.100.11/24"),
                runtime::PrefixRoute::ByKernel);
        }
        if (interface == u"eth0")
            (void)network.addRoute(
                {IpNetwork::any(IpAddress::Family::V4), {IpAddress::fromString(u"192.0.2.254"_s), u"eth0"_s}});
        return {};
    }
    BondOptions options = found->plan.options.canonical();
    const QString primary = options.take(u"primary"_s);
    options.insert(u"mode"_s, kernelName(found->plan.mode));
    if (const auto made = network.addBond(interface, options); !made)
        return made;
    for (const SlavePlan &slave : found->plan.slaves) {
        if (network.links.contains(slave.name))
            network.links[slave.name].addresses.clear();
        if (const auto attached = network.setMaster(slave.name, interface); !attached)
            return attached;
    }
    if (!primary.isEmpty())
        (void)network.setBondOptions(interface, {{u"primary"_s, primary}});
    (void)network.setUp(interface, true);
    network.links[interface].mtu = found->plan.mtu.value_or(1500);
    network.links[interface].addresses = found->plan.ipv4.networks();
    if (const auto &gateway = found->plan.ipv4.gateway.value())
        (void)network.addRoute({IpNetwork::any(gateway->family()), {gateway, interface}});
    return {};
}

} // namespace bondwright::tests
