// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/options.h"

#include <QList>
#include <QString>

#include <optional>

namespace bondwright::formats::ifcfg
{

/// Who reads the files.
enum class Reader : quint8 {
    NetworkService, ///< /etc/init.d/network with the ifup scripts of initscripts
    NetworkManager, ///< its ifcfg-rh plugin
};

/// What differs between the releases, as data. From the initscripts branches rhel5 … rhel9 and
/// NetworkManager's nms-ifcfg-rh-reader.c.
struct Dialect {
    static constexpr int oldest = 5;
    static constexpr int newest = 9;

    int release = 7; ///< RHEL major release
    Reader reader = Reader::NetworkManager;
    /// Nothing told the release: then the values are those that both readers agree on, or the scripts'.
    bool isAssumed = true;

    /// The usual reader of the release if none is named: the network service up to 6, NetworkManager from 7 on.
    static std::optional<Dialect> forRelease(int release, std::optional<Reader> reader = {});

    bool knowsPrefix() const { return release >= 7; } ///< PREFIX=24; NETMASK before, as everybody writes it there
    bool knowsManyAddresses() const { return release >= 6; } ///< IPADDR1…; before, alias files ifcfg-bond0:1
    bool writesType() const { return release >= 7; } ///< TYPE=Bond, BONDING_MASTER=yes
    bool numericMode() const { return release <= 6; } ///< mode=1, as the manuals of the time have it
    bool readByService() const { return reader == Reader::NetworkService; }
    QString modprobePath() const; ///< where "alias bond0 bonding" belongs; empty: not needed any more
    QString kernel() const; ///< the release's kernel, without its backports: "2.6.32"
};

/// What a person should know before writing in this dialect.
QList<Finding> releaseFindings(const Dialect &dialect);
/// Why this option cannot be, or should better not be, written in this dialect.
std::optional<Finding> optionFinding(const Dialect &dialect, const OptionSpec &spec);
/// Names that the network service's scripts would take for another kind of interface.
std::optional<Finding> nameFinding(const Dialect &dialect, const QString &bond);

} // namespace bondwright::formats::ifcfg
