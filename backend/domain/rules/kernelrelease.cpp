// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/kernelrelease.h"

#include <QString>

#include <algorithm>

namespace bondwright::rules
{

namespace
{

// Takes the digits from the front of the text; a kernel's numbers have few.
std::optional<int> takeNumber(QStringView &text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c < u'0' || c > u'9'; });
    const qsizetype digits = end - text.begin();
    if (digits == 0 || digits > 5)
        return std::nullopt;
    const int value = text.first(digits).toInt();
    text = text.sliced(digits);
    return value;
}

} // namespace

std::optional<KernelRelease> kernelRelease(QStringView text)
{
    const auto major = takeNumber(text);
    if (!major || !text.startsWith(u'.'))
        return std::nullopt;
    text = text.sliced(1);
    const auto minor = takeNumber(text);
    return minor ? std::optional(KernelRelease(*major, *minor)) : std::nullopt;
}

} // namespace bondwright::rules
