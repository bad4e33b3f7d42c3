// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/switchside/vendors.h"

using namespace Qt::StringLiterals;

namespace bondwright::switchside
{

QStringList juniperJunos(const Group &group)
{
    const QString channel = u"set interfaces ae0 "_s;
    const QString switching = channel + u"unit 0 family ethernet-switching "_s;
    QStringList lines{u"configure"_s,
                      // A smaller number than before would delete the groups beyond it.
                      u"set chassis aggregated-devices ethernet device-count <NUMBER-OF-ALL-AE-GROUPS>"_s};
    for (const QString &port : group.portNames())
        lines << u"delete interfaces %1 unit 0"_s.arg(port)
              << u"set interfaces %1 ether-options 802.3ad ae0"_s.arg(port);
    if (!group.description.isEmpty())
        lines << channel + u"description "_s + group.description;
    if (group.isLacp)
        lines << channel + u"aggregated-ether-options lacp active"_s
              << channel + u"aggregated-ether-options lacp periodic "_s + (group.isFast ? u"fast"_s : u"slow"_s);
    if (group.vlans.isEmpty())
        lines << switching + u"interface-mode access"_s << switching + u"vlan members <VLAN>"_s;
    else
        lines << switching + u"interface-mode trunk"_s
              << switching + u"vlan members [ %1 ]"_s.arg(group.vlanList(u' '));
    return lines << u"commit confirmed 5"_s;
}

} // namespace bondwright::switchside
