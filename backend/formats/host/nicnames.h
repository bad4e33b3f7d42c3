// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/macaddress.h"

#include <QMap>
#include <QString>

namespace bondwright::formats
{

/// Permanent MAC to interface name of the NICs in sysfs. A slave's own address counts, not the bond's that
/// it bears meanwhile. Interfaces made by software (bonds, bridges, VLANs, ...) and MACs that two NICs share are left
/// out.
/// @param classFolder /sys/class/net, or one made like it
QMap<MacAddress, QString> nicNamesByMac(const QString &classFolder = QStringLiteral("/sys/class/net"));

} // namespace bondwright::formats
