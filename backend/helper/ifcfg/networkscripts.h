// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/transaction/activator.h"

namespace bondwright::helper
{

/// Runs "ifup" or "ifdown" for one interface, and answers when it has ended.
using ScriptRunner = std::function<void(QObject *context, const QString &program, const QString &interface, Done done)>;

/// The host's own. They run as units of their own where systemd runs, because what they start (a DHCP client)
/// must neither be caught in the helper's sandbox nor be killed with it. They get 90 s.
void runNetworkScript(QObject *context, const QString &program, const QString &interface, const Done &done);

} // namespace bondwright::helper
