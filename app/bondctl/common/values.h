// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

/// Values and options that several commands have in common.
namespace bondwright::cli::takes
{

Value text(const QString &name);
Value number(const QString &name, qint64 minimum, qint64 maximum);
Value choice(const QStringList &choices);
Value of(Value::Kind kind, const QString &name);
Value plan(); ///< PLAN
Value bond(); ///< BOND
Value host(); ///< HOST
Value file(); ///< FILE
/// 5 to 9, for ifcfg files.
Value release();

Word planWord();
Word bondWord();

Option json();
Option root(const QString &help);
Option noHost();
Option otherHost(); ///< --host: main() connects to it
Option diff();
Option rhel();
Option service();
Option interval(); ///< of counters, ms
Option duration(); ///< s

} // namespace bondwright::cli::takes
