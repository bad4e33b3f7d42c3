// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/language.h"

#include <QLocale>

namespace bondwright::ui
{

/// For dates: the desktop's formats if it speaks the program's language, otherwise those of that language. An
/// English month has no place in a Chinese window.
inline QLocale currentLocale()
{
    const QLocale spoken(i18n::currentLanguage());
    const QLocale desktop = QLocale::system();
    return desktop.language() == spoken.language() ? desktop : spoken;
}

} // namespace bondwright::ui
