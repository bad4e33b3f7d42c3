// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/migration.h"

#include "domain/errorcode.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/host/cloudinithost.h"
#include "formats/losses.h"
#include "formats/nobond.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

/// A finding points to "path" or "path:line".
bool isAbout(const Finding &finding, const QStringList &paths)
{
    return std::any_of(paths.cbegin(), paths.cend(), [&](const QString &path) {
        return finding.field == path || finding.field.startsWith(path + u':');
    });
}

/// Whether the finding is about another interface's file: then it does not matter here.
bool isAboutOthers(const Finding &finding, const FoundBond &found)
{
    return !folderOf(finding.field).endsWith(u"/modprobe.d") && finding.field.startsWith(u'/')
        && !isAbout(finding, found.paths + QStringList{u"/etc/modprobe.conf"_s, u"/etc/sysconfig/network"_s});
}

/// What is wrong with the bond where it is: accepted there, but not to be made once more.
QList<Finding> lacksOf(BondPlan plan)
{
    plan.accept.clear();
    QList<Finding> lacks = check(plan, HostFacts());
    lacks.removeIf([](const Finding &f) { return !isAcceptable(f.code) && f.code != u"monitoring.both"; });
    return lacks;
}

} // namespace

Result<Rendering> migrate(const QString &bond, const Format &from, const FileSnapshot &fromFiles, const Format &to,
                          const FileSnapshot &toFiles)
{
    const Reading reading = from.read(fromFiles);
    const auto found = std::find_if(reading.bonds.cbegin(), reading.bonds.cend(),
                                    [&](const FoundBond &f) { return f.plan.name == bond; });
    if (found == reading.bonds.cend())
        return failWithoutBond(bond);
    auto rendering = to.render(found->plan, toFiles);
    if (!rendering)
        return rendering;
    auto removal = from.remove(bond, fromFiles);
    if (!removal && removal.error().code == errorcode::readOnly) {
        removal = Rendering();
        rendering->findings.append(
            finding(Severity::Warning, u"migration.old-files"_s, found->paths.value(0),
                    QCoreApplication::translate("formats", "The old files stay as they are."),
                    QCoreApplication::translate("formats", "Take the bond out of them by hand.")));
    }
    const QList<Finding> left = from.leftBehind(*found, fromFiles);
    if (!removal) {
        const auto reason
            = std::find_if(left.cbegin(), left.cend(), [](const Finding &f) { return f.severity == Severity::Error; });
        return reason == left.cend() ? removal : fail(reason->code, reason->message, reason->advice);
    }
    for (Finding &f : rendering->findings) {
        // What the other format cannot hold has been said, and is lost knowingly.
        if (isAnnouncedLoss(f))
            f.severity = Severity::Warning;
    }
    rendering->findings += lacksOf(found->plan) + left;
    for (Finding f : reading.findings) {
        // The bond would go over without it.
        const bool isPortLost = f.code.endsWith(u".port-unnamed") || f.code.endsWith(u".port-unsure");
        if (isPortLost)
            f.severity = Severity::Error;
        const bool isLeftBehind = std::any_of(left.cbegin(), left.cend(), [&f](const Finding &other) {
            return f.field.contains(u':') && other.field == f.field && f.severity != Severity::Error;
        });
        if (isBeyondPlans(f)) // which stays where a file is changed
            f.advice = QCoreApplication::translate("formats", "Set it again by hand if it is needed.");
        if (isPortLost || (!isLeftBehind && !isAboutOthers(f, *found)))
            rendering->findings.append(f);
    }
    if (from.restoresNics())
        rendering->findings.append(
            finding(Severity::Advice, u"migration.old-service"_s, found->paths.value(0),
                    QCoreApplication::translate("formats",
                                                "In the old files the NICs have again what they had before the bond."),
                    QCoreApplication::translate("formats", "Switch the old service off, or take them out there.")));
    for (FileChange change : std::as_const(removal->changes.files)) {
        // A NIC's own file goes as well: it would still configure the NIC as a slave of a missing bond.
        if (change.newText && found->paths.contains(change.path) && !from.restoresNics() && !from.leavesOthers())
            change.newText.reset();
        rendering->changes.add(change);
    }
    rendering->findings += cloudInitFindings(rendering->changes, fromFiles);
    return rendering;
}

} // namespace bondwright::formats
