// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartdata.h"
#include "diagnosis/diagnosis.h"
#include "domain/result.h"
#include "kernel/event.h"
#include "kernel/snapshot.h"

namespace bondwright::ui
{

class LiveChart;

/// All atomic: a file is complete or not there.
Result<void> exportPng(LiveChart &chart, const QString &path, const QSize &size, double pixelRatio);
Result<void> exportSvg(LiveChart &chart, const QString &path, const QSize &size);
Result<void> exportText(const QString &path, const QByteArray &content);

/// The samples as they came: time, then bytes per second received and sent for each curve. RFC 4180.
QByteArray samplesCsv(const ChartData &data);
QByteArray eventsCsv(const QList<kernel::BondEvent> &events);
/// One field. Texts that a spreadsheet would take for a formula are disarmed with an apostrophe.
QString csvField(const QString &text);

/// The state of the bond as text to send to others: one fact a line, in the kernel's words.
QString supportSummary(const kernel::Snapshot &snapshot, const QString &bond, const diagnosis::Diagnosis &health,
                       const neighbours::SwitchPorts &ports, const QList<kernel::BondEvent> &events);

} // namespace bondwright::ui
