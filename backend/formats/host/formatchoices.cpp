// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/formatchoices.h"

#include "formats/ifcfg/dialect.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

FormatChoice ownOf(const HostConfiguration &host)
{
    if (host.format != u"ifcfg")
        return {host.format};
    return {host.format, std::clamp(host.release.rhelMajor, ifcfg::Dialect::oldest, ifcfg::Dialect::newest)};
}

} // namespace

QList<FormatChoice> formatChoices(const HostConfiguration &host)
{
    QList<FormatChoice> choices{{u"nm"_s}};
    for (int major = ifcfg::Dialect::newest; major >= ifcfg::Dialect::oldest; --major)
        choices.append({u"ifcfg"_s, major});
    choices += {{u"networkd"_s},  {u"netplan"_s}, {u"ifupdown"_s}, {u"nmstate"_s},
                {u"cloudinit"_s}, {u"wicked"_s},  {u"dracut"_s},   {u"kickstart"_s}};
    const auto own = std::find(choices.begin(), choices.end(), ownOf(host));
    if (own != choices.end())
        std::rotate(choices.begin(), own, own + 1);
    return choices;
}

} // namespace bondwright::formats
