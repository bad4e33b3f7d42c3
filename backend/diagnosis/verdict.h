// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace bondwright::diagnosis
{

enum class Verdict : quint8 { Healthy, Degraded, SinglePointOfFailure, LacpNotNegotiated, Down, Unknown };

inline constexpr int verdictCount = int(Verdict::Unknown) + 1;
QString verdictName(Verdict verdict); ///< machine word: "healthy", "degraded", …
Verdict verdictFromName(QStringView name); ///< Unknown for any other text
QString verdictWord(Verdict verdict); ///< translated: "Degraded"

} // namespace bondwright::diagnosis
