// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/findings.h"
#include "domain/options.h"

#include <QCoreApplication>

#include <span>

namespace bondwright::rules
{

/// What a rule looks at. Rules never change anything and never fail. They ask BondOptions for effective values, so that
/// a value with a finding of its own does not bring findings about what follows from it.
struct RuleInput {
    const BondPlan &plan;
    const HostFacts &host;
    const QString &editing; ///< name of the bond that the plan changes; empty for a new one

    bool isMode(std::initializer_list<Mode> modes) const;
    bool hasSlave(QStringView name) const;
    /// The slaves that this host has; one entry a name.
    QList<const NicFacts *> slaveFacts() const;
};

/// Collects what the rules find.
class Report final
{
public:
    void error(const QString &code, const QString &field, const QString &message, const QString &advice);
    void warning(const QString &code, const QString &field, const QString &message, const QString &advice);
    void advice(const QString &code, const QString &field, const QString &message, const QString &advice);

    void setScope(FindingScope scope) { m_scope = scope; }
    QList<Finding> takeFindings() { return std::move(m_findings); }

private:
    FindingScope m_scope = FindingScope::Validity;
    QList<Finding> m_findings;
};

using Rule = void (*)(const RuleInput &input, Report &report);

/// What the kernel and common sense demand of any plan, on whatever host.
std::span<const Rule> validityRules();
/// What this host, at this moment, adds; run only where the host is known.
std::span<const Rule> hostRules();

QString optionField(const QString &option); ///< "options.miimon"
QString slaveField(qsizetype index, const QString &member); ///< "slaves[1].name"
QString entryField(const QString &list, qsizetype index); ///< "ipv4.addresses[0]"
/// Position of a slave of this name, for the field of a finding about a NIC.
QString slaveField(const RuleInput &input, QStringView nic, const QString &member);
QString nameField(const RuleInput &input, const NicFacts &nic); ///< "slaves[1].name" of this NIC
/// "eth0, eth1", for messages.
QString joined(const QStringList &names);

inline QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace bondwright::rules
