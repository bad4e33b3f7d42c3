// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifupdown/interfacesfile.h"

#include <QHash>
#include <QSet>

namespace bondwright::formats::ifupdown
{

/// Where a stanza stands.
struct StanzaPlace {
    QString path;
    qsizetype index = 0;
};

/// /etc/network/interfaces and what it sources, in the order in which ifup reads it.
class InterfacesTree final
{
public:
    explicit InterfacesTree(const FileSnapshot &snapshot);

    static QString mainPath(); ///< /etc/network/interfaces
    /// What the files of the snapshot source: files, and folders whose files may be meant.
    static QStringList foldersNamedBy(const FileSnapshot &snapshot);
    static QStringList pathsNamedBy(const FileSnapshot &snapshot);

    const QList<std::pair<QString, InterfacesFile>> &files() const { return m_files; }
    const InterfacesFile *file(const QString &path) const;
    const Stanza &at(const StanzaPlace &place) const;
    /// The same with what it inherits: how ifup takes it.
    const Stanza &said(const StanzaPlace &place) const;
    bool inherits(const QString &interface) const;
    /// There for others to inherit from, and not brought up by itself.
    bool isTemplate(const QString &interface) const;
    QList<StanzaPlace> ifacesOf(const QString &interface) const;
    /// Stanzas "mapping" that mean the interface.
    QList<StanzaPlace> mappingsOf(const QString &interface) const;
    /// "bond0:1", …: interfaces only for ifupdown, their addresses are the interface's (interfaces(5)).
    QStringList aliasesOf(const QString &interface) const { return m_aliases.value(interface); }
    /// Whether the alias comes up when its interface does.
    bool comesAlong(const QString &alias) const;
    /// Every name with an iface stanza that is no template, once.
    const QStringList &interfaces() const { return m_names; }
    bool isAuto(const QString &interface) const; ///< in a line "auto" or "allow-…"
    /// A free name below a folder that is sourced; the main file where there is none such.
    QString pathForNew(const QString &interface) const;
    /// All of it in one text, each file behind the one that sources it.
    QByteArray flattened() const;
    bool isIfupdown2() const { return m_isIfupdown2; }

private:
    void load(const FileSnapshot &snapshot, const QString &path, int depth);
    void resolve();
    void inherit(Stanza *stanza, const StanzaPlace &base) const;

    QList<std::pair<QString, InterfacesFile>> m_files;
    QMap<QString, QList<Stanza>> m_said; ///< of each file
    QHash<QString, QList<StanzaPlace>> m_ifaces; ///< of each name, in their order
    QStringList m_names;
    QHash<QString, QStringList> m_aliases; ///< by their interface
    QSet<QString> m_autos;
    QSet<QString> m_bases; ///< names that others inherit from
    QStringList m_sourced; ///< patterns, absolute
    bool m_isIfupdown2 = false;
};

} // namespace bondwright::formats::ifupdown
