// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/monitorprinter.h"

namespace bondwright::cli
{

MonitorPrinter::~MonitorPrinter() = default;

qint64 MonitorPrinter::wallOffset() const
{
    return m_wallOffset();
}

std::optional<kernel::Rates> MonitorPrinter::ratesOf(const kernel::Counters &counters, qint64 monotonicNs)
{
    const auto [at, isFirst] = m_last.try_emplace(counters.ifindex, counters, monotonicNs);
    if (isFirst)
        return std::nullopt;
    const kernel::Rates rates = kernel::ratesBetween(at->second.first, at->second.second, counters, monotonicNs);
    at->second = {counters, monotonicNs};
    return rates;
}

} // namespace bondwright::cli
