// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/naturalorder.h"

namespace bondwright::formats
{

namespace
{

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The run of digits at `at`, without leading zeros; `at` moves behind it.
QStringView takeNumber(QStringView text, qsizetype *at)
{
    while (*at < text.size() && text.at(*at) == u'0')
        ++*at;
    const qsizetype begin = *at;
    while (*at < text.size() && isDigit(text.at(*at)))
        ++*at;
    return text.sliced(begin, *at - begin);
}

} // namespace

bool naturalLess(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a.at(i)) && isDigit(b.at(j))) {
            const QStringView left = takeNumber(a, &i);
            const QStringView right = takeNumber(b, &j);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (const int order = left.compare(right))
                return order < 0;
        } else {
            if (a.at(i) != b.at(j))
                return a.at(i) < b.at(j);
            ++i;
            ++j;
        }
    }
    // "eth01" and "eth1" are equal by number: the text decides, so that the order is a total one.
    return i < a.size() || j < b.size() ? i == a.size() : a < b;
}

} // namespace bondwright::formats
