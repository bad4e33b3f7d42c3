// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <span>
#include <vector>

namespace bondwright::history
{

/// The last `capacity` values in one contiguous piece, so that readers get a plain span and no ring to
/// unroll. Pays with an eighth of slack memory and one move of the block each capacity/8 pushes.
template <typename T>
class SlidingBuffer
{
public:
    explicit SlidingBuffer(std::size_t capacity)
        : m_capacity(capacity)
        , m_slack(capacity / 8 + 1)
    {
    }

    void push(const T &value)
    {
        if (m_data.size() - m_head == m_capacity && ++m_head == m_slack) {
            m_data.erase(m_data.begin(), m_data.begin() + std::ptrdiff_t(m_head));
            m_head = 0;
        }
        // The vector's own doubling would overshoot the bound.
        if (m_data.size() == m_data.capacity())
            m_data.reserve(std::min(m_capacity + m_slack, std::max<std::size_t>(64, m_data.size() * 3 / 2)));
        m_data.push_back(value);
        ++m_total;
    }
    T &last() { return m_data.back(); }
    const T &last() const { return m_data.back(); }
    bool isEmpty() const { return m_data.empty(); }
    std::span<const T> span() const { return std::span(m_data).subspan(m_head); }
    /// Values ever pushed; the first one still held has the number total() - span().size().
    quint64 total() const { return m_total; }

private:
    std::vector<T> m_data;
    std::size_t m_capacity;
    std::size_t m_slack;
    std::size_t m_head = 0; ///< first value that still counts
    quint64 m_total = 0;
};

} // namespace bondwright::history
