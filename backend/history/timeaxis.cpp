// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/timeaxis.h"

namespace bondwright::history
{

TimeAxis::TimeAxis()
{
    for (const LevelSpec &spec : levelSpecs)
        m_levels.emplace_back(spec.capacity);
}

bool TimeAxis::push(qint64 timeNs, Opened &opened)
{
    if (!m_levels[0].isEmpty() && timeNs <= m_levels[0].last())
        return false;
    m_levels[0].push(timeNs);
    opened[0] = true;
    for (std::size_t level = 1; level < levelSpecs.size(); ++level) {
        const qint64 width = levelSpecs[level].width.count();
        const qint64 begin = timeNs - timeNs % width;
        opened[level] = m_levels[level].isEmpty() || m_levels[level].last() != begin;
        if (opened[level])
            m_levels[level].push(begin);
    }
    return true;
}

} // namespace bondwright::history
