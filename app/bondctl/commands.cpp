// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include <algorithm>

namespace bondwright::cli
{

const std::vector<Command> &allCommands()
{
    static const std::vector<Command> all{
        nicsCommand(),        bondsCommand(),    listCommand(),    neighboursCommand(), flowsCommand(),
        showCommand(),        monitorCommand(),  eventsCommand(),  recordCommand(),     metricsCommand(),
        statusCommand(),      modesCommand(),    optionsCommand(), adviseCommand(),     checkCommand(),
        switchCommand(),      rehearseCommand(), createCommand(),  setCommand(),        addSlaveCommand(),
        removeSlaveCommand(), renameCommand(),   applyCommand(),   removeCommand(),     activateCommand(),
        restoreCommand(),     testCommand(),     confirmCommand(), rollbackCommand(),   extendCommand(),
        readCommand(),        renderCommand(),   migrateCommand(), bundleCommand(),     backupsCommand(),
        rolloutCommand(),     serveCommand(),    helpCommand(),    completeCommand(),
    };
    return all;
}

const Command *findCommand(const QString &name)
{
    const std::vector<Command> &all = allCommands();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Command &command) { return command.name == name; });
    return at == all.end() ? nullptr : &*at;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : allCommands()) {
        if (!command.isHidden)
            names.append(command.name);
    }
    return names;
}

} // namespace bondwright::cli
