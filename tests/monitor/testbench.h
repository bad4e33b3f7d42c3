// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cablehost.h"
#include "failovertest/testmachine.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace bondwright::failover
{

inline constexpr qint64 ms = 1'000'000;

/// All slaves of bond0 in turn, by the helper.
inline TestSettings automatic()
{
    TestSettings settings;
    settings.bond = QStringLiteral("bond0");
    settings.targets = {QStringLiteral("192.0.2.254")};
    settings.automatic = true;
    return settings;
}

/// Runs a machine against a host in memory on a clock of its own, in steps of 10 ms.
class Bench
{
public:
    explicit Bench(const TestSettings &settings, Mode mode = Mode::ActiveBackup, int slaves = 2)
        : source(mode, slaves)
        , machine(settings)
    {
        source.setNow(now);
    }
    /// Pings pass while the active slave has a link and, if asked, a path.
    bool pingsPass() const
    {
        if (isDeadPath.contains(activeName()))
            return false;
        return std::any_of(sourceBond().slaves.cbegin(), sourceBond().slaves.cend(), [&](const kernel::SlaveState &s) {
            const bool carries = sourceBond().activeSlave ? sourceBond().activeSlave == s.ifindex : s.active;
            return carries && source.snapshot().nics.value(s.ifindex).carrier && s.mii == kernel::MiiStatus::Up;
        });
    }
    QString activeName() const
    {
        const auto active = sourceBond().activeSlave;
        return active && sourceBond().slave(*active) ? sourceBond().slave(*active)->name : QString();
    }
    const kernel::BondState &sourceBond() const { return source.snapshot().bonds.constFind(10).value(); }

    void run(std::chrono::milliseconds length)
    {
        for (const qint64 until = now + length.count() * ms; now < until && !machine.isFinished();) {
            now += 10 * ms;
            // miimon looks every 100 ms
            const kernel::Snapshot before = source.snapshot();
            if (now / ms % 100 == 0 && bondLooks)
                source.look();
            if (onTick)
                onTick();
            if (source.snapshot() != before || isDirty) {
                isDirty = false;
                source.setNow(now);
                machine.snapshotChanged(source.snapshot(), now);
            }
            ping::PingReply reply;
            reply.sequence = ++sequence;
            reply.sentMonotonicNs = now;
            if (pingsPass())
                reply.rtt = std::chrono::microseconds(200);
            machine.replied(0, reply, now);
            machine.tick(now);
            for (const auto &command : machine.takeCommands()) {
                commands.push_back(command);
                const int index = command.slave.right(1).toInt();
                if (command.kind == TestMachine::Command::LinkDown && helperWorks)
                    carrier(index, false);
                if (command.kind == TestMachine::Command::LinkUp)
                    carrier(index, true);
                if (command.kind == TestMachine::Command::Activate) {
                    source.bond().activeSlave = 2 + index;
                    isDirty = true;
                }
            }
        }
    }
    void carrier(int index, bool up)
    {
        source.setCarrier(index, up);
        isDirty = true;
    }
    void start() { machine.start(source.snapshot(), now); }

    CableHost source;
    TestMachine machine;
    qint64 now = 1'000'000 * ms;
    quint32 sequence = 0;
    bool bondLooks = true;
    bool helperWorks = true;
    bool isDirty = false;
    QStringList isDeadPath;
    std::function<void()> onTick;
    std::vector<TestMachine::Command> commands;
};

} // namespace bondwright::failover
