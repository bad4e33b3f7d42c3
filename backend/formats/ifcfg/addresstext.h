// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright::formats::ifcfg
{

QString netmaskFromPrefix(int prefix); ///< 24 → "255.255.255.0"
std::optional<int> prefixFromNetmask(QStringView netmask); ///< nullopt: not a netmask, or one with holes
/// What ipcalc assumes without a mask: the class of the address (8, 16, 24).
int classfulPrefix(QStringView address);

} // namespace bondwright::formats::ifcfg
