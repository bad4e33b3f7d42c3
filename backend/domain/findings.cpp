// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"

#include "domain/nametable.h"
#include "domain/rules/rule.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

constexpr std::array severityNames{
    Named{Severity::Error, "error"_L1},
    Named{Severity::Warning, "warning"_L1},
    Named{Severity::Advice, "advice"_L1},
};

// The order in which a plan is written, and in which a person goes through it.
const QStringList &fieldOrder()
{
    static const QStringList order{u"name"_s, u"mode"_s, u"options"_s, u"slaves"_s, u"mac"_s,     u"mtu"_s,
                                   u"ipv4"_s, u"ipv6"_s, u"vlans"_s,   u"accept"_s, u"replaces"_s};
    return order;
}

// "slaves[1].name" -> {3, 1}: by member, then by entry of its list. Unknown members come last.
std::pair<qsizetype, int> positionOf(const QString &field)
{
    const auto end = std::find_if(field.begin(), field.end(), [](QChar c) { return c == u'.' || c == u'['; });
    const qsizetype length = end - field.begin();
    const qsizetype member = fieldOrder().indexOf(field.first(length));
    int index = 0;
    for (qsizetype i = length + 1; i < field.size() && field.at(length) == u'[' && field.at(i).isDigit(); ++i)
        index = index * 10 + field.at(i).digitValue();
    return {member < 0 ? fieldOrder().size() : member, index};
}

void run(std::span<const rules::Rule> table, FindingScope scope, const rules::RuleInput &input, rules::Report &report)
{
    report.setScope(scope);
    for (const rules::Rule rule : table)
        rule(input, report);
}

QList<Finding> sorted(QList<Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &left, const Finding &right) {
        return std::pair(left.severity, positionOf(left.field)) < std::pair(right.severity, positionOf(right.field));
    });
    return findings;
}

} // namespace

QString severityName(Severity severity)
{
    return nameIn(severityNames, severity);
}

std::optional<Severity> severityFromName(QStringView name)
{
    return valueIn(severityNames, name);
}

bool isAcceptable(const QString &code)
{
    static const QStringList codes{u"slaves.none"_s,      u"monitoring.none"_s,   u"monitoring.miimon-required"_s,
                                   u"arp.no-interval"_s,  u"arp.no-target"_s,     u"arp.validate-no-interval"_s,
                                   u"lacp.min-links"_s,   u"arp.all-targets"_s,   u"ip.gateway-outside"_s,
                                   u"slaves.prio-mode"_s, u"ip.method-conflict"_s};
    return codes.contains(code);
}

BondPlan asFound(BondPlan plan)
{
    plan.accept.clear();
    plan.options.settleDelays();
    for (const Finding &finding : check(plan, {})) {
        if (finding.severity == Severity::Error && isAcceptable(finding.code) && !plan.accept.contains(finding.code))
            plan.accept.append(finding.code);
    }
    return plan;
}

QList<Finding> check(const BondPlan &plan, const HostFacts &host, const QString &editing)
{
    const rules::RuleInput input{plan, host, plan.replaces.isEmpty() ? editing : plan.replaces};
    rules::Report report;
    run(rules::validityRules(), FindingScope::Validity, input, report);
    if (host.known)
        run(rules::hostRules(), FindingScope::Host, input, report);
    QList<Finding> findings = report.takeFindings();
    for (Finding &finding : findings) {
        const bool isAccepted = isAcceptable(finding.code) && plan.accept.contains(finding.code);
        if (isAccepted && finding.severity == Severity::Error)
            finding.severity = Severity::Warning;
    }
    return sorted(findings);
}

QList<Finding> check(const ParsedPlan &parsed, const HostFacts &host, const QString &editing)
{
    return sorted(check(parsed.plan, host, editing) + unknownMemberFindings(parsed.unknownMembers));
}

QList<Finding> unknownMemberFindings(const QStringList &unknownMembers)
{
    rules::Report report;
    for (const QString &member : unknownMembers)
        //: @status %1 is a place in the plan's JSON, such as ipv4.foo
        report.warning(u"plan.unknown-member"_s, member,
                       rules::translate("rules", "The plan's “%1” is not known and is ignored.").arg(member),
                       rules::translate("rules", "Check its spelling, or remove it."));
    return report.takeFindings();
}

bool hasErrors(const QList<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

} // namespace bondwright
