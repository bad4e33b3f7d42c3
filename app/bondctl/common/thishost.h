// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/hostfacts.h"
#include "domain/result.h"

namespace bondwright::cli
{

/// What is known of this host, for checks and advice. Unprivileged; fails only without netlink.
Result<HostFacts> thisHost();

} // namespace bondwright::cli
