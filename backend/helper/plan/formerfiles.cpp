// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/plan/formerfiles.h"

#include "domain/changereason.h"

#include <QRegularExpression>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

/// New files first, deletions last, as formats::ChangeSet wants it.
void setFiles(formats::ChangeSet &changes, const QMap<QString, formats::FileChange> &files)
{
    changes.files.clear();
    for (const formats::FileChange &change : files)
        changes.add(change);
}

QMap<QString, formats::FileChange> filesOf(const formats::ChangeSet &changes)
{
    QMap<QString, formats::FileChange> files;
    for (const formats::FileChange &change : changes.files)
        files.insert(change.path, change);
    return files;
}

/// "192.0.2.1/24": whether the text has that address, with whatever prefix and in whatever key.
bool mentions(const QByteArray &text, const IpAddress &address)
{
    const QString escaped = QRegularExpression::escape(address.toString());
    const QRegularExpression whole(u"(?<![0-9A-Fa-f.:])%1(?![0-9A-Fa-f.:])"_s.arg(escaped));
    return QString::fromUtf8(text).contains(whole);
}

/// The file that makes the bond, not one of its ports, VLANs or routes: those may come with an edit.
bool isOwnFile(const QString &path, const QString &bond)
{
    const QString name = path.section(u'/', -1);
    if (name == u"ifcfg-"_s + bond)
        return true;
    const QString suffix = u".nmconnection"_s;
    if (!name.startsWith(bond) || !name.endsWith(suffix))
        return false;
    // A name that is taken gets the profile's UUID behind it.
    const QString rest = name.mid(bond.size(), name.size() - bond.size() - suffix.size());
    return rest.isEmpty() || (rest.startsWith(u'-') && !QUuid::fromString(rest.mid(1)).isNull());
}

} // namespace

FormerFiles::FormerFiles(formats::BackupStore store)
    : m_store(std::move(store))
{
}

FormerFiles::Chain FormerFiles::chainOf(const QString &bond, const QList<formats::Backup> &all) const
{
    Chain chain;
    QString name = bond;
    for (const formats::Backup &backup : all) {
        const auto reason = ChangeReason::fromString(backup.manifest.reason);
        if (!backup.intact || !reason || reason->action != ChangeAction::Apply || reason->object != name)
            continue;
        chain.backups.append(backup);
        if (!reason->formerName.isEmpty()) { // what was done to it before was done under that name
            name = reason->formerName;
            continue;
        }
        chain.reachesCreation = std::any_of(
            backup.manifest.entries.cbegin(), backup.manifest.entries.cend(),
            [&name](const formats::ManifestEntry &entry) { return !entry.existed && isOwnFile(entry.path, name); });
        if (chain.reachesCreation)
            break;
    }
    return chain;
}

void FormerFiles::restoreAll(const QString &bond, const formats::Format &format, formats::ChangeSet &changes) const
{
    const auto all = m_store.list();
    if (!all)
        return;
    const QMap<QString, formats::FileChange> removal = filesOf(changes);
    QMap<QString, formats::FileChange> merged = removal;
    const Chain chain = chainOf(bond, *all);
    for (const formats::Backup &backup : chain.backups) {
        const auto restored = m_store.restoreChanges(backup.manifest.id);
        if (!restored)
            break;
        if (!chain.reachesCreation) { // only what NICs had that came later: the bond itself was there before
            for (const formats::FileChange &change : restored->files) {
                const QString nic = change.newText ? format.standaloneNic(change.path, *change.newText) : QString();
                if (!nic.isEmpty() && nic != bond)
                    merged.insert(change.path, change);
            }
            continue;
        }
        // The oldest backup counts, also where it means no change: a file that an edit made in between did not exist
        // then and does not exist now.
        for (const formats::ManifestEntry &entry : backup.manifest.entries)
            merged.remove(entry.path);
        merged.insert(filesOf(*restored));
    }
    // A NIC that works by itself is no port any more: its present configuration was given to it since.
    merged.removeIf([&](const std::pair<const QString &, formats::FileChange &> entry) {
        const auto &[path, change] = entry;
        const QString nic = change.oldText ? format.standaloneNic(path, *change.oldText) : QString();
        return !removal.contains(path) && !nic.isEmpty() && nic != bond;
    });
    setFiles(changes, merged);
}

bool FormerFiles::restoreNicFiles(const QString &bond, const QString &nic, const IpNetworks &addressesInUse,
                                  const formats::Format &format, formats::ChangeSet &changes) const
{
    const auto all = m_store.list();
    if (!all)
        return true;
    QMap<QString, formats::FileChange> merged = filesOf(changes);
    QSet<QString> found;
    for (const formats::Backup &backup : chainOf(bond, *all).backups) {
        const auto restored = m_store.restoreChanges(backup.manifest.id);
        if (!restored)
            return true;
        for (const formats::FileChange &change : restored->files) {
            const auto isItsOwn = [&](const std::optional<QByteArray> &text) {
                return text && format.standaloneNic(change.path, *text) == nic;
            };
            if (found.contains(change.path) || !isItsOwn(change.newText))
                continue;
            if (std::any_of(addressesInUse.cbegin(), addressesInUse.cend(),
                            [&change](const IpNetwork &own) { return mentions(*change.newText, own.address); }))
                return false;
            found.insert(change.path);
            if (!isItsOwn(change.oldText)) // else it was given one since
                merged.insert(change.path, change);
        }
    }
    setFiles(changes, merged);
    return true;
}

QStringList FormerFiles::neededBy(const QStringList &bonds) const
{
    const auto all = m_store.list();
    if (!all || bonds.isEmpty())
        return {};
    QStringList needed;
    for (const QString &bond : bonds) {
        QSet<QString> seen;
        const QList<formats::Backup> chain = chainOf(bond, *all).backups;
        for (auto backup = chain.crbegin(); backup != chain.crend(); ++backup) {
            const qsizetype before = seen.size();
            for (const formats::ManifestEntry &entry : backup->manifest.entries)
                seen.insert(entry.path);
            if (seen.size() > before)
                needed.append(backup->manifest.id);
        }
    }
    return needed;
}

} // namespace bondwright::helper
