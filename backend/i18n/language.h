// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bilingual.h"

#include <QString>
#include <QStringList>

namespace bondwright::i18n
{

/// Languages the program speaks: "en", "zh_CN".
QStringList languages();
/// The best language for the user's locale.
QString systemLanguage();
/// Installs the program's and Qt's own translations, replacing those installed before; widgets get
/// QEvent::LanguageChange. Unknown languages give English. @return the language in use
QString installLanguage(const QString &language);
QString currentLanguage();
Language languageInUse();
/// The half of a bilingual text that the user reads.
QString inCurrentLanguage(const BilingualText &text);

} // namespace bondwright::i18n
