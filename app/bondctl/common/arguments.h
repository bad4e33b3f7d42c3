// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <QMap>

namespace bondwright::cli
{

/// The arguments of one command, taken apart and checked against its description.
class Arguments final
{
public:
    /// Error "usage": an option or a number of words that the command does not have, a missing or a wrong value.
    static Result<Arguments> parse(const Command &command, const QStringList &arguments);

    const QStringList &words() const { return m_words; }
    QString word(qsizetype at) const { return m_words.value(at); }
    bool has(const QString &option) const { return m_options.contains(option); }
    /// The last value given.
    QString value(const QString &option, const QString &standard = {}) const;
    /// All values, in order.
    QStringList values(const QString &option) const { return m_options.value(option); }
    qint64 number(const QString &option, qint64 standard) const;

private:
    Result<void> checkOptions(const Command &command) const;
    Result<void> checkWords(const Command &command) const;

    QStringList m_words;
    QMap<QString, QStringList> m_options; ///< a flag has one empty value
};

} // namespace bondwright::cli
