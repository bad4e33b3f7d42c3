// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace bondwright::cli
{

/// A moment: "2026-11-22", "2026-11-22T13:00[:00]", or how long ago: "90s", "30m", "2h", "7d".
std::optional<QDateTime> momentFromText(const QString &text, const QDateTime &now);

} // namespace bondwright::cli
