// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bondwright::host
{

/// Hosts that a configuration of ssh names ("Host srv1 srv2"), without patterns and negations, in their order. Pure;
/// at most 1000.
QStringList hostNamesIn(const QByteArray &sshConfig);

/// Those of ~/.ssh/config and of the files it includes, for completion.
QStringList configuredHosts();

} // namespace bondwright::host
