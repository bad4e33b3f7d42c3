// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright
{

enum class ChangeAction : quint8 {
    Apply,
    Remove,
    Restore, ///< of a backup
    Render, ///< files written below a folder, without the helper
    Migrate,
};

/// "apply", "remove", …, as records, JSON and the bus spell them.
QString changeActionName(ChangeAction action);
std::optional<ChangeAction> changeActionFromName(QStringView name);

/// Why files are changed.
struct ChangeReason {
    ChangeAction action = ChangeAction::Apply;
    QString object; ///< a bond, or the id of the backup that is restored
    QString formerName{}; ///< of a bond that is renamed; empty: it is not

    /// "apply bond0", "rename bond0 bond1", as manifests keep it.
    QString toString() const;
    static std::optional<ChangeReason> fromString(QStringView text);

    friend bool operator==(const ChangeReason &, const ChangeReason &) = default;
};

} // namespace bondwright
