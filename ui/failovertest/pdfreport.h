// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "failovertest/testreport.h"

#include <QTextDocument>

namespace bondwright::ui
{

/// The report's text with its pictures, for a view or a printer.
/// @param sharpness device pixels to one of the pictures' own
void fillReport(QTextDocument &document, const failover::TestResult &result, Language language, double sharpness);

/// A4, both languages one after the other, `first` first. Written atomically.
Result<void> writePdf(const QString &path, const failover::TestResult &result, Language first);
/// The same of a result as JSON, which may come from anywhere: what bondctl has the window's program do, so that it
/// needs no GUI library itself. Needs a QGuiApplication, on any platform. Error "report.json": it is no result.
Result<void> writePdfOf(QIODevice &json, const QString &path, Language first);
/// The self-contained page. Written atomically.
Result<void> writeHtml(const QString &path, const failover::TestResult &result, Language first);

} // namespace bondwright::ui
