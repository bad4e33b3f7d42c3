// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/network.h"
#include "support/fakekernelsource.h"

#include <limits>

namespace bondwright::tests
{

/// The running network of a host without a kernel: links, addresses, routes, bonds with their options, and the
/// refusals of the driver that callers must not run into.
class FakeNetwork final : public helper::runtime::Network
{
public:
    struct Link {
        QString name;
        InterfaceKind kind = InterfaceKind::Physical;
        int index = 0;
        MacAddress ownMac; ///< of a NIC, also while it has a bond's
        MacAddress mac;
        quint32 mtu = 1500;
        bool up = false;
        QString master;
        IpNetworks addresses;
        IpNetworks unrouted; ///< those of them that bring no route
        Mode mode = Mode::BalanceRr; ///< of a bond, as what follows
        QMap<QString, QString> options;
        QString base; ///< of a VLAN
        quint16 vlanId = 0;
        quint16 queue = 0; ///< of a port, as what follows
        qint32 priority = 0;
    };

    /// A NIC with a link, up.
    void addNic(const QString &name, const QStringList &addresses = {});
    /// The route to an address's network.
    static helper::runtime::Route prefixRoute(const QString &device, const IpNetwork &address, quint32 metric);
    /// All options at the driver's defaults.
    void resetBond(const QString &name, Mode mode);
    QStringList portsOf(const QString &bond) const;
    kernel::Snapshot snapshot() const;

    /// The call of this name (a method's) fails; 0: the first one of that name, 1: the second.
    void failAt(const QString &call, int number = 0);
    void failAlways(const QString &call) { failAt(call, always); }
    bool hasFailed() const { return m_hasFailed; }

    Result<helper::runtime::State> capture(const QStringList &names) override;
    Result<void> setUp(const QString &name, bool up) override;
    Result<void> setMaster(const QString &name, const QString &master) override;
    Result<void> setMtu(const QString &name, quint32 mtu) override;
    Result<void> setMac(const QString &name, const MacAddress &mac) override;
    Result<void> removeLink(const QString &name) override;
    Result<void> addVlan(const QString &base, quint16 id, const QString &name) override;
    Result<void> addAddress(const QString &name, const IpNetwork &address, helper::runtime::PrefixRoute route) override;
    Result<void> removeAddress(const QString &name, const IpNetwork &address) override;
    Result<void> addRoute(const helper::runtime::Route &route) override;
    Result<void> removeRoute(const helper::runtime::Route &route) override;
    Result<void> addBond(const QString &name, const QMap<QString, QString> &options) override;
    Result<void> setBondOptions(const QString &bond, const QMap<QString, QString> &options) override;
    Result<void> setSlaveOption(const QString &slave, const QString &option, const QString &value) override;

    QMap<QString, Link> links;
    QList<helper::runtime::Route> routes;
    QStringList calls; ///< "setMaster eth0", …

private:
    static constexpr int always = std::numeric_limits<int>::max();
    Result<Link *> find(const QString &call, const QString &name);
    void addPrefixRoutes(const Link &link);
    Result<void> take(Link &bond, const QString &option, const QString &value);

    QString m_failingCall;
    int m_callsBefore = 0;
    bool m_hasFailed = false;
    int m_lastIndex = 1;
};

/// What listens to it. As with the kernel's, what has changed shows only after the event loop had its turn.
class FakeNetworkSource final : public FakeKernelSource
{
    Q_OBJECT
public:
    explicit FakeNetworkSource(FakeNetwork &network);
    void start() override { refresh(); }
    void refresh();

private:
    FakeNetwork &m_network;
};

} // namespace bondwright::tests
