// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

#include <optional>

namespace bondwright::cli
{

// Options that several commands share.
inline const QString jsonFlag = QStringLiteral("--json");
inline const QString intervalOption = QStringLiteral("--interval"); ///< ms
inline const QString durationOption = QStringLiteral("--duration"); ///< s

/// The arguments of one command, taken apart: words, and options with or without a value.
class ParsedArguments
{
public:
    /// @param flags options without a value; @param options those with one ("--ping"), which may be repeated.
    /// Error "usage": an unknown option or a missing value.
    static Result<ParsedArguments> parse(const QStringList &arguments, const QStringList &flags,
                                         const QStringList &options);

    const QStringList &words() const { return m_words; }
    bool has(const QString &option) const { return m_options.contains(option); }
    /// The last value given; empty if there is none.
    QString value(const QString &option) const { return m_options.value(option).value(0); }
    /// All values, in order.
    QStringList values(const QString &option) const;
    /// A number within bounds; the default if the option is not there. Error "usage".
    Result<qint64> number(const QString &option, qint64 standard, qint64 minimum, qint64 maximum) const;

private:
    QStringList m_words;
    QHash<QString, QStringList> m_options; ///< latest first
};

/// A moment: "2026-11-22", "2026-11-22T13:00[:00]", or how long ago: "90s", "30m", "2h", "7d".
std::optional<QDateTime> momentFromText(const QString &text, const QDateTime &now);

} // namespace bondwright::cli
