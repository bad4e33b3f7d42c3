// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/netplan/netplanwriter.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/plantexts.h"
#include "formats/losses.h"
#include "formats/nobond.h"
#include "formats/planmac.h"
#include "formats/spelling.h"
#include "formats/yaml/netplanchange.h"
#include "formats/yaml/netplanyaml.h"
#include "formats/yaml/yamledit.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::netplan
{

using yaml::Node;

namespace
{

constexpr quint32 ownMode = 0600; // netplan warns of files that others may read
const QString program = u"netplan"_s;
const QString network = u"network"_s;
const QString ethernets = u"ethernets"_s;
const QString bonds = u"bonds"_s;

QString ownPath(const QString &bond)
{
    return u"/etc/netplan/90-%1.yaml"_s.arg(bond);
}

QByteArray markOf(const QString &bond, const QString &nic)
{
    return bond.toUtf8() + ':' + nic.toUtf8();
}

/// What tells which NIC it is, and nothing about its use.
bool isIdentity(const QString &key)
{
    static const QStringList keys{u"match"_s, u"set-name"_s, u"renderer"_s, u"optional"_s, u"wakeonlan"_s};
    return keys.contains(key);
}

Node nicNode(const SlavePlan &slave, const Node &present)
{
    Node nic = Node::ofMap({});
    for (const yaml::Entry &entry : present.entries) {
        if (isIdentity(entry.key))
            nic.set(entry.key, entry.value);
    }
    if (!slave.mac.isEmpty())
        nic.set(u"match"_s, Node::ofMap({{u"macaddress"_s, Node::ofScalar(slave.mac.value().toString()), 0, 0}}));
    return nic;
}

} // namespace

NetplanWriter::NetplanWriter(const FileSnapshot &snapshot)
    : m_snapshot(snapshot)
    , m_tree(snapshot)
    , m_now(snapshot)
{
}

Result<void> NetplanWriter::set(const QString &path, const QStringList &entry, const Node &value)
{
    if (folderOf(path) != u"/etc/netplan")
        return fail(u"netplan.made-anew"_s,
                    QCoreApplication::translate("formats", "“%1” belongs to another program or package.").arg(path),
                    QCoreApplication::translate("formats", "Copy the file to /etc/netplan first."));
    yaml::Editor editor(m_now.files.value(path).content);
    auto done = setIn(&editor, {entry, value});
    if (done)
        m_now.files[path].content = editor.text();
    return done;
}

Result<void> NetplanWriter::put(const QStringList &entry, const Node &value, const QString &home)
{
    QStringList paths = m_tree.pathsOf(entry);
    const QString place = paths.isEmpty() ? home : paths.takeLast();
    for (const QString &other : std::as_const(paths)) {
        if (auto done = set(other, entry, Node()); !done)
            return done;
    }
    return set(place, entry, value);
}

/// What a NIC does by itself becomes a remark, in every file that says it.
Result<void> NetplanWriter::takeNic(const SlavePlan &slave, const QString &bond, const QString &home)
{
    const QString id = m_tree.idOf(slave.name);
    const Node present = m_tree.network().at({ethernets, id});
    for (const NetplanFile &file : m_tree.files()) {
        const Node &own = file.network.at({ethernets, id});
        const bool isBusy = std::any_of(own.entries.cbegin(), own.entries.cend(),
                                        [](const yaml::Entry &entry) { return !isIdentity(entry.key); });
        if (!isBusy)
            continue;
        if (folderOf(file.path) != u"/etc/netplan")
            return set(file.path, {ethernets, id}, Node()); // says why not
        yaml::Editor editor(m_now.files.value(file.path).content);
        if (auto done = editor.park({network, ethernets, id}, markOf(bond, slave.name)); !done)
            return done;
        m_now.files[file.path].content = editor.text();
    }
    return set(home, {ethernets, id}, nicNode(slave, present));
}

void NetplanWriter::restoreNic(const QString &nic, const QString &bond)
{
    const QStringList paths = m_now.files.keys();
    for (const QString &path : paths) {
        if (folderOf(path) != u"/etc/netplan")
            continue;
        yaml::Editor editor(m_now.files.value(path).content);
        editor.unpark(markOf(bond, nic));
        m_now.files[path].content = editor.text();
    }
}

Result<void> NetplanWriter::create(const BondPlan &plan)
{
    const auto idOf = [this](const QString &nic) { return m_tree.idOf(nic); };
    const auto nodeOf = [this](const SlavePlan &slave) {
        return nicNode(slave, m_tree.network().at({ethernets, m_tree.idOf(slave.name)}));
    };
    const QString path = ownPath(plan.name);
    const Node whole = wholeNetwork(plan, idOf, nodeOf, {program, m_snapshot.programVersion},
                                    m_tree.isByNetworkd(plan.name), &m_findings);
    m_now.files[path].content = yaml::textOf(Node::ofMap({{network, whole, 0, 0}}));
    m_now.files[path].mode = ownMode;
    for (const SlavePlan &slave : plan.slaves) {
        if (auto done = takeNic(slave, plan.name, path); !done)
            return done;
    }
    return {};
}

Result<void> NetplanWriter::change(const BondPlan &plan, const BondPlan &old)
{
    const QString home = m_tree.pathsOf({bonds, plan.name}).last();
    for (const SlavePlan &slave : old.slaves) {
        if (plan.slaveByName(slave.name))
            continue;
        restoreNic(slave.name, plan.name);
        if (home == ownPath(plan.name)) {
            if (auto done = set(home, {ethernets, m_tree.idOf(slave.name)}, Node()); !done)
                return done;
        }
    }
    for (const SlavePlan &slave : plan.slaves) {
        if (old.slaves.contains(slave))
            continue;
        if (auto done = takeNic(slave, plan.name, home); !done)
            return done;
    }
    const auto idOf = [this](const QString &nic) { return m_tree.idOf(nic); };
    const Definitions present{[this](const QStringList &definition) { return m_tree.withWrittenLists(definition); },
                              [this](const QStringList &entry) { return !m_tree.pathsOf(entry).isEmpty(); },
                              idOf,
                              m_tree.unnamedPorts(plan.name),
                              {program, m_snapshot.programVersion},
                              m_tree.isByNetworkd(plan.name)};
    for (const Setting &setting : settingsFor(plan, old, present, &m_findings)) {
        const bool isBond = setting.path.first() == bonds;
        const QString place = isBond ? home : m_tree.pathsOf(setting.path.mid(0, 2)).value(0, home);
        if (auto done = put(setting.path, setting.value, place); !done)
            return done;
    }
    return {};
}

Result<Rendering> NetplanWriter::finished()
{
    Rendering rendering;
    rendering.findings = m_findings;
    for (auto it = m_now.files.cbegin(); it != m_now.files.cend(); ++it) {
        const FileState *before = m_snapshot.find(it.key());
        if (before && before->content == it->content)
            continue;
        const auto root = yaml::parse(it->content);
        const bool isGone
            = root && before && fileNameOf(it.key()).startsWith(u"90-") && root->at(network).entries.size() <= 1;
        rendering.changes.add(
            m_snapshot.change(it.key(), isGone ? std::nullopt : std::optional(it->content), it->mode));
    }
    return rendering;
}

Result<Rendering> NetplanWriter::write(const BondPlan &plan)
{
    if (auto checked = ifcfg::checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    const auto mac = fixedMac(plan);
    if (!mac)
        return tl::unexpected(mac.error());
    for (const Finding &problem : m_tree.findings())
        return tl::unexpected(Error{problem.code, problem.message, problem.advice});
    QList<Finding> aboutFiles;
    const std::optional<BondPlan> old = m_tree.readBond(plan.name, &aboutFiles);
    BondPlan wanted = plan;
    for (SlavePlan &slave : wanted.slaves) { // that the files know the NIC by its address is no reason to refuse it
        if (slave.mac.isEmpty())
            slave.mac = m_tree.loneMacOf(m_tree.idOf(slave.name));
    }
    BondPlan resolved = wanted;
    resolved.mac = BondMac(*mac);
    if (auto done = old ? change(resolved, *old) : create(resolved); !done)
        return tl::unexpected(done.error());
    const NetplanTree after(m_now);
    for (const Finding &problem : after.findings())
        return tl::unexpected(Error{problem.code, problem.message, problem.advice});
    const auto kept = after.readBond(plan.name, &aboutFiles);
    nameLosses(wanted, kept ? &*kept : nullptr, program, &m_findings);
    return finished();
}

Result<Rendering> NetplanWriter::remove(const QString &bond)
{
    QList<Finding> aboutFiles;
    const auto old = m_tree.readBond(bond, &aboutFiles);
    if (!old)
        return failWithoutBond(bond);
    for (const Setting &setting : withoutVlans(BondPlan(), *old)) {
        if (auto done = put(setting.path, setting.value, {}); !done)
            return tl::unexpected(done.error());
    }
    for (const QString &path : m_tree.pathsOf({bonds, bond})) {
        if (auto done = set(path, {bonds, bond}, Node()); !done)
            return tl::unexpected(done.error());
    }
    for (const SlavePlan &slave : old->slaves) {
        restoreNic(slave.name, bond);
        const QStringList id{ethernets, m_tree.idOf(slave.name)};
        if (!m_tree.pathsOf(id).contains(ownPath(bond)))
            continue;
        if (auto done = set(ownPath(bond), id, Node()); !done)
            return tl::unexpected(done.error());
    }
    const NetplanTree after(m_now);
    for (const Finding &problem : after.findings())
        return fail(problem.code, problem.message,
                    QCoreApplication::translate("formats",
                                                "Other entries name “%1” (a bridge, a VRF, a tunnel, …): change "
                                                "them first.")
                        .arg(bond));
    return finished();
}

} // namespace bondwright::formats::netplan
