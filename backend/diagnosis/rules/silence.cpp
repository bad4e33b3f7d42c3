// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include <algorithm>

namespace bondwright::diagnosis::rules
{

namespace
{

using kernel::SlaveState;

constexpr std::chrono::seconds activeIsSilentAfter{30};
constexpr std::chrono::seconds standbyIsSilentAfter{60};
constexpr std::chrono::seconds standbyIsKnownAfter{300};
constexpr std::uint64_t framesOfOthers = 10; ///< in a minute: fewer prove nothing

/// Frames from before the silence prove nothing: traffic may have ended for all.
std::uint64_t heardMeanwhile(const SlaveWindow &other, const SlaveWindow &silent)
{
    return other.silentFor * 2 <= silent.silentFor ? other.received : 0;
}

/// Whatever a switch floods reaches every port of a VLAN. So the active slave receives all that a standby does, and
/// more: once it receives nothing while a standby does, its way in is cut.
bool isSilentActive(const SlaveWindow &slave, std::uint64_t others)
{
    return slave.silentFor >= activeIsSilentAfter && slave.sent > 0 && others >= framesOfOthers;
}

/// A standby may rightly receive nothing where no traffic is flooded. But most switches send something on each port for
/// ever (spanning tree every 2 s, LLDP every 30 s): one that was never silent for long, and now is for four times
/// as long, has lost its way in.
bool isSilentStandby(const SlaveWindow &slave, std::uint64_t others)
{
    return slave.watched - slave.silentFor >= standbyIsKnownAfter && others >= framesOfOthers
        && slave.silentFor >= std::max(standbyIsSilentAfter, 4 * slave.longestPause);
}

Finding silent(const SlaveState &slave, const SlaveWindow &window, std::uint64_t others)
{
    //: @info cause, %1 NIC
    return {Rule::SlaveSilent,
            Text::tr("The link of %1 is up, but it receives no frames.").arg(slave.name),
            //: @info next step, %1 NIC
            Text::tr("Check the VLAN and the state of the switch port of %1, then its cable.").arg(slave.name),
            //: @info evidence, %1 NIC, %2 a time, %3 number of frames
            Text::tr("%1 received no frame for %2; the other slaves received %3 in the last minute.")
                .arg(slave.name, durationText(window.silentFor), QString::number(others)),
            {slave.name}};
}

} // namespace

/// Only in active-backup, where all ports are alike to the switch: with a group, the switch decides which port gets
/// what, and a port without traffic is no fault. In mode 4, LACP itself watches each port.
QList<Finding> slaveSilent(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    const QList<SlaveState> slaves = linked(known);
    if (!known.window || known.bond.mode != Mode::ActiveBackup || slaves.size() < 2)
        return findings;
    for (const SlaveState &slave : slaves) {
        const SlaveWindow window = known.window->slaves.value(slave.ifindex);
        std::uint64_t others = 0;
        for (const SlaveState &other : slaves) {
            if (other.ifindex != slave.ifindex)
                others += heardMeanwhile(known.window->slaves.value(other.ifindex), window);
        }
        const bool isActive = known.bond.activeSlave == slave.ifindex;
        if (isActive ? isSilentActive(window, others) : isSilentStandby(window, others))
            findings.append(silent(slave, window, others));
    }
    return findings;
}

} // namespace bondwright::diagnosis::rules
