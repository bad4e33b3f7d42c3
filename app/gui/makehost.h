// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/otherhost.h"

namespace bondwright
{

/// Another host, reached by the user's own ssh, and what windows about it work on.
/// @param askpass what asks on behalf of ssh; empty: ssh asks on the terminal
std::unique_ptr<ui::OtherHost> makeHost(const QString &name, const QString &askpass);

/// The practice host, and the panel's cables.
std::unique_ptr<ui::OtherHost> makePracticeHost();

} // namespace bondwright
