// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/options.h"
#include "domain/plan.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright::formats
{

/// "100ms", "1s 500ms", "1.5s", "2min": systemd.time(7). @param bareUnit microseconds of a number without a unit
/// @return microseconds; nullopt: none, or more than fits
std::optional<qint64> timeSpan(QStringView text, qint64 bareUnit);

/// A text of the format as the kernel takes it, in canonical spelling; nullopt where the format's program ignores it.
/// Lists are separated by blanks or commas.
std::optional<QString> kernelValue(const OptionSpec &spec, FileFormat format, QStringView text);
/// A canonical value as the format says it; nullopt: it cannot. Lists are separated by blanks.
std::optional<QString> spelledValue(const OptionSpec &spec, FileFormat format, const QString &value);

/// Who reads a format's files.
struct Program {
    QString name; ///< for messages
    QString version = {}; ///< FileSnapshot::programVersion
};

/// Whether the program is known to be older than its word for an option.
bool isTooOldFor(const OptionSpelling &spelling, const QString &programVersion);

/// Options of bonds and their ports that the format has no word for, or that its program is too old for.
QStringList unsaidOptionsOf(FileFormat format, const QString &programVersion);

struct SpelledOption {
    const OptionSpec *spec = nullptr;
    QString key;
    QString value;
};

/// A plan's options that its format can hold, the mode first, in the table's order. Each that would be lost is an error
/// "format.option-unsaid"; one that has the kernel's default anyway is left out without a word. Where the
/// program's version is not known and the word is newer than what most hosts have, a warning "format.option-newer".
QList<SpelledOption> spelledOptions(const BondPlan &plan, FileFormat format, const Program &program,
                                    QList<Finding> *findings);
/// "format.runtime-option": one that the driver knows while it runs, and no file.
Finding runtimeOption(const QString &name);
/// The same for queue_id and prio of the ports: "format.slave-unsaid".
void nameUnsaidSlaveOptions(const BondPlan &plan, FileFormat format, const QString &program, QList<Finding> *findings);
/// Whether the text of a delay has to be looked at again: with another miimon the driver rounds it to something else.
bool isRoundedAnew(const QString &option, const BondOptions &before, const BondOptions &wanted);

} // namespace bondwright::formats
