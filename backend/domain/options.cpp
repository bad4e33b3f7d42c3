// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"

#include "domain/options/optiontable.h"

#include <algorithm>

namespace bondwright
{

std::span<const OptionSpec> allOptions()
{
    static const QList<OptionSpec> table = options::modeRow() + options::monitoringRows() + options::arpRows()
        + options::primaryRows() + options::failoverRows() + options::balancingRows() + options::lacpRows()
        + options::slaveRows() + options::moduleRows();
    return {table.constData(), static_cast<std::size_t>(table.size())};
}

const OptionSpec *findOption(QStringView name)
{
    const auto all = allOptions();
    const auto it = std::find_if(all.begin(), all.end(), [name](const OptionSpec &spec) {
        return spec.name == name || spec.aliases.contains(name);
    });
    return it == all.end() ? nullptr : &*it;
}

const OptionSpelling *spellingOf(const OptionSpec &spec, FileFormat format)
{
    const auto it = std::find_if(spec.spellings.cbegin(), spec.spellings.cend(),
                                 [format](const OptionSpelling &spelling) { return spelling.format == format; });
    return it == spec.spellings.cend() ? nullptr : &*it;
}

const OptionSpec *findOption(FileFormat format, QStringView key)
{
    const auto all = allOptions();
    const auto it = std::find_if(all.begin(), all.end(), [&](const OptionSpec &spec) {
        const OptionSpelling *spelling = spellingOf(spec, format);
        return spelling && spelling->key == key;
    });
    return it == all.end() ? nullptr : &*it;
}

bool acceptsMode(const OptionSpec &spec, Mode mode)
{
    return (spec.modes >> static_cast<unsigned>(mode) & 1U) != 0;
}

bool isLasting(const OptionSpec &spec)
{
    return spec.scope == OptionScope::Bond && spec.name != u"mode" && spec.name != u"active_slave";
}

bool actsInMode(const OptionSpec &spec, Mode mode)
{
    return (spec.effectiveModes >> static_cast<unsigned>(mode) & 1U) != 0;
}

} // namespace bondwright
