// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/heartbeat.h"

#include <systemd/sd-daemon.h>

namespace bondwright::helper
{

Heartbeat::Heartbeat()
{
    uint64_t intervalUs = 0;
    if (sd_watchdog_enabled(0, &intervalUs) <= 0)
        return;
    constexpr int beatsInInterval = 3;
    m_timer.callOnTimeout(&m_timer, [] { (void)sd_notify(0, "WATCHDOG=1"); });
    m_timer.start(std::chrono::milliseconds(intervalUs / 1000 / beatsInInterval));
}

} // namespace bondwright::helper
