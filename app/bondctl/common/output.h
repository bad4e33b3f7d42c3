// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include "domain/bilingual.h"
#include "domain/findings.h"
#include "domain/plan.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bondwright::cli
{

/// Indented JSON in UTF-8, ends with a newline.
void printJson(Context &context, const QJsonArray &array);
void printJson(Context &context, const QJsonObject &object);
/// "warning", in the user's language; severityName() is the one for JSON.
QString severityLabel(Severity severity);
/// Wraps at spaces, or between Chinese characters, to terminal width.
QString wrapped(const QString &text, int indent);

/// PLAN of the command line: a file, or "-" for standard input.
Result<ParsedPlan> readPlan(const QString &path);
/// Says what of it is left out. "check" has findings of it instead.
void sayUnknownMembers(Context &context, const QStringList &unknownMembers);
/// Finding without a plan: a file that could not be read as one.
Finding findingOf(const Error &error);

} // namespace bondwright::cli
