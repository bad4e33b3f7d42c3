// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/hosttrouble.h"

#include "domain/errorcode.h"
#include "formats/shell/shellquote.h"

#include <QCoreApplication>
#include <QDir>

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

QString helperRemedy(const QString &programFolder, bool isInstalled)
{
    if (isInstalled)
        //: @info a command, to be copied
        return HostTrouble::tr("See why: journalctl -b -u bondwright-helper");
    // A build folder lies in the source tree: build/release/bin.
    QDir folder(programFolder);
    for (int up = 0; up < 3 && folder.cdUp(); ++up) {
        if (folder.exists(u"run"_s) && folder.exists(u"packaging/build-deb"_s)) {
            //: @info %1 is a command, to be copied
            return HostTrouble::tr("Install it, in a terminal: %1")
                .arg(formats::shellWord(folder.absolutePath()) + u"/run --install"_s);
        }
    }
    //: @info a command, to be copied
    return HostTrouble::tr("Install the package that contains it: sudo apt install ./bondwright_*.deb");
}

QString helperRemedyOn(const QString &host)
{
    //: @info a command, to be copied; %1 a host
    return HostTrouble::tr("See why: ssh %1 journalctl -b -u bondwright-helper").arg(formats::shellWord(host));
}

Finding practiceOffer()
{
    return note(Severity::Advice, errorcode::hostPractice,
                HostTrouble::tr("Everything can be tried on the practice host: a small Linux of its own on this "
                                "computer, with cables to pull."),
                HostTrouble::tr("It cannot be broken, and nothing of it reaches this computer's network."));
}

QList<Finding> hostTroubles(const kernel::Snapshot &snapshot, const std::optional<helper::Capabilities> &capabilities,
                            const std::optional<Error> &trouble, const QString &remedy)
{
    QList<Finding> found;
    const bool hasDriver = snapshot.bondingDriver || (capabilities && capabilities->bondingDriver);
    const bool isAnswered = capabilities.has_value() || trouble.has_value();
    if (!hasDriver && snapshot.monotonicNs != 0 && isAnswered) {
        found.append(note(Severity::Advice, u"host.driver"_s,
                          HostTrouble::tr("The bonding driver is not loaded on this host."),
                          HostTrouble::tr("It is loaded when the first bond is made. If that fails, install the "
                                          "kernel's module package and run “modprobe bonding”.")));
    }
    if (trouble && trouble->code == errorcode::notAuthorized) {
        found.append(note(Severity::Advice, errorcode::hostPermission,
                          HostTrouble::tr("You may look, but not change anything on this host."),
                          HostTrouble::tr("Plans can be made and saved; an administrator applies them.")));
    } else if (trouble && trouble->code.startsWith(u"bundle.")) { // there is no helper that could answer
        found.append(note(trouble->code == errorcode::noScript ? Severity::Advice : Severity::Warning, trouble->code,
                          trouble->message, trouble->hint));
    } else if (trouble) {
        found.append(note(Severity::Warning, errorcode::hostHelper,
                          HostTrouble::tr("The helper does not answer: nothing can be changed on this host now. "
                                          "Monitoring, plans and files for other hosts work."),
                          remedy));
    }
    if (capabilities && capabilities->backendInCharge == helper::Backend::RuntimeOnly) {
        found.append(note(Severity::Warning, u"host.backend"_s,
                          HostTrouble::tr("No network service that is known here is in charge."),
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
                              HostTrouble::tr("It may start with the next restart of the network. “bondctl read” shows "
                                              "its plan; applying that again starts it now.")));
    }
    return found;
}

} // namespace bondwright::ui
