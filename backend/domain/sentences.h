// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bondwright
{

/// One paragraph of several translated sentences; empty ones are left out. They are separated by a blank, except after the
/// full stop of a script that writes without blanks.
QString joinSentences(const QStringList &sentences);
/// Whether a blank parts this text from the next sentence.
bool endsWithFullWidthStop(QStringView text);
/// A word or phrase as a sentence, such as a verdict before its cause.
QString asSentence(const QString &phrase);

} // namespace bondwright
