// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplehost.h"
#include "fakehelperclient.h"
#include "i18n/language.h"

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

constexpr qint64 someTime = 1'000'000'000;

kernel::NicState sampleNic(int ifindex, const QString &name, bool carrier = true)
{
    kernel::NicState nic;
    nic.ifindex = ifindex;
    nic.name = name;
    nic.kind = InterfaceKind::Physical;
    nic.driver = ifindex % 2 == 0 ? u"ixgbe"_s : u"igb"_s;
    nic.busAddress = u"0000:%1:00.%2"_s.arg(3 + ifindex / 2, 2, 16, QLatin1Char('0')).arg(ifindex % 2);
    nic.permanentMac = nic.mac = MacAddress::fromString(u"52:54:00:12:34:%1"_s.arg(ifindex, 2, 16, QLatin1Char('0')));
    if (carrier)
        nic.speedMbps = 10'000;
    nic.duplex = carrier ? Duplex::Full : Duplex::Unknown;
    nic.adminUp = true;
    nic.carrier = carrier;
    nic.mtu = 1500;
    nic.maxMtu = 9710;
    return nic;
}

kernel::SlaveState slave(const kernel::NicState &nic, bool active)
{
    kernel::SlaveState state;
    state.ifindex = nic.ifindex;
    state.name = nic.name;
    state.active = active;
    state.mii = nic.carrier ? kernel::MiiStatus::Up : kernel::MiiStatus::Down;
    state.permanentMac = nic.permanentMac;
    state.queueId = 0;
    return state;
}

void addBond(kernel::Snapshot *host, int ifindex, const QString &name, Mode mode, const QList<int> &slaves,
             const QString &address)
{
    kernel::NicState nic = sampleNic(ifindex, name);
    nic.kind = InterfaceKind::Bond;
    nic.driver = u"bonding"_s;
    nic.busAddress.clear();
    nic.addresses = {address};
    kernel::BondState bond;
    bond.ifindex = ifindex;
    bond.name = name;
    bond.mode = mode;
    bond.miiUp = true;
    bond.options = {{u"miimon"_s, u"100"_s}, {u"downdelay"_s, u"0"_s}, {u"updelay"_s, u"200"_s}};
    const bool isLacp = mode == Mode::Ieee8023ad;
    if (isLacp)
        bond.ad = kernel::AdInfo{1, 2, 15, 9, MacAddress::fromString(u"00:1c:73:aa:bb:cc")};
    for (const int index : slaves) {
        kernel::NicState &port = host->nics[index];
        port.masterIndex = ifindex;
        port.mac = host->nics[slaves.constFirst()].permanentMac;
        kernel::SlaveState state = slave(port, isLacp || index == slaves.constFirst());
        if (isLacp) {
            state.aggregatorId = 1;
            state.actorPortState = 0x3d;
            state.partnerPortState = 0x3d;
        }
        bond.slaves.append(state);
    }
    if (!isLacp)
        bond.activeSlave = slaves.constFirst();
    nic.mac = host->nics[slaves.constFirst()].permanentMac;
    host->nics.insert(ifindex, nic);
    host->bonds.insert(ifindex, bond);
}

} // namespace

kernel::Snapshot hostWithoutBond()
{
    kernel::Snapshot host;
    host.monotonicNs = someTime;
    host.kernelRelease = u"6.1.0-28-amd64"_s;
    host.bondingDriver = true;
    for (int at = 0; at < 6; ++at)
        host.nics.insert(2 + at, sampleNic(2 + at, u"eth%1"_s.arg(at)));
    host.nics[2].addresses = {u"192.168.1.11/24"_s, u"fe80::5054:ff:fe12:3402/64"_s};
    host.nics[2].carriesDefaultRoute = true;
    host.nics[2].gateway = IpAddress::fromString(u"192.168.1.1");
    kernel::NicState wireless = sampleNic(9, u"wlan0"_s);
    wireless.kind = InterfaceKind::Wireless;
    wireless.driver = u"iwlwifi"_s;
    host.nics.insert(9, wireless);
    kernel::NicState loopback = sampleNic(1, u"lo"_s);
    loopback.kind = InterfaceKind::Loopback;
    loopback.addresses = {u"127.0.0.1/8"_s};
    host.nics.insert(1, loopback);
    return host;
}

kernel::Snapshot hostWithBonds()
{
    kernel::Snapshot host = hostWithoutBond();
    addBond(&host, 20, u"bond0"_s, Mode::ActiveBackup, {4, 5}, u"10.0.0.5/24"_s);
    addBond(&host, 21, u"bond1"_s, Mode::Ieee8023ad, {6, 7}, u"10.0.1.5/24"_s);
    return host;
}

kernel::Snapshot hostWithDeadLink()
{
    kernel::Snapshot host = hostWithBonds();
    kernel::NicState &dead = host.nics[5];
    dead.carrier = false;
    dead.speedMbps.reset();
    dead.duplex = Duplex::Unknown;
    dead.carrierDownCount = 3;
    kernel::SlaveState &slaveState = host.bonds[20].slaves[1];
    slaveState.mii = kernel::MiiStatus::Down;
    slaveState.linkFailures = 3;
    return host;
}

kernel::Snapshot hostWithManyNics(int count)
{
    kernel::Snapshot host = hostWithBonds();
    for (int at = 0; at < count; ++at)
        host.nics.insert(1000 + at, sampleNic(1000 + at, u"port%1"_s.arg(at), at % 3 != 0));
    return host;
}

kernel::Snapshot crowdedHost()
{
    kernel::Snapshot host;
    host.monotonicNs = someTime;
    host.kernelRelease = u"6.1.0-28-amd64"_s;
    host.bondingDriver = true;
    QList<int> ports;
    for (int slot = 0; slot < 10; ++slot) {
        for (int function = 0; function < 4; ++function) {
            const int ifindex = 2 + slot * 4 + function;
            kernel::NicState nic
                = sampleNic(ifindex, u"enp%1s0f%2np%2"_s.arg(129 + slot).arg(function), ifindex % 7 != 0);
            nic.driver = slot % 2 == 0 ? u"mlx5_core"_s : u"ice"_s;
            nic.busAddress = u"0000:%1:00.%2"_s.arg(129 + slot, 2, 16, QLatin1Char('0')).arg(function);
            host.nics.insert(ifindex, nic);
            ports.append(ifindex);
        }
    }
    host.nics[41].addresses = {u"192.168.1.11/24"_s};
    host.nics[41].carriesDefaultRoute = true;
    host.nics[41].gateway = IpAddress::fromString(u"192.168.1.1");
    for (int bond = 0; bond < 12; ++bond) {
        const QString name = bond < 10 ? u"bond%1"_s.arg(bond) : u"bond-storage%1"_s.arg(bond, 3, 10, QLatin1Char('0'));
        const Mode mode = bond % 3 == 1 ? Mode::Ieee8023ad : Mode::ActiveBackup;
        addBond(&host, 100 + bond, name, mode, ports.mid(bond * 3, 3), u"10.0.%1.5/24"_s.arg(bond));
    }
    return host;
}

void fillHelper(FakeHelperClient *helper)
{
    helper->caps.interfaceVersion = 1;
    helper->caps.helperVersion = u"0.1.0"_s;
    helper->caps.kernelRelease = u"6.1.0-28-amd64"_s;
    helper->caps.osName = u"Debian GNU/Linux 12 (bookworm)"_s;
    helper->caps.bondingDriver = true;
    helper->caps.networkManagerRunning = true;
    helper->caps.networkManagerVersion = u"1.42.4"_s;
    helper->caps.backends = {helper::Backend::NetworkManager, helper::Backend::RuntimeOnly};
    helper->caps.backendInCharge = helper::Backend::NetworkManager;

    BondPlan bond0;
    bond0.name = u"bond0"_s;
    bond0.mode = Mode::ActiveBackup;
    bond0.options = {{u"miimon"_s, u"100"_s}, {u"updelay"_s, u"200"_s}};
    bond0.slaves = {{u"eth2"_s, {}, {}, {}}, {u"eth3"_s, {}, {}, {}}};
    bond0.ipv4.method = IpMethod::Manual;
    bond0.ipv4.addresses = {u"10.0.0.5/24"_s};
    helper->config.plans = {bond0};
    const QString folder = u"/etc/NetworkManager/system-connections/"_s;
    const QString text = u"[connection]\nid=bond0\ntype=bond\ninterface-name=bond0\n\n[bond]\nmiimon=100\n"
                         "mode=active-backup\nupdelay=200\n\n[ipv4]\naddress1=10.0.0.5/24\nmethod=manual\n"_s;
    helper->config.filesOfBond.insert(u"bond0"_s, {{folder + u"bond0.nmconnection"_s, text, u"d0"_s}});

    helper::FileDiff fresh;
    fresh.path = folder + u"bond0.nmconnection"_s;
    fresh.newText = text;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        fresh.unified += u'+' + line + u'\n';
    helper::FileDiff changed;
    changed.path = folder + u"eth0.nmconnection"_s;
    changed.existed = true;
    changed.unified = u"@@ -1,8 +1,6 @@\n [connection]\n id=eth0\n-type=ethernet\n+type=ethernet\n+master=bond0\n"
                      "+slave-type=bond\n \n-[ipv4]\n-address1=192.168.1.11/24,192.168.1.1\n-method=manual\n"_s;
    helper->previewed.files = {fresh, changed};
    helper->previewed.interruptions = {i18n::currentLanguage() == u"zh_CN"
                                           ? u"默认路由经过 eth0：迁移期间连接会中断几秒。"_s
                                           : u"The default route runs over eth0: connections pause for a few seconds "
                                             "while it moves."_s};
    helper->previewed.digest = u"digest-1"_s;
    helper->previewed.backend = helper::Backend::NetworkManager;
    helper->saved = {{u"b2"_s, QDateTime({2026, 11, 22}, {14, 3}), u"apply bond0"_s, {fresh.path, changed.path}, true},
                     {u"b1"_s, QDateTime({2026, 11, 20}, {9, 41}), u"apply bond1"_s, {fresh.path}, false}};
}

} // namespace bondwright::ui
