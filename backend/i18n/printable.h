// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright::i18n
{

enum class Lines : quint8 {
    Escaped, ///< the result is one line
    Kept, ///< line feeds and tabs stay
};

/// Text from files, the network or an argument, made fit for a terminal or a log: control characters (escape
/// sequences, line ends) and bidirectional marks become \uXXXX.
QString printable(const QString &text, Lines lines = Lines::Escaped);

} // namespace bondwright::i18n
