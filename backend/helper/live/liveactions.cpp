// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/liveactions.h"

#include "helper/rt/operations.h"
#include "helper/validate.h"

#include <QThread>

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

} // namespace

LiveActions::LiveActions(kernel::KernelSource &source, std::function<Result<void>(const QStringList &)> launch,
                         QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_launch(std::move(launch))
{
}

Result<void> LiveActions::checkSlave(const QString &bond, const QString &slave) const
{
    const kernel::BondState *state = isSafeInterfaceName(bond) ? m_source.snapshot().bondByName(bond) : nullptr;
    if (!state)
        return fail(u"helper.invalid"_s, tr("There is no bond “%1”.").arg(bond.left(32)));
    for (const kernel::SlaveState &port : state->slaves) {
        if (port.name == slave && isSafeInterfaceName(slave))
            return {};
    }
    return fail(u"helper.invalid"_s, tr("“%1” is not a port of %2.").arg(slave.left(32), bond));
}

Result<void> LiveActions::activateSlave(const QString &bond, const QString &slave)
{
    if (auto known = checkSlave(bond, slave); !known)
        return known;
    const Mode mode = m_source.snapshot().bondByName(bond)->mode;
    if (mode != Mode::ActiveBackup && mode != Mode::BalanceTlb && mode != Mode::BalanceAlb)
        return fail(u"helper.invalid"_s, tr("In mode %1 there is no active port to choose.").arg(kernelName(mode)));
    auto operations = rt::Operations::open();
    return operations ? operations->setActiveSlave(bond, slave) : tl::unexpected(operations.error());
}

Result<void> LiveActions::setSlaveLink(const QString &bond, const QString &slave, bool up,
                                       std::chrono::seconds undoAfter)
{
    if (auto known = checkSlave(bond, slave); !known)
        return known;
    if (undoAfter < 1s || undoAfter > 600s)
        return fail(u"helper.invalid"_s, tr("A test may last 1 to 600 seconds."));
    auto operations = rt::Operations::open();
    if (!operations)
        return tl::unexpected(operations.error());
    if (QTimer *former = m_undo.take(slave))
        former->deleteLater();
    if (!up) {
        // First the one who will undo it whatever happens to this process, then the deed.
        if (auto launched
            = m_launch({u"--restore-link"_s, slave, u"--after"_s, QString::number(undoAfter.count() + 1)});
            !launched)
            return launched;
        auto *timer = new QTimer(this);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this, slave, timer] {
            m_undo.remove(slave);
            timer->deleteLater();
            if (auto again = rt::Operations::open())
                (void)again->setUp(slave, true);
        });
        timer->start(undoAfter);
        m_undo.insert(slave, timer);
    }
    return operations->setUp(slave, up);
}

Result<void> LiveActions::identify(const QString &nic, std::chrono::seconds duration)
{
    if (!isSafeInterfaceName(nic) || !m_source.snapshot().nicByName(nic))
        return fail(u"helper.invalid"_s, tr("There is no network card “%1”.").arg(nic.left(32)));
    if (duration < 1s || duration > 60s)
        return fail(u"helper.invalid"_s, tr("A port may blink for 1 to 60 seconds."));
    return m_launch({u"--identify"_s, nic, u"--after"_s, QString::number(duration.count())});
}

int restoreLinkAfter(const QString &name, bool up, std::chrono::seconds after)
{
    if (!isSafeInterfaceName(name))
        return 2;
    // Whoever put the link back before has done the work: what happens to it later (the next test, or an
    // administrator who switches it off) is not for this one to undo.
    constexpr auto pause = 100ms;
    bool wasTaken = false;
    for (auto waited = 0ms; waited < after; waited += pause) {
        QThread::msleep(ulong(pause.count()));
        const std::optional<bool> isUp = isSwitchedOn(name);
        if (!isUp)
            continue;
        if (wasTaken && *isUp == up)
            return 0;
        wasTaken = wasTaken || *isUp != up;
    }
    if (!wasTaken)
        return 0; // the deed was refused: there is nothing to undo
    auto operations = rt::Operations::open();
    return operations && operations->setUp(name, up) ? 0 : 1;
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
