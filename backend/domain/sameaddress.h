// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright
{

/// Whether two texts ("2001:db8:0::1/64") are the same address with the same prefix, however they are spelt. A text
/// that is no address is the same as nothing.
bool isSameAddress(const QString &left, const QString &right);

} // namespace bondwright
