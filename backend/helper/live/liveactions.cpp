// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/liveactions.h"

#include "domain/safename.h"
#include "formats/files/record.h"

#include <QDBusConnectionInterface>
#include <QThread>

#include <algorithm>
#include <cstring>
#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <optional>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Whether the interface is administratively up; nullopt if it is not there.
std::optional<bool> isSwitchedOn(const QString &name)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq interface {
    };
    std::strncpy(interface.ifr_name, name.toLatin1().constData(), IFNAMSIZ - 1);
    const bool isKnown = ::ioctl(fd, SIOCGIFFLAGS, &interface) == 0;
    ::close(fd);
    return isKnown ? std::optional((interface.ifr_flags & IFF_UP) != 0) : std::nullopt;
}

constexpr auto pauseBetweenTries = 1s;

/// Sets the link up first and removes the record last, so that a failed attempt can be repeated.
/// @return false: it has to be
bool bringBack(const LinkRecord &record, const LinkRecords &records, runtime::Network &network, const Clock &clock)
{
    if (!records.contains(record))
        return true; // another process has done so
    constexpr qint64 patienceMs = 60'000; // no process waits longer for a NIC that cannot be set up
    const auto done = network.setUp(record.slave, true);
    const bool mayHelpLater = !done && done.error().code != u"kernel.link.missing";
    if (mayHelpLater && clock.bootMs() < record.deadlineBootMs + patienceMs)
        return false;
    if (!done)
        qWarning("%s stays down after its test: %s", qPrintable(record.slave), qPrintable(done.error().message));
    records.remove(record);
    return true;
}

} // namespace

LiveActions::LiveActions(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_records(m_parts.environment)
{
    m_clients.setConnection(m_parts.bus);
    m_clients.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&m_clients, &QDBusServiceWatcher::serviceUnregistered, this, &LiveActions::restoreLinksOf);
    connect(&m_parts.source, &kernel::KernelSource::snapshotChanged, this, &LiveActions::lookAtLinks);
}

void LiveActions::resume()
{
    for (const LinkRecord &record : m_records.all()) {
        if (record.bootId != m_parts.clock.bootId())
            m_records.remove(record); // went with that boot
        else
            watch(record);
    }
}

void LiveActions::watch(const LinkRecord &record)
{
    m_down.insert(record.slave, {record, false});
    m_clients.addWatchedService(record.client);
    const std::chrono::milliseconds left(record.deadlineBootMs - m_parts.clock.bootMs());
    QTimer::singleShot(std::max<std::chrono::milliseconds>(left, 0ms), this, [this, record] { restoreLink(record); });
    // Asked only now that it is watched: no signal comes for a client that left before.
    if (!m_parts.bus.interface()->isServiceRegistered(record.client))
        restoreLink(record);
}

void LiveActions::forget(const QString &slave)
{
    if (!m_down.contains(slave))
        return;
    const QString client = m_down.take(slave).record.client;
    if (std::none_of(m_down.cbegin(), m_down.cend(), [&client](const Down &d) { return d.record.client == client; }))
        m_clients.removeWatchedService(client);
}

void LiveActions::restoreLink(const LinkRecord &record)
{
    if (!bringBack(record, m_records, m_parts.network, m_parts.clock)) {
        QTimer::singleShot(pauseBetweenTries, this, [this, record] { restoreLink(record); });
        return;
    }
    if (m_down.value(record.slave).record.token == record.token)
        forget(record.slave);
}

void LiveActions::retire(const QList<LinkRecord> &records)
{
    for (const LinkRecord &record : records)
        m_records.remove(record);
}

void LiveActions::restoreLinksOf(const QString &client)
{
    const QHash<QString, Down> down = m_down;
    for (const Down &d : down) {
        if (d.record.client == client)
            restoreLink(d.record);
    }
}

/// Someone else has switched it on: it is theirs now, and stays off if they switch it off again.
void LiveActions::lookAtLinks()
{
    const QStringList slaves = m_down.keys();
    for (const QString &slave : slaves) {
        const kernel::NicState *nic = m_parts.source.snapshot().nicByName(slave);
        if (!nic)
            continue;
        Down &down = m_down[slave];
        if (nic->adminUp && down.wasSeenDown) {
            m_records.remove(down.record);
            forget(slave);
        } else {
            down.wasSeenDown = down.wasSeenDown || !nic->adminUp;
        }
    }
}

Result<void> LiveActions::checkSlave(const QString &bond, const QString &slave) const
{
    const kernel::BondState *state = isSafeInterfaceName(bond) ? m_parts.source.snapshot().bondByName(bond) : nullptr;
    if (!state)
        return fail(u"helper.invalid"_s, tr("There is no bond “%1”.").arg(bond.left(32)));
    if (isSafeInterfaceName(slave) && state->slaveByName(slave))
        return {};
    return fail(u"helper.invalid"_s, tr("“%1” is not a slave of %2.").arg(slave.left(32), bond));
}

Result<void> LiveActions::activateSlave(const QString &bond, const QString &slave)
{
    if (auto known = checkSlave(bond, slave); !known)
        return known;
    const Mode mode = m_parts.source.snapshot().bondByName(bond)->mode;
    if (mode != Mode::ActiveBackup && mode != Mode::BalanceTlb && mode != Mode::BalanceAlb)
        return fail(u"helper.invalid"_s, tr("In mode %1 there is no active slave to choose.").arg(kernelName(mode)));
    return m_parts.network.setBondOptions(bond, {{u"active_slave"_s, slave}});
}

Result<void> LiveActions::setSlaveLink(const QString &bond, const QString &slave, bool up,
                                       std::chrono::seconds undoAfter, const QString &client)
{
    if (auto known = checkSlave(bond, slave); !known)
        return known;
    if (undoAfter < 1s || undoAfter > 600s)
        return fail(u"helper.invalid"_s, tr("A test may last 1 to 600 seconds."));
    // They stay until this request has succeeded: if it fails, they still restore the link.
    QList<LinkRecord> former = m_records.all();
    former.removeIf([&slave](const LinkRecord &record) { return record.slave != slave; });
    if (up) {
        auto done = m_parts.network.setUp(slave, true);
        if (done) {
            retire(former);
            forget(slave);
        }
        return done;
    }
    // Before the change, what undoes it whatever happens to this process.
    const LinkRecord record{slave, formats::newRecordId(), client,
                            m_parts.clock.bootMs() + std::chrono::milliseconds(undoAfter).count(),
                            m_parts.clock.bootId()};
    auto done = m_records.add(record);
    if (done)
        done = m_parts.launch(
            {u"--root"_s, m_parts.environment.root, u"--restore-link"_s, slave, u"--token"_s, record.token});
    if (done)
        done = m_parts.network.setUp(slave, false);
    if (!done) {
        m_records.remove(record);
        return done;
    }
    retire(former);
    forget(slave);
    watch(record);
    return done;
}

Result<void> LiveActions::identify(const QString &nic, std::chrono::seconds duration)
{
    if (!isSafeInterfaceName(nic) || !m_parts.source.snapshot().nicByName(nic))
        return fail(u"helper.invalid"_s, tr("There is no NIC “%1”.").arg(nic.left(32)));
    if (duration < 1s || duration > 60s)
        return fail(u"helper.invalid"_s, tr("A NIC can blink for 1 to 60 seconds."));
    return m_parts.launch({u"--identify"_s, nic, u"--after"_s, QString::number(duration.count())});
}

int restoreLinkAfter(const Environment &environment, const QString &name, const QString &token,
                     runtime::Network &network, const Clock &clock)
{
    if (!isSafeInterfaceName(name))
        return 2;
    const LinkRecords records(environment);
    LinkRecord record;
    for (const LinkRecord &known : records.all()) {
        if (known.slave == name && known.token == token)
            record = known;
    }
    // Another process has restored the link and removed the record. What happens to the link later (the next test,
    // or an administrator who switches it off) is not ours to undo.
    constexpr auto pause = 100ms;
    constexpr qint64 graceMs = 1000; // the helper first
    bool wasSeenDown = false;
    qint64 nextTryMs = record.deadlineBootMs + graceMs;
    while (records.contains(record)) {
        const std::optional<bool> isUp = isSwitchedOn(name);
        if (isUp && *isUp && wasSeenDown) {
            records.remove(record);
            return 0;
        }
        wasSeenDown = wasSeenDown || (isUp && !*isUp);
        if (clock.bootMs() >= nextTryMs) {
            if (bringBack(record, records, network, clock))
                return 0;
            nextTryMs = clock.bootMs() + std::chrono::milliseconds(pauseBetweenTries).count();
        }
        QThread::msleep(ulong(pause.count()));
    }
    return 0;
}

int identifyPort(const QString &name, std::chrono::seconds duration)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || !isSafeInterfaceName(name))
        return 2;
    ethtool_value request{ETHTOOL_PHYS_ID, quint32(duration.count())};
    ifreq interface {
    };
    std::strncpy(interface.ifr_name, name.toLatin1().constData(), IFNAMSIZ - 1);
    interface.ifr_data = reinterpret_cast<char *>(&request);
    const int result = ::ioctl(fd, SIOCETHTOOL, &interface);
    ::close(fd);
    return result == 0 ? 0 : 1;
}

} // namespace bondwright::helper
