// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/configuredplans.h"

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/ifupdown/ifupdownformat.h"
#include "formats/networkd/networkdformat.h"

#include <algorithm>

namespace bondwright::watch
{

namespace
{

/// A file that makes a NIC a port may be among those that may not be read; then who belongs to a bond is not known.
/// Other .netdev files hold secrets (WireGuard), and no ports.
bool isComplete(const formats::FileSnapshot &files)
{
    const auto failed = files.unreadable.keys();
    return std::all_of(failed.cbegin(), failed.cend(), [](const QString &path) { return path.endsWith(u".netdev"); });
}

/// Bonds that are in @p plans already stay as they are.
void add(diagnosis::Plans &plans, const QString &root, const formats::Format &format)
{
    const auto files = formats::takeSnapshot(root, format);
    if (!files || !isComplete(*files))
        return;
    for (const formats::FoundBond &found : format.read(*files).bonds) {
        if (found.plan.autoconnect && !plans.contains(found.plan.name))
            plans.insert(found.plan.name, found.plan);
    }
}

} // namespace

diagnosis::Plans plansOfFiles(const QString &root, const RunningManagers &running)
{
    diagnosis::Plans plans;
    if (running.hasNetworkd)
        add(plans, root, formats::networkd::NetworkdFormat());
    if (!running.hasNmProfiles)
        add(plans, root, formats::ifcfg::IfcfgFormat{formats::ifcfg::Dialect()});
    add(plans, root, formats::ifupdown::IfupdownFormat());
    return plans;
}

} // namespace bondwright::watch
