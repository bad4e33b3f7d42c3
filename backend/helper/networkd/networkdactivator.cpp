// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/networkd/networkdactivator.h"

#include "domain/safename.h"
#include "formats/networkd/networkdformat.h"
#include "helper/runtime/adjust.h"
#include "helper/runtime/firsterror.h"
#include "helper/runtime/restore.h"
#include "kernel/planverifier.h"

#include <QFile>
#include <QTimer>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Only a new device can have it: the mode, and options that the driver takes only while the bond is down.
bool needsNewDevice(const kernel::Difference &difference)
{
    return difference.kind == kernel::DifferenceKind::Mode || needsBondDown(difference);
}

/// What networkd has files for and did not do; not what depends on cables and DHCP servers.
bool isLeftWaiting(const kernel::Difference &difference)
{
    using kernel::DifferenceKind;
    return difference.kind == DifferenceKind::LinkDown || difference.kind == DifferenceKind::AddressMissing
        || difference.kind == DifferenceKind::Gateway || difference.kind == DifferenceKind::VlanMissing;
}

const BondPlan *planOf(const QList<BondPlan> &plans, const QString &name)
{
    const auto it
        = std::find_if(plans.cbegin(), plans.cend(), [&name](const BondPlan &plan) { return plan.name == name; });
    return it == plans.cend() ? nullptr : &*it;
}

bool areThere(const QList<BondPlan> &plans, const kernel::Snapshot &snapshot)
{
    return std::all_of(plans.cbegin(), plans.cend(),
                       [&snapshot](const BondPlan &plan) { return snapshot.bondByName(plan.name); });
}

bool hasItsPorts(const BondPlan &plan, const kernel::Snapshot &snapshot)
{
    const kernel::BondState *bond = snapshot.bondByName(plan.name);
    const auto isThere = [bond](const SlavePlan &wanted) { return bond->slaveByName(wanted.name); };
    return bond && std::ranges::all_of(plan.slaves, isThere);
}

/// By the file that networkd keeps for each link (sd-network's sd_network_link_get_setup_state()).
bool isBusyWith(const kernel::NicState &nic)
{
    QFile state(u"/run/systemd/netif/links/%1"_s.arg(nic.ifindex));
    constexpr qint64 enough = 4096;
    if (!nic.carrier || !state.open(QIODevice::ReadOnly)) // without a cable it would never end
        return false;
    const QByteArrayList lines = state.read(enough).split('\n');
    return lines.contains("ADMIN_STATE=configuring") || lines.contains("ADMIN_STATE=pending");
}

/// The bond and its VLANs.
QStringList upperLinksOf(const BondPlan &plan)
{
    QStringList names{plan.name};
    for (const VlanPlan &vlan : plan.vlans)
        names.append(vlan.interfaceName(plan.name));
    names.removeIf([](const QString &name) { return !isSafeInterfaceName(name); });
    return names;
}

QStringList linksOf(const QList<BondPlan> &plans)
{
    QStringList names;
    for (const BondPlan &plan : plans)
        names += upperLinksOf(plan) + plan.slaveNames();
    return names;
}

} // namespace

NetworkdActivator::NetworkdActivator(Environment environment, kernel::KernelSource &source, runtime::Network &network,
                                     ProgramRunner run)
    : ProgramActivator(source, network)
    , m_environment(std::move(environment))
    , m_run(std::move(run))
{
}

NetworkdActivator::Step NetworkdActivator::networkctl(QString verb, QString link)
{
    const QString program = u"networkctl"_s;
    const QStringList arguments = link.isEmpty() ? QStringList(verb) : QStringList{verb, link};
    Q_EMIT progressed(program + u' ' + arguments.join(u' '));
    Answer<Result<void>> running([&](const Done &done) { m_run(call(), program, arguments, done); });
    co_return co_await running;
}

NetworkdActivator::Step NetworkdActivator::reload(QList<BondPlan> plans)
{
    constexpr int tries = 5;
    for (int i = 0; i < tries && (i == 0 || !areThere(plans, m_source.snapshot())); ++i) {
        if (auto reloaded = co_await networkctl(u"reload"_s); !reloaded)
            co_return reloaded;
        co_await until([&] { return areThere(plans, m_source.snapshot()); }, 2s);
    }
    co_return {};
}

/// For a file that was not written since, networkd keeps its state, and with it the removed device
/// (network_reload() of 252): the ports would wait for that device for ever.
void NetworkdActivator::touchFiles(const QString &bond) const
{
    const formats::networkd::NetworkdFormat format;
    const auto snapshot = formats::takeSnapshot(m_environment.root, format);
    const formats::Reading reading = snapshot ? format.read(*snapshot) : formats::Reading();
    for (const formats::FoundBond &found : reading.bonds) {
        for (const QString &path : found.plan.name == bond ? found.paths : QStringList())
            (void)::utimensat(AT_FDCWD, QFile::encodeName(m_environment.path(path)).constData(), nullptr,
                              AT_SYMLINK_NOFOLLOW);
    }
}

void NetworkdActivator::removeOutdated(const QList<BondPlan> &plans)
{
    for (const BondPlan &plan : plans) {
        const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
        if (!m_source.snapshot().bondByName(plan.name)
            || std::none_of(differences.cbegin(), differences.cend(), needsNewDevice))
            continue;
        removeLink(plan.name);
        touchFiles(plan.name);
    }
}

void NetworkdActivator::removeLeftOver(const QList<BondPlan> &former, const QList<BondPlan> &wanted)
{
    for (const BondPlan &plan : former) {
        const BondPlan *next = planOf(wanted, plan.name);
        if (!next)
            removeLink(plan.name);
        for (const VlanPlan &vlan : plan.vlans) {
            const QString name = vlan.interfaceName(plan.name);
            const auto stays = [&](const VlanPlan &other) { return name == other.interfaceName(plan.name); };
            if (!next || std::none_of(next->vlans.cbegin(), next->vlans.cend(), stays))
                removeLink(name);
        }
    }
}

/// Under a name networkd 252 makes the VLAN that it read first, whatever its file says since (netdev_load_one(), and
/// netdev_drop(), which keeps it). One that is made here gets its addresses from networkd all the same.
void NetworkdActivator::remakeOtherVlans(const BondPlan &plan)
{
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        const kernel::NicState *nic = m_source.snapshot().nicByName(name);
        if (!nic || nic->vlanId.value_or(vlan.id) == vlan.id)
            continue;
        removeLink(name);
        (void)m_network.addVlan(plan.name, vlan.id, name); // the verification finds what is missing
        if (vlan.mtu) // of a .netdev networkd gives it only to what it makes
            (void)m_network.setMtu(name, *vlan.mtu);
    }
}

Task<> NetworkdActivator::settle(QStringList links)
{
    Answer<bool> aMoment([](const auto &) {}, 500ms, true); // it answers before it begins
    co_await aMoment;
    const auto isDone = [this, &links] {
        return std::none_of(links.cbegin(), links.cend(), [this](const QString &link) {
            const kernel::NicState *nic = m_source.snapshot().nicByName(link);
            return nic && isBusyWith(*nic);
        });
    };
    co_await until(isDone, 10s);
}

NetworkdActivator::Step NetworkdActivator::adjust(BondPlan plan)
{
    co_await until([&] { return hasItsPorts(plan, m_source.snapshot()); }, 10s);
    if (!hasItsPorts(plan, m_source.snapshot()))
        co_return {}; // the verifier says it
    co_return runtime::adjust(m_network, plan, m_source.snapshot());
}

Task<> NetworkdActivator::tellAgain(BondPlan plan)
{
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
        remakeOtherVlans(plan);
        const auto isWhole = [&] {
            const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
            return std::none_of(differences.cbegin(), differences.cend(), isLeftWaiting);
        };
        co_await until(isWhole, 3s);
        if (isWhole())
            co_return;
        for (const QString &link : upperLinksOf(plan)) {
            if (m_source.snapshot().nicByName(link))
                (void)co_await networkctl(u"reconfigure"_s, link);
        }
        co_await settle(upperLinksOf(plan));
    }
}

NetworkdActivator::Step NetworkdActivator::follow(Record record)
{
    removeLeftOver(record.before, record.after);
    removeOutdated(record.after);
    if (auto reloaded = co_await reload(record.after); !reloaded)
        co_return reloaded;
    co_await settle(linksOf(record.before + record.after));
    for (const BondPlan &plan : record.after) {
        if (auto adjusted = co_await adjust(plan); !adjusted)
            co_return adjusted;
        if (!plan.autoconnect) { // ActivationPolicy=manual: not by itself, but now
            for (const QString &link : upperLinksOf(plan))
                (void)co_await networkctl(u"up"_s, link);
        }
        co_await tellAgain(plan);
    }
    co_return {};
}

/// Names of the links that are not as they were then.
QStringList NetworkdActivator::changedLinks(const runtime::State &then)
{
    const auto now = m_network.capture(then.links.keys());
    QStringList changed;
    for (const runtime::Link &link : then.links) {
        runtime::Link current = now ? now->links.value(link.name) : runtime::Link();
        current.index = link.index; // a bond or a VLAN that was made anew has another
        if (current != link)
            changed.append(link.name);
    }
    return changed;
}

NetworkdActivator::Step NetworkdActivator::reconfigureOthers(Record record)
{
    runtime::FirstError note;
    for (const QString &link : changedLinks(record.runtime)) {
        if (isSafeInterfaceName(link) && m_source.snapshot().nicByName(link))
            note(co_await networkctl(u"reconfigure"_s, link));
    }
    co_await until([this, &record] { return changedLinks(record.runtime).isEmpty(); }, 3s);
    co_return note.result();
}

/// After an error of networkd's what it did not restore is restored by netlink, and the error is told.
NetworkdActivator::Step NetworkdActivator::rollBack(Record record)
{
    QList<BondPlan> then;
    for (const BondPlan &plan : record.before) {
        if (record.runtime.links.contains(plan.name))
            then.append(plan);
    }
    removeLeftOver(record.after, then);
    for (const QString &link : newLinksOf(record))
        removeLink(link);
    removeOutdated(record.running);
    runtime::FirstError note;
    note(co_await reload(then));
    if (note.result()) {
        co_await settle(record.runtime.links.keys());
        note(co_await reconfigureOthers(record));
        co_await settle(record.runtime.links.keys());
        for (const BondPlan &plan : record.running)
            note(co_await adjust(plan));
    }
    note(runtime::restore(m_network, record.runtime, newLinksOf(record), record.after));
    co_return note.result();
}

} // namespace bondwright::helper
