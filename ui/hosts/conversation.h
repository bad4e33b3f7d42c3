// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/remoteagent.h"

class QWidget;

namespace bondwright::ui
{

/// Asks in dialogs over @p window what the host's polkit wants to know, as long as both live.
void converse(host::RemoteAgent &agent, const QString &hostName, QWidget *window);

} // namespace bondwright::ui
