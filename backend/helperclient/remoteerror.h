// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QDBusMessage>
#include <QString>

namespace bondwright::helper
{

/// "helper.busy" <-> "org.bondwright.Error.Busy": the D-Bus error name for one of our codes;
/// codes that have no name of their own travel as Failed.
QString errorName(const QString &code);
/// What an error reply means to a client: the helper's own message and hint, or words for the bus's errors.
Error remoteError(const QDBusMessage &reply);

} // namespace bondwright::helper
