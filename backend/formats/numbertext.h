// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace bondwright::formats
{

/// nullopt: the text is no decimal number of 32 bits.
inline std::optional<quint32> numberOf(const QString &text)
{
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// Empty where there is none.
template <typename T>
QString numberText(const std::optional<T> &value)
{
    return value ? QString::number(*value) : QString();
}

} // namespace bondwright::formats
