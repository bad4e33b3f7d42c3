// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/counters.h"
#include "kernel/event.h"
#include "kernel/snapshot.h"
#include "ping/ping.h"
#include "watch/survey.h"

#include <QJsonObject>

namespace bondwright::cli
{

/// The objects of docs/json.md. What is not known is null.
QJsonObject nicToJson(const kernel::NicState &nic, const kernel::Snapshot &snapshot,
                      const watch::Surveyed &surveyed = {});
QJsonObject bondToJson(const kernel::BondState &bond, const kernel::Snapshot &snapshot,
                       const watch::Surveyed &surveyed = {});
QJsonObject bondToJson(const kernel::BondState &bond, const kernel::Snapshot &snapshot,
                       const neighbours::SwitchPorts &ports, const diagnosis::Diagnosis &health);
/// "verdict", "rule", "cause", "evidence", "next_step" and "findings" of a bond.
QJsonObject healthToJson(const diagnosis::Diagnosis &health);
/// Without "type" and "t".
QJsonObject eventToJson(const kernel::BondEvent &event);
QJsonObject countersToJson(const kernel::Counters &counters, const std::optional<kernel::Rates> &rates,
                           const QString &name);
QJsonObject statisticsToJson(const ping::PingStatistics &statistics);
/// "activity", "short-timeout", …: the bits that are set, lowest first.
QStringList portStateWords(quint16 state);

} // namespace bondwright::cli
