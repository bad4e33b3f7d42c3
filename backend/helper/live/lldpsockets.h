// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/snapshot.h"
#include "neighbours/heardframe.h"

#include <QByteArray>

#include <chrono>

namespace bondwright::helper
{

/// Opens a raw socket for LLDP on each NIC whose link is up, and writes a line for each frame: NIC's name, a blank, the bytes
/// as hexadecimal digits. "!" and a number instead: the system's error, where no socket could be opened. @return exit status
int listenForNeighbours(std::chrono::seconds duration);

/// Whether LLDP is listened for on it: NICs whose link is up, slaves too.
bool isListenedOn(const kernel::NicState &nic);
/// What listenForNeighbours() has written. Error "helper.failed". Lines that are none of its are passed over.
Result<QList<neighbours::HeardFrame>> framesFromLines(const QByteArray &lines);

} // namespace bondwright::helper
