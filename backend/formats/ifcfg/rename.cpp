// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/rename.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/leftbehind.h"
#include "formats/ifcfg/moduleoptions.h"
#include "formats/modprobe/modprobefile.h"
#include "formats/nobond.h"
#include "formats/vlanonvlan.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// "dev bond0" of a route, "iif bond0" and "oif bond0" of a rule. @param renamed old names to new
QByteArray withDevices(const QByteArray &text, const QMap<QString, QString> &renamed)
{
    QString changed = QString::fromLatin1(text); // each byte stays as it is
    for (auto it = renamed.cbegin(); it != renamed.cend(); ++it) {
        const QString from = QRegularExpression::escape(QString::fromLatin1(it.key().toUtf8()));
        const QRegularExpression device(uR"((\b(?:dev|iif|oif)\s+)%1(?![\w.:-]))"_s.arg(from));
        changed.replace(device, u"\\1"_s + QString::fromLatin1(it.value().toUtf8()));
    }
    return changed.toLatin1();
}

bool isRouting(const QString &path)
{
    static const QRegularExpression kind(u"^(?:route|rule)6?-"_s);
    return folderOf(path) == scriptsFolder() && fileNameOf(path).contains(kind);
}

class Renamer final
{
public:
    Renamer(const QString &bond, const QString &name, const FileSnapshot &snapshot, const Dialect &dialect)
        : m_bond(bond)
        , m_name(name)
        , m_snapshot(snapshot)
        , m_folder(snapshot, dialect)
    {
    }

    Result<Rendering> rename();

private:
    void renameInterface(IfcfgFile file, const QString &device);
    void renameVlan(IfcfgFile vlan);
    void renameAlias(const IfcfgFile &alias, const QString &from, const QString &to);
    void renameMasters();
    void renameInModprobe(IfcfgFile *bond);
    void renameGateway();
    /// In all files of routes and rules, also those of other interfaces.
    void renameInRouting();
    /// Writes the text where the file is, or elsewhere and takes the file away.
    void put(const QString &from, const QString &to, const QByteArray &text);
    void put(const IfcfgFile &file, const QString &to);
    void refuse(const Error &error);

    QString m_bond;
    QString m_name;
    const FileSnapshot &m_snapshot;
    Folder m_folder;
    QMap<QString, QString> m_renamed; ///< interfaces: old to new
    ChangeSet m_changes;
    std::optional<Error> m_refusal; ///< the first one
};

void Renamer::refuse(const Error &error)
{
    if (!m_refusal)
        m_refusal = error;
}

void Renamer::put(const QString &from, const QString &to, const QByteArray &text)
{
    FileChange change = m_snapshot.change(from, text);
    if (from != to) {
        if (m_snapshot.find(to) || m_snapshot.unreadable.contains(to))
            return refuse({u"format.name-taken"_s,
                           QCoreApplication::translate("formats", "“%1” exists already.").arg(to),
                           QCoreApplication::translate("formats", "Remove that file, or choose another name.")});
        m_changes.add(m_snapshot.change(from, std::nullopt));
        change.path = to;
        change.oldText.reset();
        change.xattrs = m_snapshot.files.value(from).xattrs;
    }
    m_changes.add(change);
}

void Renamer::put(const IfcfgFile &file, const QString &to)
{
    if (file.file.refusedLine() != 0)
        refuse({u"ifcfg.uncertain"_s,
                QCoreApplication::translate(
                    "formats", "“%1” cannot be changed: what line %2 makes of it is known to a shell only.")
                    .arg(file.path)
                    .arg(file.file.refusedLine()),
                QCoreApplication::translate("formats",
                                            "Correct that line, or make it a plain KEY=value, and try again.")});
    put(file.path, to, file.file.toBytes());
}

void Renamer::renameAlias(const IfcfgFile &alias, const QString &from, const QString &to)
{
    IfcfgFile renamed = alias;
    const QString device = alias.text("DEVICE");
    if (device == from || device.startsWith(from + u':'))
        renamed.file.set("DEVICE", to + device.mid(from.size()));
    const QString path = ifcfgPath(from);
    put(renamed, alias.path.startsWith(path) ? ifcfgPath(to) + alias.path.mid(path.size()) : alias.path);
}

void Renamer::renameInterface(IfcfgFile file, const QString &device)
{
    const QString old = file.device;
    const QString path = file.path == ifcfgPath(old) ? ifcfgPath(device) : file.path;
    m_renamed.insert(old, device);
    if (file.file.contains("DEVICE") || path == file.path)
        file.file.set("DEVICE", device);
    if (file.text("NAME") == old)
        file.file.set("NAME", device);
    if (file.text("IPV6_DEFAULTDEV") == old)
        file.file.set("IPV6_DEFAULTDEV", device);
    if (const QString gateway = file.text("IPV6_DEFAULTGW"); gateway.endsWith(u'%' + old))
        file.file.set("IPV6_DEFAULTGW", gateway.section(u'%', 0, 0) + u'%' + device);
    put(file, path);
    for (const IfcfgFile &alias : m_folder.allAliasesOf(old))
        renameAlias(alias, old, device);
    for (const QString &kind : {u"route-"_s, u"route6-"_s, u"rule-"_s, u"rule6-"_s}) {
        const QString from = scriptsFolder() + u'/' + kind + old;
        if (const FileState *state = m_snapshot.find(from))
            put(from, scriptsFolder() + u'/' + kind + device, state->content);
    }
}

void Renamer::renameVlan(IfcfgFile vlan)
{
    if (vlan.text("PHYSDEV") == m_bond)
        vlan.file.set("PHYSDEV", m_name);
    if (vlan.device.startsWith(m_bond + u'.'))
        renameInterface(vlan, m_name + vlan.device.mid(m_bond.size()));
    else
        put(vlan, vlan.path);
}

void Renamer::renameMasters()
{
    for (IfcfgFile file : m_folder.files()) {
        if (file.text("MASTER") != m_bond && !file.file.isUncertain("MASTER"))
            continue; // what only a shell knows is refused with the change
        file.file.set("MASTER", m_name);
        put(file, file.path);
    }
}

/// The alias goes along; options that the module had for the bond are in its own file then.
void Renamer::renameInModprobe(IfcfgFile *bond)
{
    bool hasOptions = false;
    for (auto it = m_snapshot.files.cbegin(); it != m_snapshot.files.cend(); ++it) {
        if (!isModprobeFile(it.key(), m_folder.dialect()))
            continue;
        ModprobeFile file(it->content);
        hasOptions = hasOptions || !file.options(m_bond.toUtf8()).isEmpty();
        file.removeOptions(m_bond.toUtf8());
        if (file.aliasesOf("bonding").contains(m_bond.toUtf8())) {
            file.removeAlias(m_bond.toUtf8());
            file.addAlias(m_name.toUtf8(), "bonding");
        }
        put(it.key(), it.key(), file.toBytes());
    }
    if (hasOptions)
        bond->file.set("BONDING_OPTS",
                       (m_folder.moduleWords(m_bond) + bond->text("BONDING_OPTS").split(u' ')).join(u' ').trimmed());
}

void Renamer::renameGateway()
{
    ShellFile network = m_folder.network();
    for (const QByteArray &key : {QByteArray("GATEWAYDEV"), QByteArray("IPV6_DEFAULTDEV")}) {
        const QString device = m_renamed.value(network.text(key).simplified());
        if (!device.isEmpty())
            network.set(key, device);
    }
    if (network.refusedLine() != 0 || network.toBytes() != m_folder.network().toBytes())
        put({networkPath(), network, {}}, networkPath());
    if (const FileState *routes = m_snapshot.find(staticRoutesPath())) {
        QString text = QString::fromLatin1(routes->content);
        for (auto it = m_renamed.cbegin(); it != m_renamed.cend(); ++it)
            text.replace(QRegularExpression(uR"(^%1(?=\s))"_s.arg(QRegularExpression::escape(it.key())),
                                            QRegularExpression::MultilineOption),
                         it.value());
        put(staticRoutesPath(), staticRoutesPath(), withDevices(text.toLatin1(), m_renamed));
    }
}

void Renamer::renameInRouting()
{
    for (auto it = m_snapshot.files.cbegin(); it != m_snapshot.files.cend(); ++it) {
        const QByteArray text = withDevices(it->content, m_renamed);
        if (isRouting(it.key()) && text != it->content && !m_changes.find(it.key()))
            put(it.key(), it.key(), text);
    }
    for (FileChange &change : m_changes.files) {
        if (isRouting(change.path) && change.newText)
            change.newText = withDevices(*change.newText, m_renamed);
    }
}

Result<Rendering> Renamer::rename()
{
    const IfcfgFile *file = m_folder.find(m_bond);
    if (!file || !m_folder.isBond(*file))
        return failWithoutBond(m_bond);
    if (m_folder.find(m_name))
        return fail(u"format.name-taken"_s,
                    QCoreApplication::translate("formats", "These files have an interface “%1” already.").arg(m_name),
                    QCoreApplication::translate("formats", "Choose another name."));
    IfcfgFile bond = *file;
    renameInModprobe(&bond);
    renameInterface(bond, m_name);
    for (const IfcfgFile &vlan : m_folder.vlansOn(m_bond))
        renameVlan(vlan);
    renameMasters();
    renameGateway();
    renameInRouting();
    if (m_refusal)
        return tl::unexpected(*m_refusal);
    Rendering rendering{m_changes, {}};
    for (const IfcfgFile &vlan : m_folder.vlansAbove(m_bond))
        rendering.findings.append(vlanLeftAlone(vlan.device, m_folder.vlanParent(vlan), vlan.path));
    return rendering;
}

} // namespace

Result<Rendering> renameBond(const QString &bond, const QString &name, const FileSnapshot &snapshot,
                             const Dialect &dialect)
{
    return Renamer(bond, name, snapshot, dialect).rename();
}

} // namespace bondwright::formats::ifcfg
