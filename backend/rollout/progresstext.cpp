// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/progress.h"

#include "domain/nametable.h"

#include <QCoreApplication>

#include <array>

namespace bondwright::rollout
{

namespace
{

struct StageRow {
    Stage value;
    QLatin1String name;
    const char *text;
};

constexpr std::array stageTable{
    //: @status of a host in a roll-out: its batch has not begun
    StageRow{Stage::Waiting, QLatin1String("waiting"), QT_TRANSLATE_NOOP("Rollout", "waits")},
    //: @status of a host in a roll-out
    StageRow{Stage::Begun, QLatin1String("begun"), QT_TRANSLATE_NOOP("Rollout", "begun")},
    //: @status of a host in a roll-out
    StageRow{Stage::Rehearsed, QLatin1String("rehearsed"), QT_TRANSLATE_NOOP("Rollout", "rehearsed")},
    //: @status of a host in a roll-out
    StageRow{Stage::WouldChange, QLatin1String("would-change"), QT_TRANSLATE_NOOP("Rollout", "would change")},
    //: @status of a host in a roll-out
    StageRow{Stage::Unchanged, QLatin1String("unchanged"), QT_TRANSLATE_NOOP("Rollout", "nothing to change")},
    //: @status of a host in a roll-out: its change is in force, and reverts unless it is confirmed
    StageRow{Stage::Applied, QLatin1String("applied"), QT_TRANSLATE_NOOP("Rollout", "applied")},
    //: @status of a host in a roll-out
    StageRow{Stage::Confirmed, QLatin1String("confirmed"), QT_TRANSLATE_NOOP("Rollout", "confirmed")},
    //: @status of a host in a roll-out
    StageRow{Stage::GatePassed, QLatin1String("gate-passed"), QT_TRANSLATE_NOOP("Rollout", "gate passed")},
    //: @status of a host in a roll-out
    StageRow{Stage::Tested, QLatin1String("tested"), QT_TRANSLATE_NOOP("Rollout", "failover tested")},
    //: @status of a host in a roll-out
    StageRow{Stage::Reverted, QLatin1String("reverted"), QT_TRANSLATE_NOOP("Rollout", "reverted")},
    //: @status of a host in a roll-out
    StageRow{Stage::Failed, QLatin1String("failed"), QT_TRANSLATE_NOOP("Rollout", "failed")},
    //: @status of a host in a roll-out
    StageRow{Stage::Unreachable, QLatin1String("unreachable"), QT_TRANSLATE_NOOP("Rollout", "unreachable")},
};

} // namespace

QString stageName(Stage stage)
{
    return nameIn(stageTable, stage);
}

QString stageText(Stage stage)
{
    return QCoreApplication::translate("Rollout", stageTable.at(std::size_t(stage)).text);
}

} // namespace bondwright::rollout
