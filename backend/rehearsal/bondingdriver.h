// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArrayList>

namespace bondwright::rehearsal
{

/// Pure: whether loading the bonding driver makes a bond0 on the host.
/// @param files the texts of modprobe's configuration files, in the order in which it reads them
/// @param commandLine the kernel's
bool makesBondWhenLoaded(const QByteArrayList &files, const QByteArray &commandLine);

/// Whether the driver is loaded, or can be loaded without leaving traces on the host. Error "rehearsal.driver": loading
/// it would make a bond0, with the command that avoids it. Before the sandbox is entered.
Result<void> checkBondingDriver();

} // namespace bondwright::rehearsal
