// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/linechannel.h"

namespace bondwright::host
{

LineChannel::~LineChannel() = default;

} // namespace bondwright::host
