// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/yaml/wholefile.h"

#include "domain/findings.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/plantexts.h"
#include "formats/losses.h"
#include "formats/nobond.h"
#include "formats/planmac.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::yaml
{

namespace
{

constexpr quint32 privateMode = 0600;

Error sharedFile(const QString &path, const QString &bond)
{
    return {u"format.shared-file"_s,
            QCoreApplication::translate("formats", "“%1” says more than the bond “%2”.").arg(path, bond),
            QCoreApplication::translate("formats", "Change it by hand, or move the bond into a file of its own.")};
}

/// Whether the finding is about the bond's own routing, which goes with it.
bool isAboutRouting(const Finding &finding)
{
    return finding.code.endsWith(u".foreign-route") || finding.code.endsWith(u".foreign-routing");
}

/// Whether nothing stands in the file that a plan does not say, such as a bridge above the bond or a second bond.
bool isAlone(const FoundBond &found, const QString &path, const Reading &reading, bool goesAway)
{
    const auto bondsInIt = std::count_if(reading.bonds.cbegin(), reading.bonds.cend(),
                                         [&path](const FoundBond &other) { return other.paths.contains(path); });
    return found.paths == QStringList(path) && bondsInIt == 1
        && std::none_of(reading.findings.cbegin(), reading.findings.cend(), [&](const Finding &f) {
               return f.field == path && isBeyondPlans(f) && !(goesAway && isAboutRouting(f));
           });
}

bool hasRemarks(const QByteArray &text)
{
    static const QRegularExpression remark(u"^(?:.*\\s)?#"_s, QRegularExpression::MultilineOption);
    return remark.match(QString::fromUtf8(text)).hasMatch();
}

} // namespace

Reading WholeFileFormat::readFiles(const FileSnapshot &snapshot) const
{
    Reading reading;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (!isRead(it.key()))
            continue;
        const auto root = parse(it->content);
        if (!root) {
            reading.findings.append(
                finding(Severity::Warning, root.error().code, it.key(), root.error().message, root.error().hint));
            continue;
        }
        const qsizetype before = reading.findings.size();
        for (const BondPlan &plan : bondsOf(*root, snapshot, &reading.findings)) {
            if (!reading.hasRoomFor(plan.name))
                break;
            reading.bonds.append({asFound(plan), {it.key()}});
        }
        for (qsizetype i = before; i < reading.findings.size(); ++i) {
            if (reading.findings.at(i).field.isEmpty())
                reading.findings[i].field = it.key();
        }
    }
    std::stable_sort(reading.bonds.begin(), reading.bonds.end(),
                     [](const FoundBond &a, const FoundBond &b) { return a.plan.name < b.plan.name; });
    return reading;
}

bool WholeFileFormat::isShared(const FoundBond &found, const Reading &reading, const FileSnapshot &snapshot,
                               bool goesAway) const
{
    const QString path = ownPath(found.plan.name);
    const FileState *file = snapshot.find(path);
    const auto root = file ? parse(file->content) : Result<Node>(Node());
    return !isAlone(found, path, reading, goesAway) || (root && saysMore(*root, found.plan));
}

Result<Rendering> WholeFileFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    if (auto checked = ifcfg::checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    if (const auto mac = fixedMac(plan); !mac)
        return tl::unexpected(mac.error());
    const Reading present = WholeFileFormat::readFiles(snapshot);
    const FoundBond *found = present.find(plan.name);
    if (found && found->paths != QStringList(ownPath(plan.name)))
        return tl::unexpected(sharedFile(found->paths.first(), plan.name));
    Rendering rendering;
    const Node root = document(plan, &rendering.findings);
    QList<Finding> losses;
    const Result<QByteArray> text
        = found ? changedText(*found, plan, root, snapshot, &losses) : Result<QByteArray>(textOf(root));
    const bool isOthersToo = found && isShared(*found, present, snapshot);
    if (!text)
        return tl::unexpected(isOthersToo ? sharedFile(found->paths.first(), plan.name) : text.error());
    FileSnapshot after;
    after.nicNames = snapshot.nicNames;
    after.files[ownPath(plan.name)].content = *text;
    const Reading again = read(after);
    const FoundBond *kept = again.find(plan.name);
    BondPlan wanted = plan;
    for (SlavePlan &slave : wanted.slaves) { // that the file knows the NIC by its address is no reason to refuse it
        const SlavePlan *now = slave.mac.isEmpty() && kept ? kept->plan.slaveByName(slave.name) : nullptr;
        if (now)
            slave.mac = now->mac;
    }
    nameLosses(wanted, kept ? &kept->plan : nullptr, program(), &rendering.findings);
    const bool isSaid = found && kept && planToJson(essence(found->plan)) == planToJson(essence(kept->plan));
    if (!isSaid && isOthersToo)
        return tl::unexpected(sharedFile(found->paths.first(), plan.name));
    if (!isSaid) {
        rendering.findings += losses;
        rendering.changes.add(snapshot.change(ownPath(plan.name), *text, privateMode));
    }
    return rendering;
}

Result<QByteArray> WholeFileFormat::changedText(const FoundBond &found, const BondPlan &, const Node &document,
                                                const FileSnapshot &snapshot, QList<Finding> *losses) const
{
    *losses += leftBehind(found, snapshot);
    const QString path = found.paths.first();
    if (hasRemarks(snapshot.files.value(path).content))
        losses->append(finding(
            Severity::Warning, u"format.remarks-lost"_s, path,
            QCoreApplication::translate("formats", "The remarks in “%1” are lost: it is written anew.").arg(path),
            QCoreApplication::translate("formats", "They stay in the backup.")));
    return textOf(document);
}

Result<Rendering> WholeFileFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    const Reading present = WholeFileFormat::readFiles(snapshot);
    const FoundBond *found = present.find(bond);
    if (!found)
        return failWithoutBond(bond);
    if (isShared(*found, present, snapshot, true))
        return tl::unexpected(sharedFile(found->paths.first(), bond));
    const auto rest = textWithout(*found, snapshot);
    if (!rest)
        return tl::unexpected(rest.error());
    Rendering rendering;
    rendering.changes.add(snapshot.change(ownPath(bond), *rest));
    return rendering;
}

} // namespace bondwright::formats::yaml
