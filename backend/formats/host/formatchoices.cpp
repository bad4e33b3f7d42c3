// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/formatchoices.h"

#include "formats/ifcfg/dialect.h"

#include <algorithm>

namespace bondwright::formats
{

QList<FormatChoice> formatChoices(const HostConfiguration &host)
{
    using ifcfg::Dialect;
    QList<FormatChoice> choices{{FormatId::NetworkManager}};
    for (int major = Dialect::newest; major >= Dialect::oldest; --major)
        choices.append({FormatId::Ifcfg, major});
    for (const FormatId format : {FormatId::Networkd, FormatId::Netplan, FormatId::Ifupdown, FormatId::Nmstate,
                                  FormatId::CloudInit, FormatId::Wicked, FormatId::Dracut, FormatId::Kickstart})
        choices.append({format});
    const int release
        = host.format == FormatId::Ifcfg ? std::clamp(host.release.rhelMajor, Dialect::oldest, Dialect::newest) : 0;
    const auto own = std::find_if(choices.begin(), choices.end(), [&host, release](const FormatChoice &choice) {
        return choice.format == host.format && choice.rhelMajor == release;
    });
    if (own != choices.end())
        std::rotate(choices.begin(), own, own + 1);
    return choices;
}

} // namespace bondwright::formats
