// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "failovertest/testresult.h"

namespace bondwright::cli
{

/// Whether a report can be made in the format that the file's suffix names. Error "report.format": it is none of
/// html, json and pdf; "report.no-window": a PDF is made by the window's program, which is not here.
Result<void> checkReport(const QString &path);
/// Written atomically, with the language in use first.
Result<void> writeReport(const QString &path, const failover::TestResult &result);

} // namespace bondwright::cli
