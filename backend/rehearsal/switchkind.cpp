// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/switchkind.h"

#include "domain/nametable.h"

#include <QCoreApplication>

#include <array>

namespace bondwright::rehearsal
{

namespace
{

struct SwitchRow {
    SwitchKind value;
    QLatin1String name;
    const char *text;
};

constexpr std::array switchTable{
    //: @info what the cables lead to
    SwitchRow{SwitchKind::None, QLatin1String("none"), QT_TRANSLATE_NOOP("Rehearsal", "a switch without a LAG")},
    //: @info what the cables lead to
    SwitchRow{SwitchKind::Static, QLatin1String("static"),
              QT_TRANSLATE_NOOP("Rehearsal", "a switch with a static LAG")},
    //: @info what the cables lead to
    SwitchRow{SwitchKind::Lacp, QLatin1String("lacp"), QT_TRANSLATE_NOOP("Rehearsal", "a switch with an LACP group")},
    //: @info what the cables lead to
    SwitchRow{SwitchKind::Two, QLatin1String("two"), QT_TRANSLATE_NOOP("Rehearsal", "two switches")},
};

} // namespace

QString switchKindName(SwitchKind kind)
{
    return nameIn(switchTable, kind);
}

std::optional<SwitchKind> switchKindFromName(QStringView name)
{
    return valueIn(switchTable, name);
}

QString switchKindText(SwitchKind kind)
{
    return QCoreApplication::translate("Rehearsal", switchTable.at(std::size_t(kind)).text);
}

SwitchKind plannedSwitch(Mode mode)
{
    switch (modeInfo(mode).switchNeed) {
    case SwitchNeed::Nothing:
        return SwitchKind::None;
    case SwitchNeed::StaticLag:
        return SwitchKind::Static;
    case SwitchNeed::Lacp:
        return SwitchKind::Lacp;
    }
    return SwitchKind::None;
}

QList<SwitchKind> wrongSwitches(Mode mode)
{
    switch (modeInfo(mode).switchNeed) {
    case SwitchNeed::Nothing:
        return {SwitchKind::Static};
    case SwitchNeed::StaticLag:
        return {SwitchKind::None};
    case SwitchNeed::Lacp:
        return {SwitchKind::None, SwitchKind::Static, SwitchKind::Two};
    }
    return {};
}

} // namespace bondwright::rehearsal
