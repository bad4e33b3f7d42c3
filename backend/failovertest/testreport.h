// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bilingual.h"
#include "failovertest/testresult.h"

namespace bondwright::failover
{

/// A page that needs nothing else: style, pictures and both languages are inside. Opens in `first`, the other
/// is a click away, without any script. Everything that came from the host is escaped.
QString reportHtml(const TestResult &result, Language first);

/// What QTextDocument understands, in one language: for the PDF. Pictures are named "step-0.svg", …: the
/// caller provides them from stepPicture().
QString reportRichText(const TestResult &result, Language language);

/// The pings of a step over time, as SVG: each answer at its height, each loss a red tick, the link's loss at 0.
QByteArray stepPicture(const StepResult &step, Language language);

} // namespace bondwright::failover
