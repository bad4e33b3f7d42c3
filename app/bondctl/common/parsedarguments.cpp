// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/parsedarguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace bondwright::cli
{

namespace
{

tl::unexpected<Error> usage(const QString &message)
{
    return fail(QStringLiteral("usage"), message);
}

} // namespace

Result<ParsedArguments> ParsedArguments::parse(const QStringList &arguments, const QStringList &flags,
                                               const QStringList &options)
{
    ParsedArguments parsed;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &word = arguments.at(at);
        if (!word.startsWith(u"--")) {
            parsed.m_words.append(word);
        } else if (flags.contains(word)) {
            parsed.m_options[word] = QStringList{QString()};
        } else if (!options.contains(word)) {
            //: @error %1 is a command line option
            return usage(QCoreApplication::translate("bondctl", "There is no option %1 here.").arg(word));
        } else if (at + 1 >= arguments.size()) {
            //: @error %1 is a command line option
            return usage(QCoreApplication::translate("bondctl", "%1 needs a value.").arg(word));
        } else {
            parsed.m_options[word].prepend(arguments.at(++at));
        }
    }
    return parsed;
}

QStringList ParsedArguments::values(const QString &option) const
{
    QStringList values = m_options.value(option);
    std::reverse(values.begin(), values.end());
    return values;
}

Result<qint64> ParsedArguments::number(const QString &option, qint64 standard, qint64 minimum, qint64 maximum) const
{
    if (!has(option))
        return standard;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < minimum || number > maximum)
        //: @error %1 is a command line option, %2 and %3 are numbers
        return usage(QCoreApplication::translate("bondctl", "%1 takes a whole number from %2 to %3.")
                         .arg(option)
                         .arg(minimum)
                         .arg(maximum));
    return number;
}

std::optional<QDateTime> momentFromText(const QString &text, const QDateTime &now)
{
    static const QHash<QChar, qint64> seconds{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}};
    if (!text.isEmpty() && seconds.contains(text.back())) {
        bool isNumber = false;
        const qint64 count = text.chopped(1).toLongLong(&isNumber);
        // A hundred years are enough, and nothing overflows.
        if (isNumber && count >= 0 && count <= 3'200'000'000 / seconds.value(text.back()))
            return now.addSecs(-count * seconds.value(text.back()));
        return std::nullopt;
    }
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

} // namespace bondwright::cli
