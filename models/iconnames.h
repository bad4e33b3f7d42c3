// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The names IconNameRole uses. Each stands beside a text that says the same, so a theme may lack them.
namespace bondwright::models::icons
{

inline const QString ok = QStringLiteral("bw-ok");
inline const QString degraded = QStringLiteral("bw-degraded");
inline const QString down = QStringLiteral("bw-down");
inline const QString unknown = QStringLiteral("bw-unknown");
inline const QString active = QStringLiteral("bw-active");
inline const QString standby = QStringLiteral("bw-standby");
inline const QString changing = QStringLiteral("bw-changing");
inline const QString nicFree = QStringLiteral("bw-nic-free");
inline const QString nicInUse = QStringLiteral("bw-nic-in-use");
inline const QString nicNotUsable = QStringLiteral("bw-nic-not-usable");
inline const QString error = QStringLiteral("bw-error");
inline const QString warning = QStringLiteral("bw-warning");
inline const QString advice = QStringLiteral("bw-advice");
inline const QString info = QStringLiteral("bw-info");
inline const QString fileNew = QStringLiteral("bw-file-new");
inline const QString fileChanged = QStringLiteral("bw-file-changed");
inline const QString fileDeleted = QStringLiteral("bw-file-deleted");

} // namespace bondwright::models::icons
