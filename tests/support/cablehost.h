// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakekernelsource.h"
#include "posix/clock.h"

namespace bondwright
{

/// A host in memory: two or more slaves under one bond, whose cables a test pulls.
class CableHost final : public FakeKernelSource
{
    Q_OBJECT
public:
    explicit CableHost(Mode mode = Mode::ActiveBackup, int slaves = 2, QObject *parent = nullptr)
        : FakeKernelSource(parent)
    {
        using namespace Qt::StringLiterals;
        kernel::NicState bondNic;
        bondNic.ifindex = 10;
        bondNic.name = u"bond0"_s;
        bondNic.kind = InterfaceKind::Bond;
        bondNic.mac = MacAddress::fromString(u"52:54:00:00:00:01");
        bondNic.addresses = {u"192.0.2.1/24"_s};
        bondNic.gateway = IpAddress::fromString(u"192.0.2.254");
        bondNic.adminUp = bondNic.carrier = true;
        kernel::BondState bond;
        bond.ifindex = 10;
        bond.name = u"bond0"_s;
        bond.mode = mode;
        bond.miiUp = true;
        bond.options = {{u"miimon"_s, u"100"_s},
                        {u"updelay"_s, u"0"_s},
                        {u"downdelay"_s, u"0"_s},
                        {u"xmit_hash_policy"_s, u"layer2"_s}};
        for (int i = 0; i < slaves; ++i) {
            kernel::NicState nic;
            nic.ifindex = 2 + i;
            nic.name = u"eth%1"_s.arg(i);
            nic.kind = InterfaceKind::Physical;
            nic.driver = u"virtio_net"_s;
            nic.mac = nic.permanentMac
                = MacAddress::fromString(u"52:54:00:00:00:%1"_s.arg(i + 1, 2, 16, QLatin1Char('0')));
            nic.speedMbps = 10'000;
            nic.duplex = Duplex::Full;
            nic.adminUp = nic.carrier = true;
            nic.masterIndex = 10;
            state().nics.insert(nic.ifindex, nic);
            kernel::SlaveState slave;
            slave.ifindex = nic.ifindex;
            slave.name = nic.name;
            slave.mii = kernel::MiiStatus::Up;
            slave.active = i == 0 || mode != Mode::ActiveBackup;
            slave.permanentMac = nic.permanentMac;
            bond.slaves.append(slave);
        }
        if (mode == Mode::ActiveBackup)
            bond.activeSlave = 2;
        state().nics.insert(10, bondNic);
        state().bonds.insert(10, bond);
        state().bondingDriver = true;
        state().monotonicNs = monotonicNow();
    }

    kernel::BondState &bond() { return state().bonds[10]; }
    kernel::SlaveState &slave(int i) { return bond().slaves[i]; }
    kernel::NicState &nic(int i) { return state().nics[2 + i]; }
    void setNow(qint64 ns) { state().monotonicNs = ns; }

    /// Whether traffic passes: the active slave is up, and so is its link.
    bool carries()
    {
        const kernel::SlaveState *active = bond().activeSlave ? bond().slave(*bond().activeSlave) : nullptr;
        return active && active->mii == kernel::MiiStatus::Up && snapshot().nics.value(active->ifindex).carrier;
    }

    /// The link goes or comes; the bond has not looked yet.
    void setCarrier(int i, bool carrier) { nic(i).carrier = carrier; }
    /// The bond looks: MII states follow the carriers, the active slave follows the MII states.
    void look()
    {
        kernel::SlaveState *first = nullptr;
        for (kernel::SlaveState &slave : bond().slaves) {
            const bool hasLink = state().nics.value(slave.ifindex).carrier;
            slave.mii = hasLink ? kernel::MiiStatus::Up : kernel::MiiStatus::Down;
            if (hasLink && !first)
                first = &slave;
        }
        bond().miiUp = first != nullptr;
        if (bond().mode != Mode::ActiveBackup)
            return;
        const kernel::SlaveState *active = bond().activeSlave ? bond().slave(*bond().activeSlave) : nullptr;
        if (!active || active->mii != kernel::MiiStatus::Up)
            bond().activeSlave = first ? std::optional(first->ifindex) : std::nullopt;
        for (kernel::SlaveState &slave : bond().slaves)
            slave.active = bond().activeSlave == slave.ifindex;
    }
};

} // namespace bondwright
