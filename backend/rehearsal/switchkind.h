// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mode.h"

#include <QString>

#include <optional>

namespace bondwright::rehearsal
{

/// What the cables of a rehearsal lead to.
enum class SwitchKind : quint8 {
    None, ///< one switch that knows of no group: a bridge
    Static, ///< a fixed link aggregation group
    Lacp, ///< an LACP group
    Two, ///< every other cable in a second switch; linked, unless the mode needs groups: then one group each
};

/// "none", "static", "lacp", "two".
QString switchKindName(SwitchKind kind);
std::optional<SwitchKind> switchKindFromName(QStringView name);
/// Translated: "a switch without a group".
QString switchKindText(SwitchKind kind);
/// What a mode is made for.
SwitchKind plannedSwitch(Mode mode);
/// What a mode is most often met with instead.
QList<SwitchKind> wrongSwitches(Mode mode);

} // namespace bondwright::rehearsal
