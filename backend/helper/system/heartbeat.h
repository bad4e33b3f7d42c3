// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace bondwright::helper
{

/// Tells systemd (WatchdogSec= of the unit) that this thread's loop, which serves the bus, still turns. A helper
/// that hangs is killed and started again. Does nothing where systemd does not ask for it.
class Heartbeat final
{
public:
    Heartbeat();

private:
    QTimer m_timer;
};

} // namespace bondwright::helper
