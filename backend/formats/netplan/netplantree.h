// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/yaml/yamlnode.h"

namespace bondwright::formats::netplan
{

struct NetplanFile {
    QString path;
    QByteArray text;
    yaml::Node network; ///< the mapping below "network:"
};

/// The YAML of /usr/lib, /etc and /run as netplan reads it: of each name the file of the last folder, in the order of
/// names.
class NetplanTree final
{
public:
    explicit NetplanTree(const FileSnapshot &snapshot);

    static QStringList folders(); ///< in the order in which they go over one another

    const QList<NetplanFile> &files() const { return m_files; }
    const yaml::Node &network() const { return m_network; } ///< merged; Null where netplan refuses the files
    const QList<Finding> &findings() const { return m_findings; }

    /// The interface that a definition of "ethernets" means; empty: only its host knows.
    QString nicOf(const QString &id) const;
    /// The address that a definition knows its NIC by; empty: none.
    MacAddress loneMacOf(const QString &id) const;
    /// The definition of a NIC; the NIC's own name where there is none yet.
    QString idOf(const QString &nic) const;
    /// Ports of which it is not known here which NIC their definitions mean.
    QStringList unnamedPorts(const QString &bond) const;
    bool isByNetworkd(const QString &bond) const;
    /// Files that define "bonds.NAME", in order.
    QStringList pathsOf(const QStringList &definition) const;
    /// A definition as netplan reads it, with its addresses, routes and rules as the files write them.
    yaml::Node withWrittenLists(const QStringList &definition) const;
    std::optional<BondPlan> readBond(const QString &bond, QList<Finding> *findings) const;

private:
    const FileSnapshot &m_snapshot;
    QList<NetplanFile> m_files;
    yaml::Node m_network;
    QList<Finding> m_findings;
};

} // namespace bondwright::formats::netplan
