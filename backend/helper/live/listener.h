// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bondwright::helper
{

/// The body of "--listen", a process of its own with the right to raw sockets: reads one line from standard input, "35" for
/// 35 s of LLDP (lldpsockets.h) or "flows 10 bond0" for 10 s of flows (flowsocket.h), and writes lines. @return exit status
int listenAsAsked();

} // namespace bondwright::helper
