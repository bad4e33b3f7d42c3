// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/netplan/netplantree.h"

#include "domain/macaddress.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/netplan/merge.h"
#include "formats/yaml/netplanyaml.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::netplan
{

NetplanTree::NetplanTree(const FileSnapshot &snapshot)
    : m_snapshot(snapshot)
{
    QMap<QString, QString> chosen; // file name to path
    for (const QString &folder : folders()) {
        for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
            if (folderOf(it.key()) == folder && it.key().endsWith(u".yaml"))
                chosen.insert(fileNameOf(it.key()), it.key());
        }
    }
    QList<QByteArray> texts;
    for (const QString &path : std::as_const(chosen)) {
        const QByteArray text = snapshot.find(path)->content;
        const auto root = yaml::parse(text);
        if (!root)
            m_findings.append(
                finding(Severity::Error, root.error().code, path, root.error().message, root.error().hint));
        else
            m_files.append({path, text, root->at(u"network")});
        texts.append(text);
    }
    const auto whole = texts.isEmpty() ? Result<QByteArray>(QByteArray()) : merged(texts);
    const auto tree = whole ? yaml::parse(*whole) : Result<yaml::Node>(tl::unexpected(whole.error()));
    if (tree)
        m_network = tree->at(u"network");
    else
        m_findings.append(finding(Severity::Error, tree.error().code, chosen.isEmpty() ? QString() : chosen.last(),
                                  tree.error().message, tree.error().hint));
}

QStringList NetplanTree::folders()
{
    return {u"/usr/lib/netplan"_s, u"/etc/netplan"_s, u"/run/netplan"_s};
}

MacAddress NetplanTree::loneMacOf(const QString &id) const
{
    return MacAddress::fromString(m_network.at({u"ethernets"_s, id, u"match"_s, u"macaddress"_s}).scalar);
}

QString NetplanTree::nicOf(const QString &id) const
{
    const yaml::Node &definition = m_network.at({u"ethernets"_s, id});
    if (const QString name = definition.at(u"set-name").scalar; !name.isEmpty())
        return name;
    const yaml::Node &match = definition.at(u"match");
    if (match.isNull())
        return id;
    if (const MacAddress mac = loneMacOf(id); !mac.isEmpty())
        return m_snapshot.nicNames.value(mac, m_snapshot.nicNames.isEmpty() ? id : QString());
    const QStringList names = match.at(u"name").strings();
    return names.size() == 1 && !names.first().contains(u'*') && !names.first().contains(u'?') ? names.first()
                                                                                               : QString();
}

QString NetplanTree::idOf(const QString &nic) const
{
    for (const yaml::Entry &definition : m_network.at(u"ethernets").entries) {
        if (nicOf(definition.key) == nic)
            return definition.key;
    }
    return nic;
}

QStringList NetplanTree::unnamedPorts(const QString &bond) const
{
    QStringList ids = m_network.at({u"bonds"_s, bond, u"interfaces"_s}).strings();
    ids.removeIf([this](const QString &id) { return !nicOf(id).isEmpty(); });
    return ids;
}

bool NetplanTree::isByNetworkd(const QString &bond) const
{
    const QString own = m_network.at({u"bonds"_s, bond, u"renderer"_s}).scalar;
    const QString renderer = own.isEmpty() ? m_network.at(u"renderer").scalar : own;
    return renderer != u"NetworkManager";
}

QStringList NetplanTree::pathsOf(const QStringList &definition) const
{
    QStringList paths;
    for (const NetplanFile &file : m_files) {
        if (!file.network.at(definition).isNull())
            paths.append(file.path);
    }
    return paths;
}

yaml::Node NetplanTree::withWrittenLists(const QStringList &definition) const
{
    yaml::Node whole = m_network.at(definition);
    for (const QString &key : {u"addresses"_s, u"routes"_s, u"routing-policy"_s}) {
        yaml::Node list;
        for (const NetplanFile &file : m_files) {
            for (const yaml::Node &item : file.network.at(definition).at(key).items) {
                // What two files say alike netplan has once.
                if (std::any_of(list.items.cbegin(), list.items.cend(),
                                [&item](const yaml::Node &other) { return other.says(item); }))
                    continue;
                list.kind = yaml::Node::Kind::List;
                list.items.append(item);
            }
        }
        whole = whole.with({key}, list);
    }
    return whole;
}

std::optional<BondPlan> NetplanTree::readBond(const QString &bond, QList<Finding> *findings) const
{
    if (m_network.at({u"bonds"_s, bond}).isNull())
        return std::nullopt;
    BondPlan plan = netplan::readBond(
        bond, m_network, [this](const QString &id) { return nicOf(id); }, findings);
    // libnetplan does not keep the order of the ports.
    QStringList order;
    for (const NetplanFile &file : m_files) {
        for (const QString &id : file.network.at({u"bonds"_s, bond, u"interfaces"_s}).strings()) {
            order.append(nicOf(id));
            if (order.last().isEmpty())
                findings->append(finding(
                    Severity::Warning, u"netplan.port-unnamed"_s, file.path,
                    QCoreApplication::translate("formats", "Only its host knows which NIC “%1” is.").arg(id),
                    QCoreApplication::translate("formats", "Read it there, or give its definition a “set-name”.")));
        }
    }
    std::stable_sort(plan.slaves.begin(), plan.slaves.end(), [&order](const SlavePlan &a, const SlavePlan &b) {
        return order.indexOf(a.name) < order.indexOf(b.name);
    });
    for (SlavePlan &slave : plan.slaves)
        slave.mac = loneMacOf(idOf(slave.name));
    return plan;
}

} // namespace bondwright::formats::netplan
