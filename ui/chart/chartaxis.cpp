// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/chartaxis.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

double niceCeiling(double value)
{
    if (!(value > 0) || std::isinf(value))
        return 0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    // 10^n computed through logarithms may be a hair off; a value on a limit must not jump over it.
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (value <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

double niceStep(double limit, int most)
{
    return most > 0 ? niceCeiling(limit / most) : limit;
}

std::int64_t niceTimeStepNs(std::int64_t nsPerColumn, int columnsPerLabel)
{
    constexpr std::int64_t ms = 1'000'000;
    constexpr std::int64_t s = 1'000 * ms;
    constexpr std::int64_t min = 60 * s;
    constexpr std::int64_t h = 60 * min;
    constexpr std::array steps{10 * ms,  20 * ms,  50 * ms, 100 * ms, 200 * ms, 500 * ms, s,       2 * s,
                               5 * s,    10 * s,   20 * s,  30 * s,   min,      2 * min,  5 * min, 10 * min,
                               20 * min, 30 * min, h,       2 * h,    3 * h,    6 * h,    12 * h,  24 * h};
    const std::int64_t wanted = nsPerColumn * columnsPerLabel;
    for (const std::int64_t step : steps) {
        if (step >= wanted)
            return step;
    }
    return steps.back();
}

bool SteadyLimit::update(double peak)
{
    const double wanted = std::max(m_floor, niceCeiling(peak));
    if (wanted > m_limit || (wanted < m_limit && peak < 0.4 * m_limit)) {
        const bool changed = wanted != m_limit;
        m_limit = wanted;
        return changed;
    }
    return false;
}

namespace
{

struct Prefix {
    double factor;
    const char *letter;
};

Prefix prefixFor(double value)
{
    constexpr std::array prefixes{Prefix{1e12, "T"}, Prefix{1e9, "G"}, Prefix{1e6, "M"}, Prefix{1e3, "k"}};
    for (const Prefix &prefix : prefixes) {
        if (std::abs(value) >= prefix.factor)
            return prefix;
    }
    return {1, ""};
}

double inUnit(double bytesPerSecond, RateUnit unit)
{
    return unit == RateUnit::BitsPerSecond ? bytesPerSecond * 8 : bytesPerSecond;
}

QString significant(double value)
{
    const double magnitude = std::abs(value);
    int decimals = 0;
    if (magnitude > 0 && magnitude < 1)
        decimals = 2;
    else if (magnitude < 10)
        decimals = 2;
    else if (magnitude < 100)
        decimals = 1;
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

} // namespace

QString formatRateNumber(double bytesPerSecond, RateUnit unit, double scaleBy)
{
    return significant(inUnit(bytesPerSecond, unit) / prefixFor(inUnit(scaleBy, unit)).factor);
}

QString rateUnitName(RateUnit unit, double scaleBy)
{
    const QString letter = QLatin1String(prefixFor(inUnit(scaleBy, unit)).letter);
    return unit == RateUnit::BitsPerSecond ? letter + u"bit/s"_s : letter + u"B/s"_s;
}

QString formatRate(double bytesPerSecond, RateUnit unit, double scaleBy)
{
    const double scale = scaleBy > 0 ? scaleBy : bytesPerSecond;
    return formatRateNumber(bytesPerSecond, unit, scale) + u' ' + rateUnitName(unit, scale);
}

QString formatMilliseconds(double ms)
{
    if (ms >= 1000)
        return significant(ms / 1000) + u" s"_s;
    return significant(ms) + u" ms"_s;
}

QString formatClock(std::int64_t wallNs, std::int64_t stepNs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(wallNs / 1'000'000);
    if (stepNs >= 60'000'000'000) {
        if (time.time() == QTime(0, 0))
            return QLocale().toString(time.date(), u"MM-dd"_s);
        return time.toString(u"HH:mm"_s);
    }
    if (stepNs >= 1'000'000'000)
        return time.toString(u"HH:mm:ss"_s);
    return time.toString(u"HH:mm:ss.zzz"_s);
}

} // namespace bondwright::ui
