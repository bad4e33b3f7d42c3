// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/arrangement.h"
#include "rehearsal/request.h"
#include "rehearsal/sandbox.h"

namespace bondwright::rehearsal
{

/// The cables of a rehearsal: at this end stand-ins for the NICs, by their names, and at the other a switch.
class Cabling
{
public:
    /// @param links opened in the namespace that plays the host
    Cabling(kernel::LinkWriter links, Sandbox &sandbox);

    /// Makes stand-ins for all slaves of the plan, and the switch.
    Result<void> build(const Request &request, const QList<Answer> &answers);
    /// At the switch, so that the NIC loses its carrier as on hardware.
    Result<void> setPlugged(const QString &nic, bool plugged);

private:
    Result<void> addCables(const Request &request);
    Result<int> addGroup(const QString &name, SwitchNeed need, int bridge);
    Result<void> connect(SwitchKind kind, SwitchNeed need, int bridge);
    Result<void> linkBridges(int first, int second);
    Result<void> answerAt(int bridge, const QList<Answer> &answers);

    kernel::LinkWriter m_host;
    Sandbox &m_sandbox;
    QStringList m_nics; ///< in the order of the ports
    QList<int> m_ports;
};

} // namespace bondwright::rehearsal
