// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/rtthistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace bondwright::ping
{

// Below 2^subBits one bucket is one microsecond; above, the leading bit picks the octave and the next
// subBits bits the bucket in it.
std::size_t RttHistogram::bucketOf(quint64 microseconds)
{
    if (microseconds < (1u << subBits))
        return std::size_t(microseconds);
    const int shift = int(std::bit_width(microseconds)) - 1 - subBits;
    const std::size_t bucket = (std::size_t(shift) << subBits) + std::size_t(microseconds >> shift);
    return std::min(bucket, (std::size_t(octaves) << subBits) - 1);
}

quint64 RttHistogram::upperBound(std::size_t bucket)
{
    if (bucket < (2u << subBits))
        return bucket + 1;
    const std::size_t shift = (bucket >> subBits) - 1;
    return (quint64((bucket & ((1u << subBits) - 1)) + (1u << subBits)) + 1) << shift;
}

void RttHistogram::add(std::chrono::nanoseconds rtt)
{
    rtt = std::max(rtt, std::chrono::nanoseconds(0));
    ++m_buckets[bucketOf(quint64(rtt.count()) / 1000)];
    m_minimum = m_count == 0 ? rtt : std::min(m_minimum, rtt);
    m_maximum = std::max(m_maximum, rtt);
    m_sum += double(rtt.count());
    ++m_count;
}

std::chrono::nanoseconds RttHistogram::mean() const
{
    return std::chrono::nanoseconds(m_count ? std::llround(m_sum / double(m_count)) : 0);
}

std::chrono::nanoseconds RttHistogram::percentile(double share) const
{
    const quint64 wanted = std::max<quint64>(1, quint64(std::ceil(std::clamp(share, 0.0, 1.0) * double(m_count))));
    quint64 seen = 0;
    for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= wanted)
            return std::clamp(std::chrono::nanoseconds(qint64(upperBound(bucket)) * 1000), m_minimum, m_maximum);
    }
    return std::chrono::nanoseconds(0);
}

} // namespace bondwright::ping
