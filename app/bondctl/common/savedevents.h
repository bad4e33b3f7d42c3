// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/savedlog.h"

namespace bondwright::cli
{

/// @param source a saved log ("-": standard input), or a support report as folder or tar archive, of which the best of
///        its logs is taken: the journal, else /var/log/messages, else dmesg
Result<history::SavedLog> readSavedEvents(const QString &source);

} // namespace bondwright::cli
