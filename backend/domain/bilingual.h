// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright
{

/// The languages that the program speaks.
enum class Language : quint8 { English, Chinese };

/// A text that is always there in both languages, whatever language the program runs in.
struct BilingualText {
    QString en;
    QString zh; ///< Simplified Chinese

    QString in(Language language) const { return language == Language::Chinese ? zh : en; }
    friend bool operator==(const BilingualText &, const BilingualText &) = default;
};

} // namespace bondwright
