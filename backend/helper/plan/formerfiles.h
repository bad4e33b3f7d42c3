// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/files/backupstore.h"
#include "formats/format.h"

#include <QStringList>

namespace bondwright::helper
{

/// The configuration that the NICs of a bond had before it, from the backups.
class FormerFiles final
{
public:
    explicit FormerFiles(formats::BackupStore store);

    /// The files of a bond's NICs as they were before the bond was made: the oldest contents among the
    /// backups from its creation on. Without a backup they keep what the format leaves them; a NIC that has left
    /// the bond keeps what it was given since.
    void restoreAll(const QString &bond, const formats::Format &format, formats::ChangeSet &changes) const;
    /// One NIC that leaves a bond which stays: its own files, as they were when it was last taken into the bond.
    /// Not where they hold one of these addresses, which the bond has taken over.
    /// @return false if such an address prevents it
    bool restoreNicFiles(const QString &bond, const QString &nic, const IpNetworks &addressesInUse,
                         const formats::Format &format, formats::ChangeSet &changes) const;
    /// The backups that a removal of these bonds would need: each file's oldest.
    QStringList neededBy(const QStringList &bonds) const;

private:
    /// Backups of one bond, newest first, also from when it had another name.
    struct Chain {
        QList<formats::Backup> backups;
        bool reachesCreation = false; ///< else others made the bond: it had files before
    };
    Chain chainOf(const QString &bond, const QList<formats::Backup> &all) const;

    formats::BackupStore m_store;
};

} // namespace bondwright::helper
