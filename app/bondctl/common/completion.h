// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace bondwright::cli
{

/// One way in which the last word of a command line can go on.
struct Candidate {
    QString text; ///< the whole word; ":files" and ":folders": the shell knows; ends with "=" if a value follows
    QString description; ///< translated, short; may be empty

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// The candidates that begin as the last word does. Names of bonds, slaves and NICs are those of this host.
/// @param words the arguments of bondctl; the last one is being typed and may be empty
QList<Candidate> completionsOf(const QStringList &words);

} // namespace bondwright::cli
