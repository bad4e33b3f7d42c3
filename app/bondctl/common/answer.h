// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "helperclient/helperclient.h"

namespace bondwright::cli
{

/// A method of the helper that decides about a pending change.
using Answer = void (helper::HelperClient::*)(const helper::Ticket &, QObject *,
                                              helper::HelperClient::Callback<helper::HelperClient::Nothing>);

/// confirm, rollback, extend: of the named change, or of the one that is pending.
/// @param done what to say afterwards, translated
int runAnswer(Context &context, const Arguments &arguments, Answer answer, const QString &done);
/// "ID": the change that is meant.
Word changeWord();

} // namespace bondwright::cli
