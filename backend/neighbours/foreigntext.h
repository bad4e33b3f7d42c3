// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/printable.h"

#include <QString>

namespace bondwright::neighbours
{

/// What a device sent as a name: one printable line of at most 255 characters.
inline QString foreignText(const QString &text)
{
    return i18n::printable(text.left(255).remove(QChar(0)).trimmed()).left(255);
}

} // namespace bondwright::neighbours
