// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/nmformat.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/host/managerconf.h"
#include "formats/losses.h"
#include "formats/nm/bondsetting.h"
#include "formats/nm/keyfile.h"
#include "formats/nm/keyfilefolders.h"
#include "formats/nm/leftbehind.h"
#include "formats/nm/profilereader.h"
#include "formats/nm/profilewriter.h"
#include "formats/nm/rename.h"
#include "formats/nobond.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

constexpr quint32 keyfileMode = 0600; // NetworkManager ignores keyfiles that others may read

/// A free path in /etc: the profile's own file name, or one made from its id that nothing else uses.
QString pathFor(const Profile &profile, const FileSnapshot &snapshot, const ChangeSet &changes)
{
    if (!profile.path.isEmpty() && folderOf(profile.path) == keyfileFolder())
        return profile.path;
    const QString path = profile.path.isEmpty() ? keyfilePathFor(profile.id()) : pathInEtc(profile.path);
    const bool isTaken = snapshot.files.contains(path) || snapshot.unreadable.contains(path) || changes.find(path);
    return isTaken ? keyfilePathFor(profile.id() + u'-' + profile.uuid()) : path;
}

bool isInUsrLib(const QString &path)
{
    return folderOf(path) == keyfileFolders().last();
}

bool isInRun(const QString &path)
{
    return folderOf(path) == keyfileFolders().first();
}

/// The program that made a profile of /run makes it again at the next boot, and it overrides one of that UUID in /etc:
/// a change would last until then at most.
Error madeAnew(const Profile &profile)
{
    return {u"nm.made-anew"_s,
            QCoreApplication::translate("formats",
                                        "The profile “%1” lies in /run: a program such as netplan makes it again at "
                                        "every start.")
                .arg(profile.id()),
            QCoreApplication::translate("formats",
                                        "Make the change in that program's own files, or remove the "
                                        "interface from them first.")};
}

/// Writes the profile. One of /usr/lib, which belongs to a package, moves to /etc, where it hides the other.
Result<void> addProfile(const Profile &profile, const FileSnapshot &snapshot, Rendering *rendering)
{
    Profile written = profile;
    written.path = pathFor(profile, snapshot, rendering->changes);
    const FileState *source = profile.path.isEmpty() ? snapshot.find(written.path) : snapshot.find(profile.path);
    if (source && written.path != profile.path && !profile.path.isEmpty()) {
        const auto unchanged = writeKeyfile(profile, source->content);
        if (unchanged && *unchanged == source->content)
            return {};
        if (isInRun(profile.path))
            return tl::unexpected(madeAnew(profile));
    }
    auto text = writeKeyfile(written, source ? source->content : QByteArray(), profile.path);
    if (!text)
        return tl::unexpected(text.error());
    FileChange change = snapshot.change(written.path, *text, keyfileMode);
    change.mode = keyfileMode;
    change.owner = 0;
    change.group = 0;
    rendering->changes.add(change);
    return {};
}

/// The profile of the old name, as the one of the new.
Result<void> renameProfile(const RenamedProfile &renamed, const FileSnapshot &snapshot, Rendering *rendering)
{
    const FileState *source = snapshot.find(renamed.before.path);
    if (isInRun(renamed.before.path) || !source)
        return tl::unexpected(madeAnew(renamed.before));
    Profile written = renamed.after;
    written.path = pathFor(written, snapshot, rendering->changes);
    auto text = writeKeyfile(written, source->content, renamed.before.path);
    if (!text)
        return tl::unexpected(text.error());
    FileChange change = snapshot.change(written.path, *text, keyfileMode);
    change.mode = keyfileMode;
    if (written.path != renamed.before.path)
        change.xattrs = source->xattrs;
    rendering->changes.add(change);
    return {};
}

/// Removes a profile. One of /usr/lib is hidden by a mark in /etc, as NetworkManager does it.
Result<void> removeProfile(const Profile &profile, const FileSnapshot &snapshot, Rendering *rendering)
{
    if (isInRun(profile.path))
        return tl::unexpected(madeAnew(profile));
    if (isInUsrLib(profile.path))
        rendering->changes.add(
            snapshot.change(tombstonePath(profile.uuid()), tombstoneText(profile.uuid()), keyfileMode));
    else
        rendering->changes.add(snapshot.change(profile.path, std::nullopt));
    return {};
}

void reportMode(const QString &path, const FileState &state, QList<Finding> *findings)
{
    if ((state.mode & 0077) == 0)
        return;
    findings->append(finding(Severity::Warning, u"nm.mode"_s, path,
                             QCoreApplication::translate(
                                 "formats", "NetworkManager ignores this file: others may read or write it (mode %1).")
                                 .arg(QString::number(state.mode, 8).rightJustified(4, u'0')),
                             QCoreApplication::translate("formats", "Run “chmod 600” on it, or leave it out.")));
}

/// In /run and /usr/lib a profile is one by its name only.
void reportName(const QString &path, QList<Finding> *findings)
{
    const QString name = fileNameOf(path);
    if ((!isInRun(path) && !isInUsrLib(path)) || name.startsWith(u'.') || name.endsWith(u".nmmeta"))
        return;
    findings->append(finding(Severity::Warning, u"nm.name"_s, path,
                             QCoreApplication::translate("formats",
                                                         "NetworkManager ignores this file: in this folder only names "
                                                         "that end in .nmconnection count."),
                             QCoreApplication::translate("formats", "Rename it if it is meant to count.")));
}

/// Set where NetworkManager keeps its profiles elsewhere, or nowhere: then it ignores those of /etc.
/// Source: nms_keyfile_plugin_init(); a path that is not absolute counts as none.
std::optional<Finding> keptElsewhere(const FileSnapshot &snapshot)
{
    QMap<QString, QByteArray> texts;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (it.key() == managerConfPath() || managerConfFolders().contains(folderOf(it.key())))
            texts.insert(it.key(), it->content);
    }
    const auto path = managerValue(texts, "keyfile", "path");
    if (!path || (!path->value.isEmpty() && !path->value.startsWith(u'/'))
        || QDir::cleanPath(path->value) == keyfileFolder())
        return std::nullopt;
    return finding(
        Severity::Error, u"nm.keyfile-path"_s, path->path,
        path->value.isEmpty()
            ? QCoreApplication::translate("formats", "NetworkManager is told to keep no profiles on the disk.")
            : QCoreApplication::translate("formats", "NetworkManager is told to keep its profiles in “%1”.")
                  .arg(path->value),
        QCoreApplication::translate("formats",
                                    "This program reads and writes “%1”: remove “path” from the section "
                                    "[keyfile], and move the profiles there.")
            .arg(keyfileFolder()));
}

/// UUID to the rank of the folder that marks it as deleted.
QMap<QString, int> tombstonesOf(const FileSnapshot &snapshot)
{
    QMap<QString, int> marks;
    const auto add = [&marks](const QString &path, const std::optional<QByteArray> &text) {
        if (const auto uuid = uuidOfTombstone(path, text))
            marks.insert(*uuid, std::min(folderRank(path), marks.value(*uuid, folderRank(path))));
    };
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it)
        add(it.key(), it->content);
    for (auto it = snapshot.unreadable.cbegin(); it != snapshot.unreadable.cend(); ++it)
        add(it.key(), std::nullopt);
    return marks;
}

/// nms-keyfile-storage.c: the folder decides, then the newer file, then the name.
bool countsBefore(const Profile &a, const Profile &b)
{
    return folderRank(a.path) != folderRank(b.path) ? folderRank(a.path) < folderRank(b.path) : a.path > b.path;
}

/// Of each UUID the profile that is in force.
QList<Profile> inForce(QList<Profile> all, const QMap<QString, int> &tombstones, QList<Finding> *findings)
{
    std::stable_sort(all.begin(), all.end(), countsBefore);
    QList<Profile> chosen;
    for (const Profile &profile : std::as_const(all)) {
        const QString uuid = profile.uuid();
        const auto first
            = std::find_if(chosen.cbegin(), chosen.cend(), [&](const Profile &p) { return p.uuid() == uuid; });
        if (first != chosen.cend()) {
            if (folderRank(first->path) == folderRank(profile.path))
                findings->append(
                    finding(Severity::Warning, u"nm.uuid-twice"_s, profile.path,
                            QCoreApplication::translate("formats",
                                                        "“%1” has the same UUID; NetworkManager reads only the newer.")
                                .arg(first->path),
                            QCoreApplication::translate("formats", "Remove one of them, or give it another UUID.")));
            continue;
        }
        if (!profile.isTransient && tombstones.value(uuid, folderRank(profile.path) + 1) > folderRank(profile.path))
            chosen.append(profile);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const Profile &a, const Profile &b) { return a.path < b.path; });
    return chosen;
}

/// Whether the profiles already say the plan: then nothing is changed, not even rival profiles of the same NICs.
bool isInForce(const BondPlan &plan, const QList<Profile> &existing)
{
    const QList<FoundBond> bonds = plansFromProfiles(existing).bonds;
    return std::any_of(bonds.cbegin(), bonds.cend(), [&plan](const FoundBond &found) { return found.plan == plan; });
}

/// Findings that are due even if nothing is written.
QList<Finding> inForceFindings(const FileSnapshot &snapshot, const QList<Profile> &existing, const QString &bond)
{
    QList<Finding> findings;
    if (const auto elsewhere = keptElsewhere(snapshot))
        findings.append(*elsewhere);
    for (const Profile &profile : profilesOfBond(bond, existing)) {
        if (const FileState *file = snapshot.find(profile.path))
            reportMode(profile.path, *file, &findings);
    }
    return findings;
}

} // namespace

QStringList NmFormat::folders() const
{
    return keyfileFolders() + managerConfFolders();
}

QStringList NmFormat::unsaidOptions(const QString & /*programVersion*/) const
{
    return optionsUnknownToLibnm();
}

QString NmFormat::home() const
{
    return keyfileFolder();
}

QStringList NmFormat::paths() const
{
    return {managerConfPath()};
}

QList<Profile> NmFormat::profiles(const FileSnapshot &snapshot, QList<Finding> *findings)
{
    QList<Finding> unwanted;
    QList<Finding> &found = findings ? *findings : unwanted;
    QList<Profile> all;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (!isKeyfilePath(it.key())) {
            reportName(it.key(), &found);
            continue;
        }
        reportMode(it.key(), *it, &found);
        if (auto profile = readKeyfile(it.key(), it->content))
            all.append(*profile);
        else
            found.append(finding(Severity::Warning, profile.error().code, it.key(), profile.error().message,
                                 profile.error().hint));
    }
    all = inForce(all, tombstonesOf(snapshot), &found);
    matchNics(&all, snapshot.nicNames);
    return all;
}

Result<Rendering> NmFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    const QList<Profile> existing = profiles(snapshot, nullptr);
    if (isInForce(plan, existing))
        return Rendering{{}, inForceFindings(snapshot, existing, plan.name)};
    auto profilePlan = profilesForPlan(plan, existing, snapshot.nicNames);
    if (!profilePlan)
        return tl::unexpected(profilePlan.error());
    Rendering rendering;
    rendering.findings = profilePlan->findings;
    if (const auto elsewhere = keptElsewhere(snapshot))
        rendering.findings.prepend(*elsewhere);
    for (const Profile &profile : profilePlan->wanted + profilePlan->changed) {
        if (auto done = addProfile(profile, snapshot, &rendering); !done)
            return tl::unexpected(done.error());
        if (const FileState *old = snapshot.find(profile.path))
            reportMode(profile.path, *old, &rendering.findings);
    }
    for (const Profile &profile : std::as_const(profilePlan->obsolete)) {
        if (auto done = removeProfile(profile, snapshot, &rendering); !done)
            return tl::unexpected(done.error());
    }
    const Reading again = plansFromProfiles(profiles(snapshot.with(rendering.changes), nullptr));
    const FoundBond *kept = again.find(plan.name);
    nameLosses(plan, kept ? &kept->plan : nullptr, u"NetworkManager"_s, &rendering.findings);
    return rendering;
}

Result<Rendering> NmFormat::rename(const QString &bond, const QString &name, const FileSnapshot &snapshot) const
{
    const QList<Profile> present = NmFormat::profiles(snapshot, nullptr);
    const auto profiles = renamedProfiles(bond, name, present);
    if (!profiles)
        return tl::unexpected(profiles.error());
    Rendering rendering{{}, vlansLeftAlone(bond, present, Severity::Error)};
    for (const RenamedProfile &renamed : *profiles) {
        auto done = renameProfile(renamed, snapshot, &rendering);
        if (done && renamed.before.uuid() != renamed.after.uuid())
            done = removeProfile(renamed.before, snapshot, &rendering);
        if (!done)
            return tl::unexpected(done.error());
    }
    return rendering;
}

Result<Rendering> NmFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    const QList<Profile> present = profiles(snapshot, nullptr);
    const QList<Profile> gone = profilesOfBond(bond, present);
    if (gone.isEmpty())
        return failWithoutBond(bond);
    Rendering rendering{{}, vlansLeftAlone(bond, present, Severity::Warning)};
    for (const Profile &profile : gone) {
        if (auto done = removeProfile(profile, snapshot, &rendering); !done)
            return tl::unexpected(done.error());
    }
    return rendering;
}

Reading NmFormat::readFiles(const FileSnapshot &snapshot) const
{
    QList<Finding> unreadable;
    const QList<Profile> all = profiles(snapshot, &unreadable);
    Reading reading = plansFromProfiles(all);
    reading.findings = unreadable + reading.findings;
    if (const auto elsewhere = keptElsewhere(snapshot))
        reading.findings.prepend(*elsewhere);
    return reading;
}

bool NmFormat::isMissed(const QString &path, const Error &) const
{
    return !uuidOfTombstone(path, std::nullopt);
}

QList<Finding> NmFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    QList<Finding> unreadable;
    return leftBehindOf(found, profiles(snapshot, &unreadable));
}

QString NmFormat::standaloneNic(const QString &path, const QByteArray &text) const
{
    const auto profile = readKeyfile(path, text);
    const bool worksByItself
        = profile && profile->type() == u"802-3-ethernet" && !profile->isPort() && profile->autoconnect();
    return worksByItself ? profile->nic() : QString();
}

} // namespace bondwright::formats::nm
