// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/formatid.h"
#include "domain/result.h"
#include "formats/host/netplanhost.h"
#include "formats/host/osrelease.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::formats
{

/// Which programs configure the network of a host, and which of them is in charge.
struct HostConfiguration {
    enum class Owner : quint8 { Nobody, NetworkManager, NetworkService, Networkd, Netplan, Ifupdown };

    OsRelease release;
    bool hasNetworkManager = false; ///< installed
    bool isNetworkManagerEnabled = false; ///< starts at boot
    bool isNetworkManagerRunning = false; ///< live only
    QStringList networkManagerPlugins; ///< that read profiles, in order: "keyfile", "ifcfg-rh"
    bool hasNetworkService = false; ///< /etc/init.d/network with its scripts
    bool isNetworkServiceEnabled = false;
    bool isNetworkdEnabled = false; ///< systemd-networkd
    bool isNetworkdRunning = false; ///< live only
    bool hasNetworkdFiles = false; ///< .network files of the administrator, not those of systemd's package
    NetplanRenderer netplan = NetplanRenderer::None; ///< netplan is installed, and defines interfaces
    bool hasIfupdown = false; ///< Debian's, with files
    bool isIfupdownEnabled = false; ///< its service starts at boot
    bool hasIfupdownStanzas = false; ///< for more than the loopback
    /// Interfaces that NetworkManager leaves alone, because ifupdown has stanzas for them (its plugin "ifupdown").
    QStringList leftToIfupdown;
    Owner owner = Owner::Nobody;
    std::optional<FormatId> format; ///< to be written here; nothing: no service reads one
    QString reason; ///< translated: why that one
};

/// Looks at files only, so a mounted image may be examined. With root "/" also at what is running.
Result<HostConfiguration> detectHost(const QString &root);

} // namespace bondwright::formats
