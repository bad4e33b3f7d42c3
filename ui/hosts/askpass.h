// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/questiondialog.h"

namespace bondwright::ui
{

/// What ssh asks its SSH_ASKPASS program, as a question for a dialog.
/// @param prompt ssh's text @param kind $SSH_ASKPASS_PROMPT: "confirm", "none" or empty (ssh(1))
QuestionDialog::Question askpassQuestion(const QString &host, const QString &prompt, const QString &kind);

/// Asks it in a window of its own and prints the answer, as ssh expects of the program. Runs the event loop.
/// @return the exit status: 0 answered, 1 not
int runAskpass(const QString &host, const QString &prompt, const QString &kind);

} // namespace bondwright::ui
