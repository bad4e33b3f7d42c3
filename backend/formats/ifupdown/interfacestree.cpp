// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/interfacestree.h"

#include "formats/files/rootfolder.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifupdown
{

namespace
{

constexpr int maxDepth = 8;
constexpr qsizetype maxOptions = 1000; ///< of a stanza with all that it inherits

/// ifupdown2's own settings; who has them runs it in place of ifupdown.
QString ifupdown2Path()
{
    return u"/etc/network/ifupdown2/ifupdown2.conf"_s;
}

struct Sourced {
    QString pattern; ///< absolute
    bool isFolder = false; ///< source-directory: of its files those with plain names
};

QList<Sourced> sourcedBy(const InterfacesFile &file, const QString &path)
{
    QList<Sourced> all;
    for (const Stanza &stanza : file.stanzas()) {
        if (!stanza.keyword.startsWith(u"source"))
            continue;
        for (const QString &word : stanza.words) {
            const QString whole = word.startsWith(u'/') ? word : folderOf(path) + u'/' + word;
            all.append({QDir::cleanPath(whole), stanza.keyword != u"source"});
        }
    }
    return all;
}

bool isPattern(const QString &text)
{
    return text.contains(u'*') || text.contains(u'?') || text.contains(u'[');
}

/// Hidden files are not meant by a "*".
bool fits(const Sourced &sourced, const QString &path)
{
    static const QRegularExpression plain(u"^[a-zA-Z0-9_-]+$"_s);
    if (sourced.isFolder)
        return folderOf(path) == sourced.pattern && plain.match(fileNameOf(path)).hasMatch();
    if (!isPattern(sourced.pattern))
        return path == sourced.pattern;
    const QRegularExpression name(QRegularExpression::wildcardToRegularExpression(fileNameOf(sourced.pattern)));
    return folderOf(path) == folderOf(sourced.pattern) && !fileNameOf(path).startsWith(u'.')
        && name.match(fileNameOf(path)).hasMatch();
}

/// "bond-slaves glob swp1-4", "bond-slaves regex eth.*".
bool isForIfupdown2(const InterfacesFile &file)
{
    return std::any_of(file.stanzas().cbegin(), file.stanzas().cend(), [](const Stanza &stanza) {
        const QString ports = stanza.value(u"bond-slaves"_s);
        return ports.startsWith(u"glob ") || ports.startsWith(u"regex ");
    });
}

QStringList everyFile(const FileSnapshot &snapshot)
{
    QStringList paths;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (it.key() != ifupdown2Path())
            paths.append(it.key());
    }
    return paths;
}

} // namespace

InterfacesTree::InterfacesTree(const FileSnapshot &snapshot)
    : m_isIfupdown2(snapshot.find(ifupdown2Path()))
{
    load(snapshot, mainPath(), 0);
    // Only it knows such words, and its settings may be missing.
    m_isIfupdown2 = m_isIfupdown2
        || std::any_of(m_files.cbegin(), m_files.cend(), [](const auto &f) { return isForIfupdown2(f.second); });
    resolve();
}

/// Names and templates: each stanza is looked at once, for a file may have thousands.
void InterfacesTree::resolve()
{
    for (const auto &[path, file] : std::as_const(m_files)) {
        QList<Stanza> &said = m_said[path];
        for (Stanza stanza : file.stanzas()) {
            if (const QString base = stanza.base(); !base.isEmpty()) {
                m_bases.insert(base);
                inherit(&stanza, m_ifaces.value(base).value(0));
            }
            if (stanza.keyword == u"auto" || stanza.keyword.startsWith(u"allow-"))
                m_autos.unite(QSet<QString>(stanza.words.cbegin(), stanza.words.cend()));
            if (stanza.keyword == u"iface") {
                m_ifaces[stanza.words.value(0)].append({path, said.size()});
                if (file.stanzas().at(said.size()).words.size() >= (m_isIfupdown2 ? 1 : 3))
                    m_names.append(stanza.words.first());
            }
            said.append(stanza);
        }
    }
    m_names.removeDuplicates();
    m_names.removeIf([this](const QString &name) { return isTemplate(name); });
    for (const QString &name : std::as_const(m_names)) {
        if (const qsizetype colon = name.indexOf(u':'); colon > 0)
            m_aliases[name.left(colon)].append(name);
    }
}

/// interfaces(5), "INTERFACE TEMPLATES": from what stands before it, which may inherit as well.
void InterfacesTree::inherit(Stanza *stanza, const StanzaPlace &base) const
{
    if (base.path.isEmpty())
        return;
    const Stanza &from = said(base);
    // In a chain of thousands each would hold what all before it say.
    if (from.options.size() + stanza->options.size() <= maxOptions)
        stanza->options = from.options + stanza->options;
    if (stanza->words.indexOf(u"inherits"_s) < 3)
        stanza->words = stanza->words.mid(0, 1) + from.words.mid(1, 2);
}

QString InterfacesTree::mainPath()
{
    return u"/etc/network/interfaces"_s;
}

QStringList InterfacesTree::foldersNamedBy(const FileSnapshot &snapshot)
{
    QStringList folders;
    for (const QString &path : everyFile(snapshot)) {
        for (const Sourced &sourced : sourcedBy(InterfacesFile(snapshot.find(path)->content), path)) {
            const QString folder = sourced.isFolder ? sourced.pattern : folderOf(sourced.pattern);
            if ((sourced.isFolder || isPattern(sourced.pattern)) && isSafePath(folder) && !isPattern(folder))
                folders.append(folder);
        }
    }
    folders.removeDuplicates();
    return folders;
}

QStringList InterfacesTree::pathsNamedBy(const FileSnapshot &snapshot)
{
    QStringList paths{mainPath(), ifupdown2Path()};
    for (const QString &path : everyFile(snapshot)) {
        for (const Sourced &sourced : sourcedBy(InterfacesFile(snapshot.find(path)->content), path)) {
            if (!sourced.isFolder && !isPattern(sourced.pattern) && isSafePath(sourced.pattern))
                paths.append(sourced.pattern);
        }
    }
    return paths;
}

void InterfacesTree::load(const FileSnapshot &snapshot, const QString &path, int depth)
{
    const FileState *state = snapshot.find(path);
    const bool isLoaded
        = std::any_of(m_files.cbegin(), m_files.cend(), [&path](const auto &f) { return f.first == path; });
    if (!state || isLoaded || depth > maxDepth)
        return;
    const InterfacesFile file(state->content);
    m_files.append({path, file});
    for (const Sourced &sourced : sourcedBy(file, path)) {
        m_sourced.append(sourced.isFolder ? sourced.pattern + u"/*"_s : sourced.pattern);
        for (const QString &other : everyFile(snapshot)) {
            if (fits(sourced, other))
                load(snapshot, other, depth + 1);
        }
    }
}

const InterfacesFile *InterfacesTree::file(const QString &path) const
{
    const auto it = std::find_if(m_files.cbegin(), m_files.cend(), [&path](const auto &f) { return f.first == path; });
    return it == m_files.cend() ? nullptr : &it->second;
}

const Stanza &InterfacesTree::at(const StanzaPlace &place) const
{
    return file(place.path)->stanzas().at(place.index);
}

const Stanza &InterfacesTree::said(const StanzaPlace &place) const
{
    return m_said.constFind(place.path)->at(place.index);
}

bool InterfacesTree::inherits(const QString &interface) const
{
    const QList<StanzaPlace> places = ifacesOf(interface);
    return std::any_of(places.cbegin(), places.cend(),
                       [this](const StanzaPlace &place) { return !at(place).base().isEmpty(); });
}

bool InterfacesTree::isTemplate(const QString &interface) const
{
    return m_bases.contains(interface) && !isAuto(interface);
}

QList<StanzaPlace> InterfacesTree::ifacesOf(const QString &interface) const
{
    return m_ifaces.value(interface);
}

QList<StanzaPlace> InterfacesTree::mappingsOf(const QString &interface) const
{
    const auto means = [&interface](const QString &pattern) {
        return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(interface).hasMatch();
    };
    QList<StanzaPlace> places;
    for (const auto &[path, file] : m_files) {
        for (qsizetype i = 0; i < file.stanzas().size(); ++i) {
            const Stanza &stanza = file.stanzas().at(i);
            if (stanza.keyword == u"mapping" && std::any_of(stanza.words.cbegin(), stanza.words.cend(), means))
                places.append({path, i});
        }
    }
    return places;
}

bool InterfacesTree::comesAlong(const QString &alias) const
{
    return isAuto(alias) || !isAuto(alias.section(u':', 0, 0));
}

bool InterfacesTree::isAuto(const QString &interface) const
{
    return m_autos.contains(interface);
}

QByteArray InterfacesTree::flattened() const
{
    QByteArray text;
    for (const auto &[path, present] : m_files) {
        InterfacesFile file = present;
        for (qsizetype i = file.stanzas().size() - 1; i >= 0; --i) {
            if (file.stanzas().at(i).keyword.startsWith(u"source"))
                file.removeStanza(i);
        }
        text += file.text() + '\n';
    }
    return text;
}

QString InterfacesTree::pathForNew(const QString &interface) const
{
    for (const QString &pattern : m_sourced) {
        for (const QString &suffix : {QString(), u".cfg"_s, u".conf"_s}) {
            const QString path = folderOf(pattern) + u'/' + interface + suffix;
            if (isPattern(pattern) && !isPattern(folderOf(pattern)) && fits({pattern, false}, path) && !file(path))
                return path;
        }
    }
    return mainPath();
}

} // namespace bondwright::formats::ifupdown
