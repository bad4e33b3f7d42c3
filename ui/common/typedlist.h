// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QStringList>

namespace bondwright::ui
{

/// What a field for several names or addresses holds, however they are separated: "a, b", "a b", "a；b".
inline QStringList typedList(const QString &text)
{
    static const QRegularExpression gaps(QStringLiteral("[,;，；、\\s]+"));
    return text.split(gaps, Qt::SkipEmptyParts);
}

} // namespace bondwright::ui
