// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/advice.h"

#include <QStringList>

namespace bondwright::advice
{

/// "none", systemd's word for bare metal, counts as none.
bool isVirtualMachine(const HostFacts &host);
/// NICs that could be bonded and whose MAC address is known to be fixed.
QStringList nicsWithFixedMac(const HostFacts &host);
/// NICs whose link is up, but does not tell its speed.
QStringList nicsWithoutSpeed(const HostFacts &host);
/// Reasons on this host against a mode. Empty where the host is not known.
QList<BilingualText> cautions(Mode mode, const HostFacts &host);

} // namespace bondwright::advice
