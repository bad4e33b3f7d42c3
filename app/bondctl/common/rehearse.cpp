// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/rehearse.h"

#include <QCoreApplication>

namespace bondwright::cli
{

rehearsal::Report rehearse(const BondPlan &plan, const HostFacts &host, std::optional<rehearsal::SwitchKind> kind)
{
    rehearsal::Rehearsal rehearsal(plan, host, kind);
    rehearsal::Report report;
    QObject::connect(&rehearsal, &rehearsal::Rehearsal::finished, &rehearsal,
                     [&report](const rehearsal::Report &finished) {
                         report = finished;
                         QCoreApplication::quit();
                     });
    rehearsal.start();
    QCoreApplication::exec();
    return report;
}

} // namespace bondwright::cli
