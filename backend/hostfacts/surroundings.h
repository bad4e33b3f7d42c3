// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/hostfacts.h"
#include "hostfacts/session.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace bondwright::hostfacts
{

/// Servers named in the text of a resolv.conf, in their order.
QList<IpAddress> nameServersIn(const QByteArray &resolvConf);
/// The servers in use below a root folder ("" for this host): systemd-resolved's own list where
/// /etc/resolv.conf only names its stub.
QList<IpAddress> nameServersBelow(const QString &root);
/// The hypervisor by the firmware's vendor and product names: "kvm", "vmware", "microsoft", "oracle",
/// "xen", "parallels", or "" for bare metal.
QString virtualizationFromDmi(const QByteArray &vendor, const QByteArray &product);
/// Facts of a host from its files, which the kernel's snapshot lacks.
struct Surroundings {
    QList<IpAddress> dns; ///< name servers in use
    QString virtualization; ///< as virtualizationFromDmi() has it
    std::optional<Session> session; ///< of the administrator, where it came by SSH

    friend bool operator==(const Surroundings &, const Surroundings &) = default;
};

/// Marks the NIC that holds the address of the session, and remembers its peer.
void addSession(HostFacts &facts, const std::optional<Session> &session);

/// Completes the facts of kernel::toHostFacts() with what the kernel's snapshot cannot know: the
/// administrator's session, name servers, hypervisor. Reads a few small files; cheap enough for each check.
HostFacts withSurroundings(HostFacts facts);
/// The same with what was read there: also of another host.
HostFacts withSurroundings(HostFacts facts, const Surroundings &surroundings);
/// Of this host, as this process sees it.
Surroundings surroundingsHere();

} // namespace bondwright::hostfacts
