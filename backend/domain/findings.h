// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "domain/plan.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace bondwright
{

enum class Severity : quint8 {
    Error, ///< will not work or must not be done
    Warning, ///< will work, with a danger worth knowing
    Advice, ///< could be better
};

/// "error", "warning", "advice".
QString severityName(Severity severity);
std::optional<Severity> severityFromName(QStringView name);

/// Whether a finding speaks about the plan itself or about this host at this moment.
enum class FindingScope : quint8 { Validity, Host };

struct Finding {
    Severity severity = Severity::Error;
    FindingScope scope = FindingScope::Validity;
    QString code; ///< stable, e.g. "monitoring.none"
    QString field; ///< JSON path of the plan, e.g. "options.miimon", "slaves[1].name"
    QString message; ///< translated: what is wrong
    QString advice; ///< translated: what to do

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// All findings, errors first, then in the order of the fields. The kernel's rules, then this host's.
/// @param editing the plan changes this existing bond (its own slaves are not "in another bond")
QList<Finding> check(const BondPlan &plan, const HostFacts &host, const QString &editing = {});
/// The same of a plan as it was read, with the members its reader did not know as warnings.
QList<Finding> check(const ParsedPlan &parsed, const HostFacts &host, const QString &editing = {});
/// A warning for each member of a plan's JSON that the reader did not know (ParsedPlan::unknownMembers).
QList<Finding> unknownMemberFindings(const QStringList &unknownMembers);
/// Whether a plan may accept this error (BondPlan::accept), which check() then gives as a warning: the driver takes
/// such a bond, and does what the plan says, though it should not be made.
bool isAcceptable(const QString &code);
/// A plan as it was found in force, in files or in the kernel: it accepts what is wrong with it, and its delays are those that
/// the driver has.
BondPlan asFound(BondPlan plan);
bool hasErrors(const QList<Finding> &findings);

} // namespace bondwright
