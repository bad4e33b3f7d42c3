// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/nmformat.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/nm/keyfile.h"
#include "formats/nm/profilereader.h"
#include "formats/nm/profilewriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

constexpr quint32 keyfileMode = 0600; // NetworkManager ignores keyfiles that others may read

/// A free path: the profile's own, or one made from its id that nothing else uses.
QString pathFor(const Profile &profile, const FileSnapshot &snapshot, const ChangeSet &changes)
{
    if (!profile.path.isEmpty())
        return profile.path;
    const QString path = keyfilePathFor(profile.id());
    const bool isTaken = snapshot.files.contains(path) || snapshot.unreadable.contains(path) || changes.find(path);
    return isTaken ? keyfilePathFor(profile.id() + u'-' + profile.uuid()) : path;
}

} // namespace

QString NmFormat::id() const
{
    return u"nm"_s;
}

QStringList NmFormat::folders() const
{
    return {keyfileFolder()};
}

QList<Profile> NmFormat::profiles(const FileSnapshot &snapshot, QList<Finding> *findings)
{
    QList<Profile> found;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (folderOf(it.key()) != keyfileFolder() || !isKeyfileName(fileNameOf(it.key())))
            continue;
        auto profile = readKeyfile(it.key(), it->content);
        if (profile)
            found.append(*profile);
        else
            findings->append(finding(Severity::Warning, profile.error().code, it.key(), profile.error().message,
                                     profile.error().hint));
    }
    return found;
}

Result<Rendering> NmFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    Rendering rendering;
    QList<Finding> unreadable;
    auto profilePlan = profilesForPlan(plan, profiles(snapshot, &unreadable));
    if (!profilePlan)
        return tl::unexpected(profilePlan.error());
    rendering.findings = profilePlan->findings;
    for (const Profile &profile : profilePlan->wanted + profilePlan->changed) {
        const QString path = pathFor(profile, snapshot, rendering.changes);
        const FileState *old = snapshot.find(path);
        auto text = writeKeyfile(profile.connection, old ? old->content : QByteArray());
        if (!text)
            return tl::unexpected(text.error());
        FileChange change = snapshot.change(path, *text, keyfileMode);
        change.mode = keyfileMode;
        change.owner = 0;
        change.group = 0;
        rendering.changes.add(change);
    }
    for (const Profile &profile : std::as_const(profilePlan->obsolete))
        rendering.changes.add(snapshot.change(profile.path, std::nullopt));
    return rendering;
}

Result<Rendering> NmFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    QList<Finding> unreadable;
    const QList<Profile> gone = profilesOfBond(bond, profiles(snapshot, &unreadable));
    if (gone.isEmpty())
        return fail(u"format.no-bond"_s,
                    QCoreApplication::translate("formats", "There is no bond “%1” in these files.").arg(bond));
    Rendering rendering;
    for (const Profile &profile : gone)
        rendering.changes.add(snapshot.change(profile.path, std::nullopt));
    return rendering;
}

Reading NmFormat::read(const FileSnapshot &snapshot) const
{
    QList<Finding> unreadable;
    const QList<Profile> all = profiles(snapshot, &unreadable);
    Reading reading = plansFromProfiles(all);
    reading.findings = unreadable + reading.findings;
    for (auto it = snapshot.unreadable.cbegin(); it != snapshot.unreadable.cend(); ++it)
        reading.findings.append(finding(Severity::Warning, it->code, it.key(), it->message, it->hint));
    return reading;
}

QString NmFormat::cardOf(const QString &path, const QByteArray &text) const
{
    const auto profile = readKeyfile(path, text);
    const bool worksByItself
        = profile && profile->type() == u"802-3-ethernet" && !profile->isPort() && profile->autoconnect();
    return worksByItself ? profile->interfaceName() : QString();
}

} // namespace bondwright::formats::nm
