// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakenetworkmanager.h"

#include "domain/options.h"
#include "formats/nm/ipsetting.h"
#include "formats/nm/nmformat.h"
#include "formats/nm/profilereader.h"

#include <QTimer>

#include <algorithm>

#include <linux/rtnetlink.h>

namespace bondwright::tests
{

using namespace Qt::StringLiterals;
namespace nm = formats::nm;
using Failure = FakeNetworkManager::Failure;

class FakeNmSession final : public QObject, public helper::NmSession
{
    Q_OBJECT
public:
    explicit FakeNmSession(FakeNetworkManager &manager)
        : m_manager(manager)
    {
    }

    void open(Done done) override
    {
        answer(u"open"_s, {}, done, [this] {
            m_isOpen = m_manager.hasBus;
            return m_isOpen && m_manager.isRunning ? Result<void>()
                                                   : Result<void>(fail(u"helper.failed"_s, u"not running"_s));
        });
    }
    bool isOpen() const override { return m_isOpen; }
    bool isRunning() const override { return m_isOpen && m_manager.isRunning; }
    bool isStarting() const override { return m_isOpen && m_manager.isStarting; }
    DeviceState device(const QString &interface) const override
    {
        DeviceState state;
        state.exists = m_manager.m_network.links.contains(interface);
        state.activeUuid = state.exists && isRunning() ? m_manager.active.value(interface) : QString();
        state.isActivated = !state.activeUuid.isEmpty();
        state.isWaiting = m_manager.startsByItself && isRunning() && !state.isActivated;
        return state;
    }
    std::optional<bool> hasProfile(const nm::Profile &profile) const override
    {
        const nm::Profile *known = m_manager.find(profile.uuid());
        return known && isRunning() ? std::optional(nm::isSame(known->connection, profile.connection)) : std::nullopt;
    }
    void reload(Done done) override
    {
        answer(u"reload"_s, {}, done, [this] {
            m_manager.reload();
            m_manager.startSoon();
            return Result<void>();
        });
    }
    void activate(const QString &uuid, const QString &interface, Done done) override
    {
        answer(u"activate"_s, interface.isEmpty() ? uuid : interface, done,
               [this, uuid, interface] { return m_manager.activate(uuid, interface); });
    }
    void reapply(const QString &interface, Done done) override
    {
        answer(u"reapply"_s, interface, done, [this, interface] { return m_manager.reapply(interface); });
    }
    void disconnectDevice(const QString &interface, Done done) override
    {
        answer(u"disconnectDevice"_s, interface, done, [this, interface] {
            m_manager.active.remove(interface);
            m_manager.mirrored.remove(interface);
            return m_manager.m_network.setMaster(interface, {});
        });
    }
    void deleteDevice(const QString &interface, Done done) override
    {
        answer(u"deleteDevice"_s, interface, done, [this, interface] {
            for (const QString &port : m_manager.m_network.portsOf(interface))
                m_manager.active.remove(port);
            m_manager.active.remove(interface);
            m_manager.startSoon();
            return m_manager.m_network.removeLink(interface);
        });
    }
    void createCheckpoint(const QStringList &, std::chrono::seconds,
                          std::function<void(const Result<QString> &)> done) override
    {
        const QString path = u"/checkpoint/%1"_s.arg(m_manager.checkpoints.size() + 1);
        answer(
            u"createCheckpoint"_s, {},
            [done, path](const Result<void> &made) { done(made.map([path] { return path; })); },
            [this, path] {
                m_manager.checkpoints.append(path);
                return Result<void>();
            });
    }
    QString findCheckpoint(const QStringList &, std::chrono::seconds, qint64) const override
    {
        return m_manager.checkpoints.isEmpty() ? QString() : m_manager.checkpoints.constLast();
    }
    void destroyCheckpoint(const QString &path, Done done) override
    {
        answer(u"destroyCheckpoint"_s, {}, done, [this, path] {
            m_manager.checkpoints.removeAll(path);
            return Result<void>();
        });
    }
    void extendCheckpoint(const QString &path, std::chrono::seconds) override
    {
        if (m_isOpen && m_manager.checkpoints.contains(path))
            m_manager.calls.append(u"extendCheckpoint"_s);
    }

private:
    void answer(const QString &call, const QString &what, const Done &done, const std::function<Result<void>()> &deed)
    {
        m_manager.calls.append(call + u' ' + what);
        QTimer::singleShot(0, this, [this, call, done, deed] {
            switch (m_manager.failureOf(call)) {
            case Failure::IsSilent:
                return;
            case Failure::DoesNothing:
                m_isOpen = m_isOpen || call == u"open";
                return done({});
            case Failure::None:
                if (m_manager.isRunning || call == u"open")
                    return done(deed());
                [[fallthrough]];
            default:
                done(fail(u"helper.failed"_s, u"NetworkManager: no %1 today"_s.arg(call)));
            }
        });
    }

    FakeNetworkManager &m_manager;
    bool m_isOpen = false;
};

FakeNetworkManager::FakeNetworkManager(QString root, FakeNetwork &network)
    : m_root(std::move(root))
    , m_network(network)
{
}

std::unique_ptr<helper::NmSession> FakeNetworkManager::session()
{
    return std::make_unique<FakeNmSession>(*this);
}

void FakeNetworkManager::failAt(const QString &call, Failure failure)
{
    m_failingCall = call;
    m_failure = failure;
    m_hasFailed = false;
}

Failure FakeNetworkManager::failureOf(const QString &call)
{
    if (call != m_failingCall)
        return Failure::None;
    m_hasFailed = true;
    if (m_failure == Failure::Dies)
        isRunning = false;
    if (m_failure == Failure::Restarts)
        restart();
    return m_failure;
}

void FakeNetworkManager::startSoon()
{
    if (!startsByItself)
        return;
    QTimer::singleShot(itsMoment, [this, alive = std::weak_ptr(m_alive)] {
        for (const bool arePorts : {false, true}) {
            for (const nm::Profile &profile : alive.expired() ? QList<nm::Profile>() : QList(profiles)) {
                const bool isDue = arePorts ? profile.isPort() : profile.isBond();
                if (isDue && !active.contains(profile.interfaceName()))
                    (void)activate(profile.uuid(), arePorts ? profile.interfaceName() : QString());
            }
        }
    });
}

/// What it finds is unmanaged; its profiles take effect when they are activated.
void FakeNetworkManager::restart()
{
    m_failingCall.clear(); // the one that comes is well
    isRunning = false;
    isStarting = true;
    active.clear();
    checkpoints.clear();
    reload();
    QTimer::singleShot(100, [this, alive = std::weak_ptr(m_alive)] {
        if (alive.expired())
            return;
        isStarting = false;
        isRunning = true;
    });
}

const nm::Profile *FakeNetworkManager::find(const QString &uuid) const
{
    const auto it = std::find_if(profiles.cbegin(), profiles.cend(),
                                 [&uuid](const nm::Profile &profile) { return profile.uuid() == uuid; });
    return it == profiles.cend() ? nullptr : &*it;
}

void FakeNetworkManager::reload()
{
    const nm::NmFormat format;
    const auto snapshot = formats::takeSnapshot(m_root, format);
    profiles = snapshot ? nm::NmFormat::profiles(*snapshot) : QList<nm::Profile>();
    // A virtual device goes with its profile.
    for (const QString &interface : active.keys()) {
        if (find(active.value(interface)))
            continue;
        active.remove(interface);
        const InterfaceKind kind = m_network.links.value(interface).kind;
        if (kind == InterfaceKind::Bond || kind == InterfaceKind::Vlan)
            (void)m_network.removeLink(interface);
        else if (!m_network.links.value(interface).master.isEmpty())
            (void)m_network.setMaster(interface, {});
    }
}

void FakeNetworkManager::takeAddresses(const QString &interface, const IpConfig &ipv4, const IpConfig &ipv6)
{
    FakeNetwork::Link &link = m_network.links[interface];
    link.addresses = ipv4.networks();
    link.addresses += ipv6.networks();
    link.unrouted = link.addresses;
    link.up = true;
    m_network.routes.removeIf(
        [&interface](const helper::runtime::Route &route) { return route.hop.device == interface; });
    for (const IpNetwork &address : link.addresses.ofFamily(IpAddress::Family::V4))
        m_network.routes.append(FakeNetwork::prefixRoute(interface, address, 100));
    if (const auto &gateway = ipv4.gateway.value())
        (void)m_network.addRoute({IpNetwork::any(gateway->family()), {gateway, interface}, 100, RTPROT_STATIC});
}

void FakeNetworkManager::takeMirroredBack(const QString &port, const QString &bond)
{
    QTimer::singleShot(itsMoment, [this, port, bond, alive = std::weak_ptr(m_alive)] {
        if (!alive.expired() && mirrored.contains(port))
            (void)m_network.setMaster(port, bond);
    });
}

Result<void> FakeNetworkManager::makeBond(const nm::Profile &profile)
{
    const QString name = profile.interfaceName();
    const formats::Reading reading = nm::plansFromProfiles(profiles);
    const auto found = std::find_if(reading.bonds.cbegin(), reading.bonds.cend(),
                                    [&name](const formats::FoundBond &bond) { return bond.plan.name == name; });
    if (found == reading.bonds.cend())
        return fail(u"helper.failed"_s, u"no such bond"_s);
    BondOptions options = found->plan.options.canonical();
    options.remove(u"primary"_s); // when the port comes
    if (!options.contains(u"miimon"_s) && options.value(u"arp_interval"_s, u"0"_s) == u"0")
        options.insert(u"miimon"_s, u"100"_s);
    options.insert(u"mode"_s, kernelName(found->plan.mode));
    if (m_network.links.contains(name)) {
        for (const QString &port : m_network.portsOf(name)) {
            active.remove(port);
            (void)m_network.setMaster(port, {});
            takeMirroredBack(port, name);
        }
        m_network.links[name].up = false;
        m_network.resetBond(name, found->plan.mode);
        (void)m_network.setBondOptions(name, options);
    } else if (const auto made = m_network.addBond(name, options); !made) {
        return made;
    }
    if (!found->plan.mac.isEmpty())
        m_network.links[name].mac = found->plan.mac.value().address();
    m_network.links[name].mtu = found->plan.mtu.value_or(1500);
    takeAddresses(name, found->plan.ipv4, found->plan.ipv6);
    return {};
}

Result<void> FakeNetworkManager::makeVlan(const QString &name)
{
    for (const formats::FoundBond &found : nm::plansFromProfiles(profiles).bonds) {
        for (const VlanPlan &vlan : found.plan.vlans) {
            if (vlan.interfaceName(found.plan.name) == name)
                return m_network.addVlan(found.plan.name, vlan.id, name);
        }
    }
    return fail(u"helper.failed"_s, u"no such VLAN"_s);
}

Result<void> FakeNetworkManager::activate(const QString &uuid, const QString &interface)
{
    const nm::Profile *profile = find(uuid);
    if (!profile)
        return fail(u"helper.failed"_s, u"no profile "_s + uuid);
    const QString name = interface.isEmpty() ? profile->interfaceName() : interface;
    Result<void> done;
    if (profile->type() == u"vlan" && !m_network.links.contains(name))
        done = makeVlan(name);
    if (!done)
        return done;
    if (profile->isBond()) {
        done = makeBond(*profile);
    } else if (profile->isPort()) {
        const auto bond = std::find_if(profiles.cbegin(), profiles.cend(), [profile](const nm::Profile &other) {
            return other.isBond() && profile->isPortOf(other);
        });
        if (bond == profiles.cend() || !m_network.links.contains(bond->interfaceName()))
            return fail(u"helper.failed"_s, u"no bond for "_s + name);
        m_network.links[name].addresses.clear();
        m_network.links[name].unrouted.clear();
        done = m_network.setMaster(name, bond->interfaceName());
        const formats::Reading reading = nm::plansFromProfiles(profiles);
        for (const formats::FoundBond &found : reading.bonds) {
            if (found.plan.name == bond->interfaceName() && found.plan.options.value(u"primary"_s) == name)
                (void)m_network.setBondOptions(found.plan.name, {{u"primary"_s, name}});
        }
    } else if (m_network.links.contains(name)) {
        if (!m_network.links.value(name).master.isEmpty())
            done = m_network.setMaster(name, {});
        takeAddresses(name, nm::readIpSetting(profile->connection, nm::IpFamily::V4),
                      nm::readIpSetting(profile->connection, nm::IpFamily::V6));
    }
    const auto tell = [this, name, uuid, alive = std::weak_ptr(m_alive)] {
        if (!alive.expired())
            active.insert(name, uuid);
    };
    if (done && tellsAfter.count() > 0)
        QTimer::singleShot(tellsAfter, tell);
    else if (done)
        tell();
    return done;
}

Result<void> FakeNetworkManager::reapply(const QString &interface)
{
    const nm::Profile *profile = find(active.value(interface));
    if (!profile)
        return fail(u"helper.failed"_s, u"nothing to apply to "_s + interface);
    for (const formats::FoundBond &found : nm::plansFromProfiles(profiles).bonds) {
        if (found.plan.name != interface)
            continue;
        (void)m_network.setBondOptions(interface, found.plan.options);
        takeAddresses(interface, found.plan.ipv4, found.plan.ipv6);
    }
    return {};
}

} // namespace bondwright::tests

#include "fakenetworkmanager.moc"
