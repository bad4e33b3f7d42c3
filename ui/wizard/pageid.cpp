// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/pageid.h"
#include "domain/plandraft.h"

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

PageId pageOfField(const QString &field)
{
    if (field.startsWith(u"slaves"))
        return PageId::Nics;
    if (field.startsWith(u"options")) {
        const QString name = field.section(u'.', 1);
        if (name == u"primary")
            return PageId::Nics;
        const OptionSpec *spec = findOption(name);
        const bool isMonitoring = spec && spec->groups.testAnyFlags(OptionGroup::Monitoring | OptionGroup::Arp);
        return name.isEmpty() || isMonitoring ? PageId::Monitoring : PageId::Options;
    }
    if (field.isEmpty() || field.startsWith(u"name") || field.startsWith(u"mode"))
        return PageId::Mode;
    return PageId::Address;
}

QList<Finding> findingsOn(const PlanDraft &draft, PageId page)
{
    QList<Finding> result;
    for (const Finding &finding : draft.findings()) {
        if (pageOfField(finding.field) == page)
            result.append(finding);
    }
    return result;
}

} // namespace bondwright::ui
