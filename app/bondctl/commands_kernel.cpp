// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "common/monitor.h"
#include "events.h"
#include "record.h"
#include "show.h"

namespace bondwright::cli
{

std::vector<Command> kernelCommands()
{
    return {
        {QStringLiteral("nics"), QStringLiteral("nics [--json]"),
         //: @info what a command does
         QCoreApplication::translate("bondctl", "Lists the network cards and what they are used for."), runNics},
        {QStringLiteral("bonds"), QStringLiteral("bonds [--json]"),
         //: @info what a command does
         QCoreApplication::translate("bondctl", "Lists the bonds and how they are."), runBonds},
        {QStringLiteral("show"), QStringLiteral("show BOND|--proc FILE [--json]"),
         //: @info what a command does
         QCoreApplication::translate(
             "bondctl", "Shows one bond, or a copy of a /proc/net/bonding file: state, slaves, LACP, all options."),
         runShow},
        {QStringLiteral("monitor"),
         QStringLiteral("monitor [BOND …] [--interval MS] [--ping HOST]… [--no-ping] [--ping-interval MS] "
                        "[--duration S] [--json] [--replay FILE [--speed X]]"),
         //: @info what a command does
         QCoreApplication::translate("bondctl", "Follows bonds live: traffic, failovers, and how long they took."),
         runMonitor},
        {QStringLiteral("events"), QStringLiteral("events [--since TIME] [--bond BOND] [--json]"),
         //: @info what a command does
         QCoreApplication::translate("bondctl", "Lists what has happened to the bonds."), runEvents},
        {QStringLiteral("record"), QStringLiteral("record FILE [--interval MS] [--duration S]"),
         //: @info what a command does
         QCoreApplication::translate("bondctl", "Records the bonds into a file that monitor --replay plays."),
         runRecord},
    };
}

} // namespace bondwright::cli
