// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watch/metrics.h"

#include <functional>

namespace bondwright::watch
{

inline constexpr qsizetype maxHttpRequest = 16 * 1024; ///< bytes that are read of one

/// Pure: what a request for the metrics (RFC 9112) is answered, with its header. A client that accepts OpenMetrics gets
/// that, any else the exposition format 0.0.4. The connection is closed after it.
/// @param request up to the empty line at the least; anything else is answered with 400
/// @param metrics asked only for what is answered with them
QByteArray httpAnswer(QByteArrayView request, const std::function<QByteArray(MetricsFormat)> &metrics);

} // namespace bondwright::watch
