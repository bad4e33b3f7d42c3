// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/runtime/state.h"

#include <QStringList>

namespace bondwright::helper
{

/// NetworkManager notes below /run/NetworkManager/devices which profile made which interface; the next one takes up what
/// runs by these notes, and only mirrors what has none. One that was killed in the middle of an activation leaves the note of
/// a port without that of its bond: the port would be taken up alone, and detached from a bond that is not its own. Such
/// notes of ports are removed.
/// @param running the interfaces as they are now
/// @return the ports
QStringList forgetPortsWithoutTheirBond(const Environment &environment, const runtime::State &running);

} // namespace bondwright::helper
