// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "watch/survey.h"
#include "watch/tally.h"

namespace bondwright::watch
{

/// How metrics are spelt: the two agree in all but a few lines about counters and the end.
enum class MetricsFormat : quint8 {
    OpenMetrics, ///< openmetrics.io 1.0: `bondctl metrics`
    Prometheus, ///< exposition format 0.0.4: the textfile collector of node_exporter
};

struct BondMetrics {
    kernel::BondState bond;
    diagnosis::Diagnosis diagnosis;
    std::optional<int> expectedSlaves; ///< by the configuration
    std::optional<int> differences = {}; ///< of what runs from the configuration
};

struct MetricsInput {
    kernel::Snapshot snapshot;
    QList<BondMetrics> bonds;
    neighbours::SwitchPorts ports;
    std::optional<bool> isChangePending = {};
    QHash<int, kernel::Counters> counters; ///< by ifindex
    std::optional<Tally> tally; ///< of bondwright-watch; none: not counted
};

/// Judges each bond. @param tally null: not counted
/// @param window null: not observed
MetricsInput metricsInput(const kernel::Snapshot &snapshot, const Surveyed &surveyed,
                          const QHash<int, kernel::Counters> &counters, const Tally *tally,
                          const diagnosis::Window *window = nullptr);
/// All that there is to know of the bonds, without time stamps. docs/METRICS.md lists the families.
QByteArray metricsText(const MetricsInput &input, MetricsFormat format);

} // namespace bondwright::watch
