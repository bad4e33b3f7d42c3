// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/networkd/unitfile.h"

#include <QHash>

namespace bondwright::formats::networkd
{

struct UnitSource {
    QString path;
    UnitFile file;
};

/// Where something stands in a unit: what is read later counts more.
struct UnitPosition {
    qsizetype source = -1;
    int line = 0;

    friend auto operator<=>(const UnitPosition &, const UnitPosition &) = default; // NOLINT(modernize-use-nullptr)
};

/// An assignment of a unit; of the value nothing may be left.
struct UnitValue {
    QString text;
    QString place; ///< "path:line"
    UnitPosition position;
};

/// One section of those that make an object each, [Address] or [Route].
struct UnitObject {
    QMap<QString, QString> values;
    QMap<QString, QString> places; ///< "path:line" of each
    int instance = 0; ///< in its file
    UnitPosition position; ///< of the first

    QString value(const QString &key) const { return values.value(key); }
};

/// A .netdev or .network file that is in force, with its drop-ins.
struct Unit {
    QString name; ///< of the file, "10-bond0.network"
    QList<UnitSource> sources; ///< the file itself, then its drop-ins in the order in which they are read

    const QString &path() const { return sources.first().path; }
    QStringList paths() const;
    /// The last assignment's; empty: none, or reset by an empty one.
    QString value(const QString &section, const QString &key) const;
    /// All assignments, also the empty ones.
    QList<UnitValue> said(const QString &section, const QString &key) const;
    /// All that were said since the last empty one.
    QStringList values(const QString &section, const QString &key) const;
    /// The same, cut at blanks.
    QStringList words(const QString &section, const QString &key) const;
    /// Of a key of [Match]; a "!" at the begin of a line turns each of its words round (config_parse_match_strv()).
    QStringList patterns(const QString &key) const;
    /// Keys of [Match] of which only its host knows whether they hold: they are taken to.
    static QStringList hostsConditions();
    /// Each section of that name that says something, apart.
    QList<UnitObject> each(const QString &section) const;
    /// "path:line" of the last assignment; the path alone where there is none.
    QString placeOf(const QString &section, const QString &key) const;
    /// systemd's parse_boolean().
    std::optional<bool> boolean(const QString &section, const QString &key) const;
};

/// What systemd-networkd finds in its folders (conf-files.c, netdev.c, networkd-network.c): of each name the file of
/// the first folder counts, an empty one hides the others, drop-ins of all folders override it; of the .network files
/// the first in the order of their names that matches an interface is its own.
class UnitFolder final
{
public:
    explicit UnitFolder(const FileSnapshot &snapshot);
    Q_DISABLE_COPY_MOVE(UnitFolder)

    static QStringList folders(); ///< /etc before /run before /usr/lib
    QString programVersion() const { return m_snapshot.programVersion; }
    /// Whether it looks at a file or drop-in of this name.
    static bool isUnit(const QString &path);
    /// Where the drop-ins of the snapshot's files may lie.
    static QStringList dropInFolders(const FileSnapshot &snapshot);

    const QList<Unit> &netdevs() const { return m_netdevs; } ///< in the order of their names
    const QList<Unit> &networks() const { return m_networks; }
    const QList<Finding> &findings() const { return m_findings; } ///< links, stray lines
    /// The .netdev that makes this interface.
    const Unit *netdev(const QString &interface) const;
    /// The unit that configures the interface; null: none.
    const Unit *network(const QString &interface) const;
    bool matches(const Unit &network, const QString &interface) const;
    /// The interfaces it names, or that this host has and it fits.
    QStringList candidates(const Unit &network) const;

private:
    Unit load(const QString &name);
    void nameStrayLines(const Unit &unit);
    bool isForNothing(const Unit &unit);
    QList<Unit> inForce(const QString &suffix);

    const FileSnapshot &m_snapshot;
    QList<Unit> m_netdevs;
    QList<Unit> m_networks;
    QHash<QString, const Unit *> m_netdevOf; ///< by the interface it makes
    QList<Finding> m_findings;
};

/// net_condition_test_strv(): one without a "!" has to fit, if there are any, and none with it. No text fits none.
bool fitsAny(const QStringList &patterns, const QString &text);
bool isInRun(const QString &path);
bool isInEtc(const QString &path);

} // namespace bondwright::formats::networkd
