// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright::tour
{

/// Writes a picture with a palette of at most 256 colours, a third of the size: what windows show has few, and the
/// rare ones in the edges of letters are replaced by their nearest neighbour.
/// @return false if one of the two files cannot be read or written
bool shrinkPicture(const QString &from, const QString &to);

} // namespace bondwright::tour
