// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

std::vector<Command> domainCommands()
{
    return {
        {u"modes"_s, u"modes [--json]"_s, QCoreApplication::translate("bondctl", "Describes the seven bonding modes."),
         runModes},
        {u"options"_s, u"options [--mode MODE] [--json]"_s,
         QCoreApplication::translate("bondctl", "Lists the driver's options with defaults, ranges and modes."),
         runOptions},
        {u"check"_s, u"check PLAN [--no-host] [--editing BOND] [--json]"_s,
         QCoreApplication::translate("bondctl",
                                     "Checks a plan by itself and against this host; exits with 1 if it has errors."),
         runCheck},
        {u"advise"_s, u"advise GOAL [--no-host] [--json]"_s,
         QCoreApplication::translate("bondctl",
                                     "Recommends a mode for a goal: survive, throughput, both-lacp, both-no-switch."),
         runAdvise},
        {u"switch"_s, u"switch PLAN --vendor VENDOR [--json]"_s,
         QCoreApplication::translate("bondctl",
                                     "Writes the switch's side of a plan: cisco-ios, cisco-nxos, arista, junos, "
                                     "huawei, h3c, mikrotik, linux."),
         runSwitch},
    };
}

} // namespace bondwright::cli
