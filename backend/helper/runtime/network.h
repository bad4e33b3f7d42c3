// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/state.h"
#include "kernel/addresswriter.h"
#include "kernel/linkwriter.h"

namespace bondwright::helper::runtime
{

using kernel::PrefixRoute;

/// What the activators read and change of the running network, by name. Each call is over when it returns: the
/// kernel does not make anyone wait here. Errors name the interface and carry the kernel's own words.
class Network
{
public:
    virtual ~Network() = default;

    /// Those that do not exist are left out.
    virtual Result<State> capture(const QStringList &names) = 0;

    virtual Result<void> setUp(const QString &name, bool up) = 0;
    /// Empty: none. It goes down for a master, because the driver takes none that is up.
    virtual Result<void> setMaster(const QString &name, const QString &master) = 0;
    virtual Result<void> setMtu(const QString &name, quint32 mtu) = 0;
    virtual Result<void> setMac(const QString &name, const MacAddress &mac) = 0;
    virtual Result<void> removeLink(const QString &name) = 0;
    virtual Result<void> addVlan(const QString &base, quint16 id, const QString &name) = 0;
    /// Adds it, or does nothing if it is there.
    virtual Result<void> addAddress(const QString &name, const IpNetwork &address, PrefixRoute route) = 0;
    virtual Result<void> removeAddress(const QString &name, const IpNetwork &address) = 0;
    virtual Result<void> addRoute(const Route &route) = 0;
    virtual Result<void> removeRoute(const Route &route) = 0;

    /// A new bond, down and without ports. @param options mode among them; a primary has to wait for its port
    virtual Result<void> addBond(const QString &name, const QMap<QString, QString> &options) = 0;
    virtual Result<void> setBondOptions(const QString &bond, const QMap<QString, QString> &options) = 0;
    /// @param option queue_id, prio
    virtual Result<void> setSlaveOption(const QString &slave, const QString &option, const QString &value) = 0;
};

/// The kernel's, through rtnetlink.
class KernelNetwork final : public Network
{
public:
    Result<State> capture(const QStringList &names) override { return runtime::capture(names); }
    Result<void> setUp(const QString &name, bool up) override;
    Result<void> setMaster(const QString &name, const QString &master) override;
    Result<void> setMtu(const QString &name, quint32 mtu) override;
    Result<void> setMac(const QString &name, const MacAddress &mac) override;
    Result<void> removeLink(const QString &name) override;
    Result<void> addVlan(const QString &base, quint16 id, const QString &name) override;
    Result<void> addAddress(const QString &name, const IpNetwork &address, PrefixRoute route) override;
    Result<void> removeAddress(const QString &name, const IpNetwork &address) override;
    Result<void> addRoute(const Route &route) override;
    Result<void> removeRoute(const Route &route) override;
    Result<void> addBond(const QString &name, const QMap<QString, QString> &options) override;
    Result<void> setBondOptions(const QString &bond, const QMap<QString, QString> &options) override;
    Result<void> setSlaveOption(const QString &slave, const QString &option, const QString &value) override;

private:
    template <typename Call>
    Result<void> onLink(const QString &name, Call call);
    template <typename Call>
    Result<void> onAddresses(const QString &name, Call call);
    template <typename Call>
    Result<void> onRoute(const Route &route, Call call);

    std::optional<kernel::LinkWriter> m_links;
    std::optional<kernel::AddressWriter> m_addresses;
};

} // namespace bondwright::helper::runtime
