// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "tests/kernel/states.h"

#include <QTest>

#include <functional>

namespace scenes
{

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// All that a rule may look at; a healthy bond of two NICs that was watched for a day.
struct Scene {
    Snapshot snapshot;
    BondPlan plan;
    Window window;
    neighbours::SwitchPorts ports, formerPorts;

    explicit Scene(Mode mode)
        : snapshot(states::bonded(mode))
    {
        plan.name = u"bond0"_s;
        plan.mode = mode;
        plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
        window.watched = 24h;
        for (int index : {2, 3}) {
            snapshot.nics[index].speedMbps = 10'000;
            snapshot.nics[index].duplex = Duplex::Full;
            window.slaves.insert(index, {24h, 0s, 2s, 600, 600, 60'000, 0, 0, 0s, 0s, {}});
        }
    }
    BondState &bond() { return snapshot.bonds[states::bondIndex]; }
    NicState &nic(int number) { return snapshot.nics[2 + number]; }
    SlaveState &slave(int number) { return states::slaveOf(snapshot, number); }
    SlaveWindow &seen(int number) { return window.slaves[2 + number]; }
    void plug(int number, const QString &chassis, const QString &port)
    {
        neighbours::SwitchPort end;
        end.chassis = end.system = chassis;
        end.port = port;
        ports.insert(u"eth%1"_s.arg(number), end);
    }
    Diagnosis judge() { return diagnosis::judge(Case{bond(), snapshot, &plan, &window, ports, formerPorts}); }
};

using SceneChange = std::function<void(Scene &)>;

/// A row of TestRules::speaks(): a rule's name where it must speak, "" where it must not, and the verdict.
inline void row(const char *name, Mode mode, const char *said, const char *verdict, const SceneChange &change)
{
    QTest::newRow(name) << int(mode) << QString::fromLatin1(said) << QString::fromLatin1(verdict) << change;
}

/// Two aggregators, each with a partner.
inline void split(Scene &scene)
{
    scene.slave(1).aggregatorId = 2;
    scene.slave(1).actorPortState = 7;
    scene.slave(1).partnerPortState = 63;
}

// Of what stands beside the driver's state.
void monitoringRows();
void mtuRows();
void driftRows();
void surroundingsRows();
void switchRows();

} // namespace scenes

Q_DECLARE_METATYPE(scenes::SceneChange)
