// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"

#include <optional>

/// The outcome of a confirmation whose connection broke before the host answered: it may have arrived.
namespace bondwright::host
{

using ConfirmResult = Result<helper::HelperClient::Nothing>;

/// Error "host.offline": unknown.
ConfirmResult confirmationLost();
/// By the state of the change afterwards. nullopt: it did not arrive, and the change still waits for it.
std::optional<ConfirmResult> fateOfConfirmation(helper::TransactionState now);

} // namespace bondwright::host
