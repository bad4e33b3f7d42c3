// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace bondwright::test
{

/// Lets a real shell source a file, in an empty folder and an empty environment, and asks it for variables.
/// nullopt-like: `ran` is false if the shell is not there or did not come to the end.
struct Sourced {
    bool ran = false;
    QMap<QByteArray, QByteArray> values; ///< of the keys asked for; unset ones are missing
    QStringList leftBehind; ///< files that appeared beside the sourced one: something was executed
    QByteArray errors;
};

/// @param shell "bash", "dash" or "busybox"
Sourced sourceFile(const QString &shell, const QByteArray &text, const QByteArrayList &keys);

/// Lets one restricted bash source many files, each in a subshell of its own: no program runs, nothing is written.
QList<Sourced> sourceAllWithBash(const QByteArrayList &texts, const QByteArrayList &keys);

} // namespace bondwright::test
