// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "neighbours/switchport.h"

#include <QByteArray>

namespace bondwright::neighbours
{

/// Reads what `lldpcli -f json0 show neighbors details` prints (lldpd 1.0; the form that does not depend on how many
/// there are). Only neighbours that were heard by LLDP count; of several on one NIC the first.
/// Errors: "lldp.lldpcli" (no JSON of that form).
Result<SwitchPorts> parseLldpcliJson(const QByteArray &json);

} // namespace bondwright::neighbours
