// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace bondwright::ui
{

enum class RateUnit : quint8 { BitsPerSecond, BytesPerSecond };

/// The smallest of 1, 2, 5 × 10^n that is at least `value`; 0 for nothing positive.
double niceCeiling(double value);
/// The step of the lines up to `limit`, so that there are at most `most` of them: 1, 2, 5 × 10^n.
double niceStep(double limit, int most);
/// The step of the time axis: 1 2 5 10 20 30 s, 1 2 5 10 20 30 min, 1 2 3 6 12 h, 1 d. For zooms below a
/// second 1-2-5 of milliseconds.
std::int64_t niceTimeStepNs(std::int64_t nsPerColumn, int columnsPerLabel);

/// An upper limit that does not twitch: it grows at once, and shrinks only when the values have stayed below
/// 40 % of it, so that a curve at a limit does not make the axis jump to and fro.
class SteadyLimit
{
public:
    explicit SteadyLimit(double floor)
        : m_floor(floor)
        , m_limit(floor)
    {
    }
    double limit() const { return m_limit; }
    /// @return whether the limit changed
    bool update(double peak);

private:
    double m_floor;
    double m_limit;
};

/// "940 Mbit/s", three significant figures; the unit is chosen by `scaleBy` (the axis' limit) if positive,
/// so that all labels of an axis share it.
QString formatRate(double bytesPerSecond, RateUnit unit, double scaleBy = 0);
/// The number alone, in the unit that formatRate() would choose for `scaleBy`.
QString formatRateNumber(double bytesPerSecond, RateUnit unit, double scaleBy);
/// The unit alone: "Mbit/s".
QString rateUnitName(RateUnit unit, double scaleBy);
/// "0.42 ms", "12 ms", "1.2 s".
QString formatMilliseconds(double ms);
/// Wall time at a step's precision: "14:03", "14:03:20", "14:03:20.5"; at midnight of long spans the date.
QString formatClock(std::int64_t wallNs, std::int64_t stepNs);

} // namespace bondwright::ui
