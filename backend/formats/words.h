// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bondwright::formats
{

/// What isspace() takes for blanks in the C locale, as nearly all readers of these files do: a no-break space is no blank.
inline constexpr char16_t asciiBlanks[] = u" \t\n\v\f\r";

/// A text cut at blanks, however many.
QStringList wordsOf(QStringView text, QStringView blanks = asciiBlanks);

} // namespace bondwright::formats
