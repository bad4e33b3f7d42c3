// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guesthost.h"

#include "helper/transaction/recordstore.h"
#include "helperlab.h"

#include <QDir>
#include <QElapsedTimer>
#include <QThread>

#include <csignal>
#include <ctime>
#include <sys/mount.h>

using namespace Qt::StringLiterals;

namespace bondwright::helper::test
{

namespace
{

const QString profileFolder = u"/etc/NetworkManager/system-connections/"_s;
const QString scriptFolder = u"/etc/sysconfig/network-scripts/"_s;
const QString stateFolder = u"/var/lib/bondwright/"_s;

constexpr std::array<const char *, GuestHost::faultCount> faultNames{
    "nothing",       "helper killed", "helper stopped", "watchdog killed", "helper and watchdog killed",
    "client killed", "NM killed",     "NM restarted",   "bus killed",      "polkitd killed",
    "disks full",    "foreign file",  "cable pulled",   "clock turned",    "second client"};

const QStringList secondClient{u"remove"_s, u"bond0"_s, u"--yes"_s, u"--no-wait"_s};

/// One routing entry without what a service chooses anew each time.
QString plainRoute(const QString &line)
{
    QStringList words = line.simplified().split(u' ');
    for (const QString &word : {u"metric"_s, u"proto"_s}) {
        if (const qsizetype at = words.indexOf(word); at >= 0)
            words.remove(at, 2);
    }
    words.removeAll(u"linkdown"_s);
    words.removeAll(u"onlink"_s);
    return u"route "_s + words.join(u' ');
}

QStringList linesOf(const QStringList &arguments)
{
    QByteArray output;
    GuestHost::run(u"ip"_s, arguments, &output);
    return QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
}

QByteArray oneLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

void addBondOptions(const QString &bond, QStringList *lines)
{
    // What the driver changes by itself is no option.
    const QStringList live{u"active_slave"_s, u"mii_status"_s,     u"ad_aggregator"_s,  u"ad_num_ports"_s,
                           u"ad_actor_key"_s, u"ad_partner_key"_s, u"ad_partner_mac"_s, u"slaves"_s};
    const QString folder = u"/sys/class/net/"_s + bond + u"/bonding/"_s;
    const bool isLacp = oneLine(folder + u"mode"_s).startsWith("802.3ad");
    for (const QString &option : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        // Of another mode the driver keeps what was set when the bond was in that one, and takes nothing new.
        const bool isOfOtherMode = !isLacp && (option.startsWith(u"lacp_") || option.startsWith(u"ad_"));
        if (live.contains(option) || isOfOtherMode)
            continue;
        QStringList words = QString::fromUtf8(oneLine(folder + option)).split(u' ');
        words.sort(); // queue_id names the ports in the order in which they came
        lines->append(u"%1 %2=%3"_s.arg(bond, option, words.join(u' ')));
    }
}

QStringList kernelState()
{
    QStringList lines;
    for (const QString &name : QDir(u"/sys/class/net"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString folder = u"/sys/class/net/"_s + name;
        const bool isBond = QDir(folder + u"/bonding"_s).exists();
        const bool isVlan = name.contains(u'.');
        if (!isBond && !isVlan && !name.startsWith(u"eth"))
            continue;
        const QString master = QFileInfo(folder + u"/master"_s).symLinkTarget().section(u'/', -1);
        const bool isUp = oneLine(folder + u"/flags"_s).toUInt(nullptr, 16) & 1;
        lines.append(u"link %1 up=%2 master=%3 mtu=%4 mac=%5"_s.arg(name).arg(isUp).arg(
            master, QString::fromUtf8(oneLine(folder + u"/mtu"_s)),
            isBond || isVlan || !master.isEmpty() ? u"of the bond"_s
                                                  : QString::fromUtf8(oneLine(folder + u"/address"_s))));
        if (isBond)
            addBondOptions(name, &lines);
    }
    for (const QString &line : linesOf({u"-o"_s, u"addr"_s, u"show"_s, u"scope"_s, u"global"_s})) {
        const QStringList words = line.simplified().split(u' ');
        // Where the kernel makes the route to the network it makes it again at each plug, even if there is another one.
        const QString unrouted = words.contains(u"noprefixroute"_s) ? u" noprefixroute"_s : QString();
        lines.append(u"address %1 %2"_s.arg(words.value(1), words.value(3)) + unrouted);
    }
    for (const QString &line : linesOf({u"-4"_s, u"route"_s, u"show"_s}))
        lines.append(plainRoute(line));
    lines.sort();
    return lines;
}

void startDetached(const QString &program, const QStringList &arguments)
{
    QProcess::startDetached(program, arguments);
}

} // namespace

QString differenceOf(const HostState &before, const HostState &now)
{
    QStringList lines;
    QStringList paths = before.files.keys() + now.files.keys();
    paths.removeDuplicates();
    for (const QString &path : paths) {
        if (before.files.value(path) != now.files.value(path)
            || before.files.contains(path) != now.files.contains(path))
            lines.append(u"file %1: %2"_s.arg(path,
                                              !now.files.contains(path)          ? u"gone"_s
                                                  : !before.files.contains(path) ? u"new"_s
                                                                                 : u"other content"_s));
    }
    QStringList missing = before.kernel;
    QStringList added = now.kernel;
    for (const QString &line : before.kernel) {
        if (added.removeOne(line))
            missing.removeOne(line);
    }
    for (const QString &line : missing)
        lines.append(u"- "_s + line);
    for (const QString &line : added)
        lines.append(u"+ "_s + line);
    return lines.join(u'\n');
}

GuestHost::GuestHost(Manager manager)
    : m_manager(manager)
    , m_configFolder(manager == Manager::NetworkService ? scriptFolder : profileFolder)
{
}

QStringList GuestHost::folders() const
{
    return {stateFolder, m_configFolder};
}

void GuestHost::prepare()
{
    for (const QString &folder : folders())
        QDir().mkpath(folder);
    QVERIFY(::mount("state", qPrintable(stateFolder), "tmpfs", 0, "size=4m,nr_inodes=4000,mode=0700") == 0);
    QVERIFY(::mount("config", qPrintable(m_configFolder), "tmpfs", 0, "size=1m,nr_inodes=400,mode=0755") == 0);
    // It neither runs nor is to start at boot: then the folders say for whom files are written.
    if (m_manager != Manager::NetworkManager)
        QFile::remove(u"/etc/systemd/system/multi-user.target.wants/NetworkManager.service"_s);
    HelperLab lab;
    if (m_manager == Manager::NetworkManager)
        lab.makeProfiles();
    else if (m_manager == Manager::NetworkService)
        lab.makeIfcfgHost();
    else
        lab.makeAddresses();
}

void GuestHost::giveAddresses()
{
    HelperLab lab;
    lab.makeAddresses();
}

BondPlan GuestHost::basePlan()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = Mode::ActiveBackup;
    plan.options.insert(u"miimon"_s, u"100"_s);
    plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth1"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.10/24"_s};
    plan.ipv4.gateway = u"192.0.2.254"_s;
    return plan;
}

QString GuestHost::planFile(const BondPlan &plan)
{
    const QString path = u"/root/plan.json"_s;
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(planToJson(plan));
    return path;
}

bool GuestHost::hasBond()
{
    return QFile::exists(u"/sys/class/net/bond0/bonding/mode"_s);
}

HostState GuestHost::settledState()
{
    HostState last = state();
    for (int calm = 0; calm < 4;) {
        QThread::msleep(500);
        const HostState now = state();
        calm = now == last ? calm + 1 : 0;
        last = now;
    }
    return last;
}

HostState GuestHost::state()
{
    return {HelperLab::files(), kernelState()};
}

QByteArray GuestHost::everything()
{
    const QString script = u"ip -d address; ip route; ip neigh; cat /proc/net/bonding/*; ip -n switch neigh;"
                           "bridge -n switch fdb show; timeout 5 nmcli -f all device; timeout 5 nmcli connection;"
                           "ps ax -o pid,lstart,args | grep -e Network -e bondwright -e dbus"_s;
    QByteArray text;
    run(u"sh"_s, {u"-c"_s, script}, &text);
    return text;
}

TransactionState GuestHost::pendingState(QString *id)
{
    const auto record = RecordStore(Environment()).load();
    if (!record || !*record)
        return TransactionState::None;
    if (id)
        *id = (*record)->transaction.id;
    return (*record)->transaction.state;
}

Transaction GuestHost::lastTransaction()
{
    const auto record = RecordStore(Environment()).lastFinished();
    return record ? record->transaction : Transaction{};
}

bool GuestHost::waitFor(const std::function<bool()> &condition, int seconds)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (!condition()) {
        if (elapsed.elapsed() > qint64(seconds) * 1000)
            return false;
        QThread::msleep(200);
    }
    return true;
}

int GuestHost::run(const QString &program, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(300'000)) // of a busy machine
        process.kill();
    process.waitForFinished(5'000);
    if (output)
        *output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

int GuestHost::bondctl(const QStringList &arguments, QByteArray *output)
{
    return run(QStringLiteral(BONDCTL), arguments, output);
}

QByteArray GuestHost::faultName(Fault fault)
{
    return faultNames.at(size_t(fault));
}

void GuestHost::signalAll(const QList<qint64> &processes, int signal)
{
    for (const qint64 pid : processes)
        ::kill(pid_t(pid), signal);
}

QList<qint64> GuestHost::daemons(const QString &name)
{
    QList<qint64> found;
    for (const qint64 pid : HelperLab::processes(name)) {
        if (oneLine(u"/proc/%1/comm"_s.arg(pid)) == name.toLatin1())
            found.append(pid);
    }
    return found;
}

void GuestHost::startBus()
{
    QFile::remove(u"/run/dbus/pid"_s);
    run(u"dbus-daemon"_s, {u"--system"_s, u"--fork"_s});
    startDetached(u"/usr/lib/polkit-1/polkitd"_s, {u"--no-debug"_s});
}

void GuestHost::startNetworkManager()
{
    run(u"NetworkManager"_s, {});
    run(u"nm-online"_s, {u"-s"_s, u"-q"_s, u"-t"_s, u"60"_s});
}

QList<GuestHost::Fault> GuestHost::faults() const
{
    QList<Fault> possible;
    for (int fault = 1; fault < faultCount; ++fault) {
        const bool isOfManager
            = Fault(fault) == Fault::KillNetworkManager || Fault(fault) == Fault::RestartNetworkManager;
        if (!isOfManager || m_manager == Manager::NetworkManager)
            possible.append(Fault(fault));
    }
    return possible;
}

void GuestHost::fillDisks() const
{
    for (const QString &folder : folders()) {
        QFile filler(folder + u".filler"_s);
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            continue;
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
    }
}

void GuestHost::makeRoom() const
{
    for (const QString &folder : folders())
        QFile::remove(folder + u".filler"_s);
}

/// What systemd, which is not here, does with a helper whose heartbeat is missing (WatchdogSec=), where our own watchdog is dead too.
void GuestHost::endStoppedHelperLater()
{
    QStringList pids;
    for (const qint64 pid : HelperLab::helpers())
        pids.append(QString::number(pid));
    const QString script
        = u"sleep 60; for pid; do grep -qs '^State:.T' /proc/$pid/status && kill -9 $pid && ended=1; done; "
          "[ -z \"$ended\" ] || exec \"$0\" status"_s;
    startDetached(u"sh"_s, QStringList{u"-c"_s, script, QStringLiteral(BONDCTL)} + pids);
}

void GuestHost::strike(Fault fault, QProcess *client)
{
    const QList<qint64> watchdogs = HelperLab::processes(u"bondwright-helper --watchdog"_s);
    switch (fault) {
    case Fault::None:
        return;
    case Fault::KillHelper:
        return signalAll(HelperLab::helpers(), SIGKILL);
    case Fault::StopHelper:
        signalAll(HelperLab::helpers(), SIGSTOP);
        return endStoppedHelperLater();
    case Fault::KillWatchdog:
        return signalAll(watchdogs, SIGKILL);
    case Fault::KillBoth:
        signalAll(HelperLab::helpers() + watchdogs, SIGKILL);
        startDetached(QStringLiteral(BONDCTL), {u"status"_s}); // what systemd does with its unit, which is not here
        return;
    case Fault::KillClient:
        return client->kill();
    case Fault::KillNetworkManager:
    case Fault::RestartNetworkManager:
        m_killedNetworkManager = true;
        signalAll(daemons(u"NetworkManager"_s), SIGKILL);
        if (fault == Fault::RestartNetworkManager)
            startDetached(u"NetworkManager"_s, {});
        return;
    case Fault::KillBus:
        m_killedNetworkManager = m_manager == Manager::NetworkManager;
        signalAll(daemons(u"dbus-daemon"_s), SIGKILL);
        waitFor([] { return HelperLab::helpers().isEmpty(); }, 10);
        startBus();
        signalAll(daemons(u"NetworkManager"_s), SIGKILL); // without its bus it never answers again
        startDetached(QStringLiteral(BONDCTL), {u"status"_s});
        return;
    case Fault::KillPolkit:
        return signalAll(daemons(u"polkitd"_s), SIGKILL);
    case Fault::FillDisk:
        return fillDisks();
    case Fault::EditForeignFile: {
        m_foreignFile = m_manager == Manager::NetworkService
            ? std::pair(scriptFolder + u"ifcfg-elsewhere"_s, QByteArray("# an administrator's\nDEVICE=elsewhere\n"))
            : std::pair(profileFolder + u"elsewhere.nmconnection"_s,
                        QByteArray("# an administrator's\n[connection]\nid=x\n"));
        QFile file(m_foreignFile.first);
        const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
            && file.write(m_foreignFile.second) == m_foreignFile.second.size();
        if (!isWritten) { // its disk is full
            file.remove();
            m_foreignFile = {};
        }
        return;
    }
    case Fault::PullCable:
        m_pulledCable = true;
        run(u"pull"_s, {u"1"_s});
        return;
    case Fault::TurnClock: {
        timespec now{};
        ::clock_gettime(CLOCK_REALTIME, &now);
        now.tv_sec += 7200;
        ::clock_settime(CLOCK_REALTIME, &now);
        return;
    }
    case Fault::SecondClient:
        startDetached(QStringLiteral(BONDCTL), secondClient);
        return;
    }
}

void GuestHost::endSecondClient()
{
    signalAll(HelperLab::processes(secondClient.join(u' ')), SIGKILL);
    (void)bondctl({u"status"_s}); // answered after what it had asked for
    QString id;
    if (pendingState(&id) == TransactionState::None)
        return;
    waitFor([] { return pendingState() == TransactionState::AwaitingConfirm; }, 90);
    (void)bondctl({u"rollback"_s, id});
    waitFor([] { return pendingState() == TransactionState::None; }, 90);
}

void GuestHost::heal()
{
    makeRoom();
    if (m_pulledCable)
        run(u"plug"_s, {u"1"_s});
    if (!m_foreignFile.first.isEmpty())
        QFile::remove(m_foreignFile.first);
    if (daemons(u"dbus-daemon"_s).isEmpty())
        startBus();
    if (daemons(u"polkitd"_s).isEmpty())
        startDetached(u"/usr/lib/polkit-1/polkitd"_s, {u"--no-debug"_s});
    if (m_manager == Manager::NetworkManager && daemons(u"NetworkManager"_s).isEmpty())
        startNetworkManager();
    m_killedNetworkManager = false;
    m_pulledCable = false;
    m_foreignFile = {};
}

QStringList GuestHost::leftovers() const
{
    QStringList found;
    for (const QString &name : QDir(m_configFolder).entryList(QDir::Files | QDir::Hidden)) {
        if (name.startsWith(u".bondwright"))
            found.append(m_configFolder + name);
    }
    for (const QString &name : {u"transaction.json"_s, u"transaction.copy"_s}) {
        if (QFile::exists(stateFolder + name))
            found.append(stateFolder + name);
    }
    found += QDir(stateFolder + u"transactions"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const qint64 pid : HelperLab::processes(u"bondwright-helper --"_s))
        found.append(QString::fromUtf8(oneLine(u"/proc/%1/cmdline"_s.arg(pid)).replace('\0', ' ')));
    if (m_manager != Manager::NetworkManager)
        return found;
    QByteArray checkpoints;
    run(u"busctl"_s,
        {u"get-property"_s, u"org.freedesktop.NetworkManager"_s, u"/org/freedesktop/NetworkManager"_s,
         u"org.freedesktop.NetworkManager"_s, u"Checkpoints"_s},
        &checkpoints);
    if (checkpoints.contains('/'))
        found.append(u"checkpoint "_s + QString::fromUtf8(checkpoints.trimmed()));
    return found;
}

} // namespace bondwright::helper::test
