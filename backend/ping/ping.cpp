// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/ping.h"

namespace bondwright::ping
{

Pinger::~Pinger() = default;

} // namespace bondwright::ping
