// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bondwright::cli
{

/// The one of the names that was probably meant: a few letters differ, or it is the only one that begins so.
/// Empty: none is near.
QString closest(const QString &word, const QStringList &names);
/// "Did you mean “miimon”?", translated; empty without a near name.
QString didYouMean(const QString &word, const QStringList &names);
/// What a user gave, for a message: printable, and not longer than a line.
QString shortened(const QString &text);

} // namespace bondwright::cli
