// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/mode.h"
#include "domain/modes/modetable.h"

#include <algorithm>

namespace bondwright
{

std::span<const ModeInfo> allModes()
{
    return modes::table();
}

const ModeInfo &modeInfo(Mode mode)
{
    return modes::table()[static_cast<std::size_t>(mode)];
}

QString kernelName(Mode mode)
{
    return modeInfo(mode).kernelName;
}

QString modeText(Mode mode)
{
    return QStringLiteral("%1 (%2)").arg(kernelName(mode)).arg(int(mode));
}

std::optional<Mode> modeFromName(QStringView name)
{
    const auto all = allModes();
    const auto it
        = std::find_if(all.begin(), all.end(), [name](const ModeInfo &info) { return info.kernelName == name; });
    return it == all.end() ? std::nullopt : std::optional(it->mode);
}

std::optional<Mode> modeFromText(QStringView text)
{
    if (const auto named = modeFromName(text))
        return named;
    // One digit is enough: the kernel's numbers end at 6.
    if (text.size() == 1 && text.front() >= u'0' && text.front() <= u'6')
        return static_cast<Mode>(text.front().unicode() - u'0');
    return std::nullopt;
}

} // namespace bondwright
