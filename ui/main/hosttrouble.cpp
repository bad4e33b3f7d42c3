// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/hosttrouble.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

class HostTrouble
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::ui::HostTrouble)
};

Finding note(Severity severity, const QString &code, const QString &message, const QString &advice)
{
    return {severity, FindingScope::Host, code, {}, message, advice};
}

} // namespace

QList<Finding> hostTroubles(const kernel::Snapshot &snapshot, const std::optional<helper::Capabilities> &capabilities,
                            const std::optional<Error> &trouble)
{
    QList<Finding> found;
    const bool hasDriver = snapshot.bondingDriver || (capabilities && capabilities->bondingDriver);
    const bool isAnswered = capabilities.has_value() || trouble.has_value();
    if (!hasDriver && snapshot.monotonicNs != 0 && isAnswered) {
        found.append(note(Severity::Warning, u"host.driver"_s,
                          HostTrouble::tr("The bonding driver is not loaded on this host."),
                          HostTrouble::tr("It is loaded when the first bond is made. If that fails, install the "
                                          "kernel's module package and run “modprobe bonding”.")));
    }
    if (trouble && trouble->code == u"helper.not-authorized") {
        found.append(note(Severity::Advice, u"host.permission"_s,
                          HostTrouble::tr("You may look, but not change anything on this host."),
                          HostTrouble::tr("Plans can be made and saved; an administrator applies them.")));
    } else if (trouble) {
        found.append(note(Severity::Warning, u"host.helper"_s,
                          HostTrouble::tr("The helper does not answer: nothing can be changed on this host now."),
                          HostTrouble::tr("Watching and plans for other hosts work. Install the package with "
                                          "bondwright-helper, or look at “journalctl -u bondwright-helper”.")));
    }
    if (capabilities && !capabilities->networkManagerRunning && !capabilities->networkServiceEnabled) {
        found.append(note(Severity::Warning, u"host.backend"_s,
                          HostTrouble::tr("Neither NetworkManager nor the network service is in charge here."),
                          HostTrouble::tr("Bonds hold until the next restart; the files are written all the same.")));
    }
    return found;
}

QList<Finding> notRunning(const kernel::Snapshot &snapshot, const QStringList &configured)
{
    QList<Finding> found;
    for (const QString &bond : configured) {
        if (!snapshot.bondByName(bond))
            found.append(note(Severity::Warning, u"host.not-running"_s,
                              HostTrouble::tr("%1 is configured but does not run.").arg(bond),
                              HostTrouble::tr("It may start with the next restart of the network. “bondctl show” has "
                                              "its files; applying its plan anew starts it now.")));
    }
    return found;
}

} // namespace bondwright::ui
