// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/formatid.h"
#include "domain/plan.h"
#include "domain/result.h"
#include "formats/changeset.h"
#include "formats/files/filestate.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace bondwright::formats
{

/// The files a format looks at, as they are at one moment. Paths as the host sees them.
class FileSnapshot final
{
public:
    QMap<QString, FileState> files;
    QMap<QString, Error> unreadable; ///< links, hard links, too big, no permission
    /// Permanent MAC to name of this host's own NICs; empty for files below a root, whose NICs are not known.
    QMap<MacAddress, QString> nicNames;
    QString programVersion; ///< of the program that reads them, see host/programversion.h; empty: not known

    bool isWrittenByCloudInit = false; ///< it may write network files of this root again, see host/cloudinithost.h

    const FileState *find(const QString &path) const;
    /// The change from what is here to newText (nullopt: delete). Keeps the mode and owner of a file that exists.
    FileChange change(const QString &path, std::optional<QByteArray> newText, quint32 newMode = 0644) const;
    /// What would be here once these changes are made.
    FileSnapshot with(const ChangeSet &changes) const;
    /// SHA-256 over paths and contents: equal as long as none of them changes.
    QByteArray digest() const;
};

/// What a format wants written, and what a person should know about it.
struct Rendering {
    ChangeSet changes;
    QList<Finding> findings;
};

struct FoundBond {
    BondPlan plan;
    QStringList paths; ///< the files it was read from
};

struct Reading {
    QList<FoundBond> bonds; ///< sorted by name
    QList<Finding> findings; ///< field: the path of the file, and ":" with the line where there is one

    const FoundBond *find(QStringView bond) const;
    /// Whether another bond is read. Each is held against all files: thousands, as only junk has them, would take minutes.
    /// The first that has no room is a finding, "format.too-many-bonds".
    bool hasRoomFor(const QString &bond);
};

/// A way a host keeps its bonds in files. Pure: works on snapshots, does no I/O.
class Format
{
public:
    virtual ~Format() = default;

    virtual FormatId id() const = 0;
    virtual QStringList folders() const = 0; ///< folders whose files it looks at
    virtual QStringList paths() const = 0; ///< single files it looks at
    virtual QString home() const { return folders().constFirst(); } ///< the folder it writes to
    /// Further folders and files that those read so far speak of: asked until there are no more.
    virtual QStringList foldersNamedBy(const FileSnapshot &) const { return {}; }
    virtual QStringList pathsNamedBy(const FileSnapshot &) const { return {}; }

    /// The files that make the plan true, whatever it replaces (see renderReplacing()). A plan that the files already
    /// say changes nothing.
    virtual Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const = 0;
    /// Takes the bond away; its NICs are left without configuration of their own.
    virtual Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const = 0;
    /// The bonds in the files, and what is wrong with these: also that one of the format's could not be read.
    Reading read(const FileSnapshot &snapshot) const;
    /// What a plan cannot hold of the bond's files and of files beside them: lost when another format takes over.
    /// Each "migration.left-behind"; an Error where the bond would not work without it.
    virtual QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const = 0;
    /// The NIC that this file configures at boot. Empty: none, or only as the port of something, or on request.
    virtual QString standaloneNic(const QString &path, const QByteArray &text) const = 0;
    /// The same bond under another name, with its slaves and VLANs; all else in its files stays. Errors:
    /// "format.no-bond", "format.name-taken", those of render(), and "format.no-rename" of a format that can only write
    /// anew.
    virtual Result<Rendering> rename(const QString &bond, const QString &name, const FileSnapshot &snapshot) const;
    /// Whether remove() restores the ports' own configuration: then their former files are not needed.
    virtual bool restoresNics() const { return false; }
    /// Whether what remove() leaves of the bond's files is about other interfaces: it stays where another format takes over.
    virtual bool leavesOthers() const { return false; }
    /// Whether a bond without a MAC of its own gets that of the plan's first port, as the driver does it: not where the
    /// format's program attaches the ports in an order of its own.
    virtual bool keepsFirstMac() const { return true; }
    /// Options of the table that its program does not know. @param programVersion as in a snapshot
    virtual QStringList unsaidOptions(const QString & /*programVersion*/) const { return {}; }

protected:
    virtual Reading readFiles(const FileSnapshot &snapshot) const = 0;
    /// Whether a file that could not be read may hold something of a bond: not if the format has no use for its name.
    virtual bool isMissed(const QString & /*path*/, const Error & /*problem*/) const { return true; }
};

/// As Format::render(); where the plan replaces another bond, that one's files become its own. Without such files it is
/// as any new one. With warnings of what cloud-init would write again.
Result<Rendering> renderReplacing(const Format &format, const BondPlan &plan, const FileSnapshot &snapshot);

/// Reads all that the format looks at below a root prefix; with root "/" also the MACs of the NICs.
Result<FileSnapshot> takeSnapshot(const QString &root, const Format &format);

} // namespace bondwright::formats
