// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright
{

/// A text that is always there in both languages, whatever language the program runs in.
struct BilingualText {
    QString en;
    QString zh; ///< Simplified Chinese

    friend bool operator==(const BilingualText &, const BilingualText &) = default;
};

} // namespace bondwright
