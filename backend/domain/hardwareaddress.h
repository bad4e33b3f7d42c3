// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright
{

/// Six octets in the kernel's form, lower case "aa:bb:cc:dd:ee:ff"; single digits and '-' are refused,
/// as the bonding driver refuses them (mac_pton).
std::optional<QString> canonicalMac(QStringView text);
/// The group bit; such an address can never be a NIC's own. Needs canonical text.
bool isMulticastMac(QStringView canonical);
bool isZeroMac(QStringView canonical);

} // namespace bondwright
