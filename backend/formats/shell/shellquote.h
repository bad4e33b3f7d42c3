// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace bondwright::formats
{

/// A value as it has to stand behind "KEY=" in a file that root's shell sources, so that bash, dash and
/// NetworkManager's reader (svUnescape) all get back exactly this text and nothing in it is executed:
/// bare if it needs no quotes, else in double quotes with \ before $ ` " and \.
/// nullopt for what cannot be written safely: control characters (a newline ends the line for every
/// line-based reader), text that does not survive UTF-8, and characters that reorder what a person sees.
std::optional<QByteArray> shellQuote(const QString &value);

/// A word of a command that a person copies into a terminal: bare if it needs no quotes, else in single ones.
QString shellWord(const QString &text);

/// A name for a shell variable: letters, digits, "_", not beginning with a digit.
bool isShellName(const QByteArray &name);

} // namespace bondwright::formats
