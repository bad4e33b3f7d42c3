// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/nm/nmactivator.h"

#include "domain/options.h"
#include "formats/nm/nmformat.h"
#include "formats/nm/profilereader.h"
#include "helper/runtime/operations.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace nm = formats::nm;

namespace
{

/// Differences that a running bond can be freed of without taking it down.
bool canReapply(const kernel::Difference &difference)
{
    if (difference.code == u"option") {
        const OptionSpec *spec = findOption(QStringView(difference.field).mid(8)); // "options."
        return spec && spec->change == OptionChange::AnyTime;
    }
    return difference.code != u"mode" && difference.code != u"mac" && difference.code != u"bond.missing"
        && difference.code != u"option.missing" && difference.code != u"link.down";
}

/// Longer than our own way back may take: NetworkManager's is only for the day when ours is gone.
std::chrono::seconds checkpointTime(const Record &record)
{
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(record.confirmWithinMs)) + 180s;
}

bool isAboutPort(const kernel::Difference &difference)
{
    return difference.code == u"slave.missing" || difference.code == u"slave.extra";
}

} // namespace

NmActivator::NmActivator(Environment environment, kernel::KernelSource &source, QObject *parent)
    : Activator(parent)
    , m_environment(std::move(environment))
    , m_source(source)
{
}

Result<NmActivator::Profiles> NmActivator::readProfiles() const
{
    const nm::NmFormat format;
    const auto snapshot = formats::takeSnapshot(m_environment.root, format);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return nm::NmFormat::profiles(*snapshot, nullptr);
}

bool NmActivator::isPort(const QString &nic, const QString &bond) const
{
    const kernel::Snapshot &snapshot = m_source.snapshot();
    const kernel::NicState *port = snapshot.nicByName(nic);
    const kernel::NicState *master = snapshot.nicByName(bond);
    return port && master && port->masterIndex == master->ifindex;
}

void NmActivator::prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done)
{
    m_session.open([this, record, done = std::move(done)](const Result<void> &opened) {
        if (!opened)
            return done(tl::unexpected(opened.error()));
        QJsonObject active;
        for (const QString &name : record.runtime.links.keys()) {
            if (const auto device = m_session.device(name); !device.activeUuid.isEmpty())
                active.insert(name, device.activeUuid);
        }
        m_session.createCheckpoint(
            record.runtime.links.keys(), checkpointTime(record), [active, done](const Result<QString> &checkpoint) {
                // A checkpoint that cannot be had is no reason to stop: it was additional.
                done(QJsonObject{{u"active"_s, active}, {u"checkpoint"_s, checkpoint.value_or(QString())}});
            });
    });
}

void NmActivator::addLoading(Sequence &sequence, const Record &record)
{
    sequence.add([this, paths = record.paths](const Sequence::Next &next) {
        if (paths.isEmpty())
            return next({});
        // Reading all is the only way to make it forget a profile whose file is gone.
        m_session.load(paths, true, next);
    });
}

void NmActivator::addReadBack(Sequence &sequence, const QList<BondPlan> &plans)
{
    sequence.add([this, plans](const Sequence::Next &next) {
        const auto profiles = readProfiles();
        if (!profiles)
            return next(tl::unexpected(profiles.error()));
        Profiles wanted;
        for (const BondPlan &plan : plans) {
            const nm::Profile *bond = nm::findBond(plan.name, *profiles);
            if (!bond)
                return next(fail(u"helper.failed"_s, tr("There is no profile for %1.").arg(plan.name)));
            wanted.append(*bond);
            wanted.append(nm::portsOf(*bond, *profiles));
            wanted.append(nm::vlansOn(*bond, *profiles));
        }
        const auto allSame = [this, wanted] {
            return std::all_of(wanted.cbegin(), wanted.cend(),
                               [this](const nm::Profile &profile) { return m_session.hasProfile(profile) == true; });
        };
        waitUntil(this, allSame, 5s, [this, wanted, next](bool same) {
            if (same)
                return next({});
            for (const nm::Profile &profile : wanted) {
                const auto known = m_session.hasProfile(profile);
                if (known != true)
                    return next(
                        fail(u"helper.failed"_s,
                             known ? tr("NetworkManager changed the profile “%1” while reading it.").arg(profile.id())
                                   : tr("NetworkManager does not take the profile “%1”.").arg(profile.id())));
            }
            next({});
        });
    });
}

/// Profiles that are to be asked for again: this side hears of them later than the answer to load() comes.
void NmActivator::awaitFormerProfiles(Sequence &sequence, const Record &record)
{
    sequence.add([this, active = record.activatorMemo.value(u"active"_s).toObject()](const Sequence::Next &next) {
        const Profiles profiles = readProfiles().value_or(Profiles());
        const auto areKnown = [this, active, profiles] {
            return std::all_of(profiles.cbegin(), profiles.cend(), [this, &active](const nm::Profile &profile) {
                const bool isWanted = std::any_of(active.begin(), active.end(), [&profile](const QJsonValue &uuid) {
                    return uuid.toString() == profile.uuid();
                });
                return !isWanted || m_session.hasProfile(profile) == true;
            });
        };
        // Whatever does not come is found missing later, and put back by hand.
        waitUntil(this, areKnown, 3s, [next](bool) { next({}); });
    });
}

void NmActivator::addRemoval(Sequence &sequence, const QStringList &bonds)
{
    for (const QString &bond : bonds) {
        const auto isGone = [this, bond] { return m_source.snapshot().nicByName(bond) == nullptr; };
        sequence.add([this, isGone](const Sequence::Next &next) {
            waitUntil(this, isGone, 1500ms, [next](bool) { next({}); });
        });
        sequence.add([this, bond, isGone](const Sequence::Next &next) {
            if (isGone())
                return next({});
            m_session.deleteDevice(bond, [this, isGone, next](const Result<void> &) {
                waitUntil(this, isGone, 3s, [next](bool) { next({}); });
            });
        });
    }
}

/// Ports that the plan no longer names. NetworkManager may keep one whose profile is gone, as somebody
/// else's; then the kernel is asked.
void NmActivator::addReleases(Sequence &sequence, const BondPlan &plan)
{
    const kernel::BondState *running = m_source.snapshot().bondByName(plan.name);
    for (const kernel::SlaveState &slave : running ? running->slaves : QList<kernel::SlaveState>()) {
        if (std::any_of(plan.slaves.cbegin(), plan.slaves.cend(),
                        [&slave](const SlavePlan &wanted) { return wanted.name == slave.name; }))
            continue;
        const auto isFree = [this, nic = slave.name, bond = plan.name] { return !isPort(nic, bond); };
        sequence.add([this, nic = slave.name, isFree](const Sequence::Next &next) {
            if (isFree())
                return next({});
            m_session.disconnectDevice(nic, [this, nic, isFree, next](const Result<void> &) {
                waitUntil(this, isFree, 2s, [nic, next](bool isReleased) {
                    auto operations = runtime::Operations::open();
                    if (!isReleased && operations)
                        (void)operations->setMaster(nic, {});
                    next({});
                });
            });
        });
    }
}

void NmActivator::addPort(Sequence &sequence, const QString &bond, const SlavePlan &slave, const Profiles &ports)
{
    const auto profile = std::find_if(ports.cbegin(), ports.cend(), [&slave](const nm::Profile &port) {
        return port.interfaceName() == slave.name || port.id().contains(slave.name);
    });
    if (profile == ports.cend())
        return;
    sequence.add([this, bond, nic = slave.name, uuid = profile->uuid()](const Sequence::Next &next) {
        const auto device = m_session.device(nic);
        if (isPort(nic, bond) && device.activeUuid == uuid)
            return next({});
        Q_EMIT progressed(tr("Attaching %1 to %2").arg(nic, bond));
        // It may be on its way already (connection.autoconnect-slaves): asking again would begin anew.
        if (device.activeUuid == uuid && (device.isActivating || device.isActivated))
            return waitUntil(
                this, [this, nic, bond] { return isPort(nic, bond); }, 10s, [next](bool) { next({}); });
        m_session.activate(uuid, nic, [this, nic, bond, next](const Result<void> &asked) {
            if (!asked)
                return next(asked);
            // One after the other: the first one gives the bond its MAC.
            waitUntil(
                this, [this, nic, bond] { return isPort(nic, bond); }, 10s, [next](bool) { next({}); });
        });
    });
}

void NmActivator::addVlans(Sequence &sequence, bool hasOtherAddresses, const nm::Profile &bond,
                           const Profiles &profiles)
{
    for (const nm::Profile &profile : nm::vlansOn(bond, profiles)) {
        sequence.add([this, hasOtherAddresses, uuid = profile.uuid(),
                      name = profile.interfaceName()](const Sequence::Next &next) {
            const auto device = m_session.device(name);
            if (device.activeUuid != uuid || !(device.isActivated || device.isActivating))
                return m_session.activate(uuid, {}, next);
            if (!hasOtherAddresses)
                return next({});
            m_session.reapply(name, [this, uuid, next](const Result<void> &done) {
                if (done)
                    return next({});
                m_session.activate(uuid, {}, next); // another id: it has to be made anew
            });
        });
    }
}

void NmActivator::addFull(Sequence &sequence, const BondPlan &plan, bool isNew, const nm::Profile &bond,
                          const Profiles &profiles)
{
    sequence.add([this, isNew, name = plan.name, uuid = bond.uuid()](const Sequence::Next &next) {
        const auto whenAsked = [this, name, next](const Result<void> &asked) {
            if (!asked)
                return next(asked);
            const auto exists = [this, name] { return m_source.snapshot().bondByName(name) != nullptr; };
            waitUntil(this, exists, 10s, [name, next](bool there) {
                if (there)
                    next({});
                else
                    next(fail(u"helper.failed"_s, tr("NetworkManager did not make %1.").arg(name)));
            });
        };
        // NetworkManager starts a new profile by itself; asking for it then would begin anew.
        const auto device = m_session.device(name);
        if (isNew && device.activeUuid == uuid && (device.isActivating || device.isActivated))
            return whenAsked({});
        m_session.activate(uuid, {}, whenAsked);
    });
    const Profiles ports = nm::portsOf(bond, profiles);
    for (const SlavePlan &slave : plan.slaves)
        addPort(sequence, plan.name, slave, ports);
    addReleases(sequence, plan);
}

void NmActivator::reapply(const BondPlan &plan, bool hasOtherAddresses, const nm::Profile &bond,
                          const Profiles &profiles, const Sequence::Next &next)
{
    m_session.reapply(plan.name, [this, plan, hasOtherAddresses, bond, profiles, next](const Result<void> &done) {
        if (done)
            return next({});
        if (hasOtherAddresses) {
            auto *steps = new Sequence(this);
            addFull(*steps, plan, false, bond, profiles);
            return steps->run(next);
        }
        // NetworkManager refuses some options that the driver takes at any time.
        auto operations = runtime::Operations::open();
        if (!operations)
            return next(tl::unexpected(operations.error()));
        next(operations->setBondOptions(plan.name, plan.options));
    });
}

void NmActivator::addBond(Sequence &sequence, const BondPlan &plan, bool isNew, bool hasOtherAddresses)
{
    sequence.add([this, plan, isNew, hasOtherAddresses](const Sequence::Next &next) {
        const auto profiles = readProfiles();
        const nm::Profile *bond = profiles ? nm::findBond(plan.name, *profiles) : nullptr;
        if (!bond)
            return next(fail(u"helper.failed"_s, tr("There is no profile for %1.").arg(plan.name)));
        const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
        const auto device = m_session.device(plan.name);
        const bool isUp = device.activeUuid == bond->uuid() && (device.isActivated || device.isActivating);
        auto *steps = new Sequence(this);
        const bool needsReapply
            = hasOtherAddresses || std::any_of(differences.cbegin(), differences.cend(), [](const auto &difference) {
                  return !isAboutPort(difference) && !difference.code.startsWith(u"vlan.");
              });
        if (!isUp || !std::all_of(differences.cbegin(), differences.cend(), canReapply)) {
            addFull(*steps, plan, isNew, *bond, *profiles);
        } else {
            addReleases(*steps, plan);
            const Profiles ports = nm::portsOf(*bond, *profiles);
            for (const SlavePlan &slave : plan.slaves)
                addPort(*steps, plan.name, slave, ports);
            if (needsReapply) {
                steps->add(
                    [this, plan, hasOtherAddresses, bond = *bond, profiles = *profiles](const Sequence::Next &applied) {
                        reapply(plan, hasOtherAddresses, bond, profiles, applied);
                    });
            }
        }
        addVlans(*steps, hasOtherAddresses, *bond, *profiles);
        steps->run(next);
    });
}

/// NICs that no longer belong to a bond: their own profile, if they have one that starts by itself.
void NmActivator::addReleasedNics(Sequence &sequence, const Record &record)
{
    QStringList kept;
    for (const BondPlan &plan : record.after) {
        for (const SlavePlan &slave : plan.slaves)
            kept.append(slave.name);
    }
    for (const BondPlan &plan : record.before) {
        for (const SlavePlan &slave : plan.slaves) {
            if (kept.contains(slave.name))
                continue;
            sequence.add([this, nic = slave.name](const Sequence::Next &next) {
                const auto profiles = readProfiles();
                if (!profiles)
                    return next(tl::unexpected(profiles.error()));
                const nm::Profile *own = nullptr;
                for (const nm::Profile &profile : *profiles) {
                    if (profile.interfaceName() == nic && profile.autoconnect() && profile.type() == u"802-3-ethernet"
                        && (!own || profile.autoconnectPriority() > own->autoconnectPriority()))
                        own = &profile;
                }
                if (!own || m_session.device(nic).activeUuid == own->uuid())
                    return next({});
                m_session.activate(own->uuid(), nic, [next](const Result<void> &) { next({}); });
            });
        }
    }
}

void NmActivator::activate(const Record &record, Done done)
{
    auto *sequence = new Sequence(this);
    addLoading(*sequence, record);
    addReadBack(*sequence, record.after);
    QStringList removed;
    for (const BondPlan &plan : record.before) {
        if (std::none_of(record.after.cbegin(), record.after.cend(),
                         [&plan](const BondPlan &other) { return other.name == plan.name; }))
            removed.append(plan.name);
    }
    for (const BondPlan &plan : record.after)
        addBond(*sequence, plan, !record.runtime.links.contains(plan.name),
                changesAddresses(record.before, record.after, plan.name));
    // A NIC leaves its bond by taking up its own profile: so it is back on the network the soonest.
    addReleasedNics(*sequence, record);
    addRemoval(*sequence, removed);
    sequence->run(std::move(done));
}

void NmActivator::addFormerProfiles(Sequence &sequence, const Record &record)
{
    const QJsonObject active = record.activatorMemo.value(u"active"_s).toObject();
    for (auto it = active.begin(); it != active.end(); ++it) {
        const QString interface = it.key();
        const runtime::Link link = record.runtime.links.value(interface);
        if (link.kind == u"bond")
            continue; // addBond() has seen to it
        sequence.add([this, interface, uuid = it.value().toString(), master = link.master](const Sequence::Next &next) {
            const auto device = m_session.device(interface);
            const bool isBack = device.activeUuid == uuid && (device.isActivated || device.isActivating)
                && (master.isEmpty() || isPort(interface, master));
            if (isBack)
                return next({});
            // An error here is not the end: what is missing is found and put back by hand.
            m_session.activate(uuid, interface, [next](const Result<void> &) { next({}); });
        });
    }
}

/// What NetworkManager did not keep before, it will not bring back.
void NmActivator::restoreUnmanaged(const Record &record, const Done &done)
{
    const QJsonObject active = record.activatorMemo.value(u"active"_s).toObject();
    runtime::State then;
    for (const runtime::Link &link : record.runtime.links) {
        if (!active.contains(link.name) || !m_session.isRunning())
            then.links.insert(link.name, link);
    }
    for (const runtime::Route &route : record.runtime.routes) {
        if (then.links.contains(route.device))
            then.routes.append(route);
    }
    done(runtime::restore(then, m_session.isRunning() ? QStringList() : newLinksOf(record), record.after));
}

void NmActivator::restore(const Record &record, Done done)
{
    const auto withSession = [this, record, done = std::move(done)](const Result<void> &) {
        m_isOutOfReach = !m_session.isOpen(); // no bus: NetworkManager may live on without it
        if (!m_session.isRunning())
            return restoreUnmanaged(record, done);
        auto *sequence = new Sequence(this);
        sequence->add([this, record](const Sequence::Next &next) {
            m_session.destroyCheckpoint(checkpointOf(record), [next](const Result<void> &) { next({}); });
        });
        addLoading(*sequence, record);
        awaitFormerProfiles(*sequence, record);
        for (const BondPlan &plan : record.before) {
            if (record.runtime.links.contains(plan.name))
                addBond(*sequence, plan, false, changesAddresses(record.before, record.after, plan.name));
        }
        addFormerProfiles(*sequence, record);
        addRemoval(*sequence, newLinksOf(record));
        sequence->run([this, record, done](const Result<void> &restored) {
            restoreUnmanaged(record,
                             [restored, done](const Result<void> &byHand) { done(restored ? byHand : restored); });
        });
    };
    if (m_session.isOpen())
        withSession({});
    else
        m_session.open(withSession);
}

/// The one that prepare() made, also if the helper died before it could write down which it is: left alone, it
/// would take everything back long after all was over.
QString NmActivator::checkpointOf(const Record &record) const
{
    const QString noted = record.activatorMemo.value(u"checkpoint"_s).toString();
    return !noted.isEmpty()
        ? noted
        : m_session.findCheckpoint(record.runtime.links.keys(), checkpointTime(record), record.startedBootMs);
}

void NmActivator::commit(const Record &record, Done done)
{
    const auto letGo = [this, record, done = std::move(done)](const Result<void> &opened) {
        if (!opened)
            return done({}); // no NetworkManager, no checkpoint
        m_session.destroyCheckpoint(checkpointOf(record), done);
    };
    if (m_session.isOpen())
        letGo({});
    else
        m_session.open(letGo);
}

void NmActivator::extend(const Record &record)
{
    const auto timeout = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(record.confirmWithinMs));
    m_session.extendCheckpoint(record.activatorMemo.value(u"checkpoint"_s).toString(), 2 * timeout + 180s);
}

} // namespace bondwright::helper
