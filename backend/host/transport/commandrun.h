// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/transport/commandchannel.h"

#include <chrono>
#include <functional>

namespace bondwright::host
{

/// What a command has said until it ended.
struct CommandOutcome {
    int status = -1; ///< its exit status; -1: it could not be started, was ended, or said more than there is room for
    QByteArray output;
    QString complaint; ///< standard error; where there was none, why it ended

    bool isGood() const { return status == 0; }
    /// ssh itself failed: the host was not reached, or has gone meanwhile.
    bool isUnreached() const;
};

/// Runs it with this as its standard input. @param limit then it is ended: ssh notices no cut while it still agrees on keys
/// @param done called once, unless context is gone first; then the command is ended
void runCommand(const Command &command, const QByteArray &input, std::chrono::seconds limit, QObject *context,
                std::function<void(const CommandOutcome &)> done);

} // namespace bondwright::host
