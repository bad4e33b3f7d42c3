// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace bondwright::cli
{

/// All commands, in the order of the help. Each of the functions below is in the file that is named after it.
const std::vector<Command> &allCommands();
/// Null if there is no such command.
const Command *findCommand(const QString &name);
/// "check, create, …", without the hidden ones.
QStringList commandNames();

Command nicsCommand();
Command bondsCommand();
Command listCommand();
Command flowsCommand();
Command neighboursCommand();
Command showCommand();
Command monitorCommand();
Command eventsCommand();
Command recordCommand();
Command metricsCommand();
Command statusCommand();

Command modesCommand();
Command optionsCommand();
Command adviseCommand();
Command checkCommand();
Command switchCommand();
Command rehearseCommand();
Command rolloutCommand();

Command createCommand();
Command setCommand();
Command addSlaveCommand();
Command removeSlaveCommand();
Command renameCommand();
Command applyCommand();
Command removeCommand();
Command activateCommand();
Command restoreCommand();
Command testCommand();

Command confirmCommand();
Command rollbackCommand();
Command extendCommand();

Command readCommand();
Command renderCommand();
Command migrateCommand();
Command bundleCommand();
Command backupsCommand();
Command serveCommand();

Command helpCommand();
Command completeCommand();

} // namespace bondwright::cli
