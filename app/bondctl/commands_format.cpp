// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "common/formatfiles.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

std::vector<Command> formatCommands()
{
    // Without --root, "restore" is the helper's: it needs an authorisation and can be taken back.
    const auto isBelowRoot = [](const QStringList &arguments) {
        return std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
            return argument == u"--root" || argument.startsWith(u"--root=");
        });
    };
    return {
        {u"render"_s,
         u"render PLAN [--format ifcfg|nm|kickstart] [--rhel 5|6|7|8|9] [--service network|nm] [--root DIR] [--diff] [--json]"_s,
         QCoreApplication::translate("bondctl", "Print a plan’s configuration files, or write them below a folder."),
         runRender,
         {}},
        {u"read"_s,
         u"read [--format ifcfg|nm] [--root DIR] [--json]"_s,
         QCoreApplication::translate("bondctl", "Print the bonds of the configuration files as plans."),
         runRead,
         {}},
        {u"migrate"_s,
         u"migrate BOND --to ifcfg|nm [--rhel 5|6|7|8|9] [--service network|nm] [--root DIR] [--diff] [--json]"_s,
         QCoreApplication::translate("bondctl",
                                     "Print a bond’s files in the other format, or move it there below a folder."),
         runMigrate,
         {}},
        {u"backups"_s,
         u"backups [--root DIR] [--json]"_s,
         QCoreApplication::translate("bondctl", "List the backups of configuration files."),
         runBackups,
         {}},
        {u"restore"_s, u"restore ID --root DIR [--diff]"_s,
         QCoreApplication::translate("bondctl", "Put a backup’s files back below a folder."), runRestore, isBelowRoot},
        {u"bundle"_s,
         u"bundle PLAN --rhel 5|6|7|8 [-o FILE] [--ping ADDRESS] [--confirm-within SECONDS]"_s,
         QCoreApplication::translate("bondctl", "Make one script that does it all on a host without this program."),
         runBundle,
         {}},
    };
}

} // namespace bondwright::cli
