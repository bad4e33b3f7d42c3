// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/rule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

bool RuleInput::isMode(std::initializer_list<Mode> modes) const
{
    return std::find(modes.begin(), modes.end(), plan.mode) != modes.end();
}

bool RuleInput::hasSlave(QStringView name) const
{
    return plan.slaveByName(name);
}

QList<const NicFacts *> RuleInput::slaveFacts() const
{
    QList<const NicFacts *> facts;
    for (const SlavePlan &slave : plan.slaves) {
        const NicFacts *nic = host.nic(slave.name);
        if (nic && !facts.contains(nic))
            facts.append(nic);
    }
    return facts;
}

void Report::error(const QString &code, const QString &field, const QString &message, const QString &advice)
{
    m_findings.append({Severity::Error, m_scope, code, field, message, advice});
}

void Report::warning(const QString &code, const QString &field, const QString &message, const QString &advice)
{
    m_findings.append({Severity::Warning, m_scope, code, field, message, advice});
}

void Report::advice(const QString &code, const QString &field, const QString &message, const QString &advice)
{
    m_findings.append({Severity::Advice, m_scope, code, field, message, advice});
}

QString optionField(const QString &option)
{
    return u"options."_s + option;
}

QString slaveField(qsizetype index, const QString &member)
{
    return u"slaves[%1].%2"_s.arg(index).arg(member);
}

QString entryField(const QString &list, qsizetype index)
{
    return u"%1[%2]"_s.arg(list).arg(index);
}

QString slaveField(const RuleInput &input, QStringView nic, const QString &member)
{
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        if (input.plan.slaves.at(i).name == nic)
            return slaveField(i, member);
    }
    return u"slaves"_s;
}

QString nameField(const RuleInput &input, const NicFacts &nic)
{
    return slaveField(input, nic.name, u"name"_s);
}

QString joined(const QStringList &names)
{
    return names.join(u", "_s);
}

} // namespace bondwright::rules
