// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/rehearse.h"
#include "common/terminalagent.h"
#include "common/words.h"

#include "helperclient/helperclient.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

rehearsal::Report rehearse(const BondPlan &plan, const HostFacts &host, std::optional<rehearsal::SwitchKind> kind,
                           RehearseBy by)
{
    std::optional<TerminalAgent> agent;
    std::unique_ptr<helper::HelperClient> helper;
    if (by == RehearseBy::Helper) {
        agent.emplace();
        helper.reset(helper::createHelperClient());
    }
    rehearsal::Rehearsal rehearsal(plan, host, kind);
    rehearsal::Report report;
    QObject::connect(&rehearsal, &rehearsal::Rehearsal::finished, &rehearsal,
                     [&report](const rehearsal::Report &finished) {
                         report = finished;
                         QCoreApplication::quit();
                     });
    if (helper)
        rehearsal.startBy(*helper);
    else
        rehearsal.start();
    QCoreApplication::exec();
    return report;
}

QString rehearsalText(const rehearsal::Report &report)
{
    QString text = rehearsal::reportText(report);
    if (rehearsal::helperCould(report))
        //: @info a command follows
        text += u"  "_s + Words::tr("Or let the helper do it, which may ask for a password:")
            + u" bondctl rehearse --helper PLAN\n"_s;
    return text;
}

} // namespace bondwright::cli
