// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>

namespace bondwright::ping
{

/// Counts round trip times in buckets of rising width: percentiles over any number of packets in 8 KiB,
/// each at most 1/32 above the truth. Minimum, maximum and mean are exact.
class RttHistogram
{
public:
    void add(std::chrono::nanoseconds rtt);
    quint64 count() const { return m_count; }
    std::chrono::nanoseconds minimum() const { return m_minimum; }
    std::chrono::nanoseconds maximum() const { return m_maximum; }
    std::chrono::nanoseconds mean() const;
    /// @param share 0 to 1; @return zero if nothing was added
    std::chrono::nanoseconds percentile(double share) const;

private:
    static constexpr int subBits = 5; ///< 32 buckets for each power of two
    static constexpr int octaves = 36; ///< microseconds up to 2^36: beyond any timeout
    static std::size_t bucketOf(quint64 microseconds);
    static quint64 upperBound(std::size_t bucket);

    std::array<quint64, std::size_t(octaves) << subBits> m_buckets{};
    quint64 m_count = 0;
    double m_sum = 0;
    std::chrono::nanoseconds m_minimum{0};
    std::chrono::nanoseconds m_maximum{0};
};

} // namespace bondwright::ping
