// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/suggestion.h"

#include "common/texttable.h"
#include "common/words.h"
#include "i18n/printable.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Letters to insert, delete, replace, or swap with their neighbour (optimal string alignment).
int distanceBetween(const QString &a, const QString &b)
{
    const auto width = std::size_t(b.size()) + 1;
    std::vector<int> beforeLast(width), last(width), row(width);
    for (std::size_t j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            const int cost = a.at(i - 1) == b.at(j - 1) ? 0 : 1;
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + cost});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                row[at] = std::min(row[at], beforeLast[at - 2] + 1);
        }
        beforeLast = std::exchange(last, row);
    }
    return last.back();
}

} // namespace

QString closest(const QString &word, const QStringList &names)
{
    constexpr qsizetype longest = 64; // nothing here is called longer
    if (word.size() < 2 || word.size() > longest)
        return {};
    const QString wanted = word.toLower();
    QString best;
    int bestDistance = std::max(1, int(wanted.size()) / 3) + 1;
    for (const QString &name : names) {
        const int distance = distanceBetween(wanted, name.toLower());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = name;
        }
    }
    if (!best.isEmpty())
        return best;
    const QStringList beginning = names.filter(QRegularExpression(u'^' + QRegularExpression::escape(wanted)));
    return beginning.size() == 1 ? beginning.first() : QString();
}

QString didYouMean(const QString &word, const QStringList &names)
{
    const QString name = closest(word, names);
    //: @info hint, %1 a name
    return name.isEmpty() ? QString() : Words::tr("Did you mean “%1”?").arg(name);
}

QString shortened(const QString &text)
{
    constexpr qsizetype longest = 60;
    const QString clean = i18n::printable(text.left(longest + 1));
    return clean.size() > longest ? clean.left(longest) + u'…' : clean;
}

} // namespace bondwright::cli
