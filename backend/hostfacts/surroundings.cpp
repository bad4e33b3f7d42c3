// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostfacts/surroundings.h"

#include "hostfacts/smallfile.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::hostfacts
{

namespace
{

constexpr qsizetype maxNameServers = 16;

struct DmiMark {
    const char *text;
    QLatin1StringView name; ///< as systemd-detect-virt calls it
};

// Products are looked at before vendors: Amazon and Google sell bare metal under their names too.
constexpr std::array<DmiMark, 9> marks{{
    {"KVM", "kvm"_L1},
    {"QEMU", "kvm"_L1},
    {"Standard PC", "kvm"_L1},
    {"VMware", "vmware"_L1},
    {"VirtualBox", "oracle"_L1},
    {"Virtual Machine", "microsoft"_L1},
    {"HVM domU", "xen"_L1},
    {"Parallels", "parallels"_L1},
    {"BHYVE", "bhyve"_L1},
}};

/// Only systemd-resolved's own listeners (systemd-resolved.service(8)).
bool isStub(const QList<IpAddress> &servers)
{
    return std::all_of(servers.begin(), servers.end(), [](const IpAddress &server) {
        return server == IpAddress::fromString(u"127.0.0.53") || server == IpAddress::fromString(u"127.0.0.54");
    });
}

} // namespace

QList<IpAddress> nameServersIn(const QByteArray &resolvConf)
{
    QList<IpAddress> servers;
    for (const QByteArray &line : resolvConf.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || words.first() != "nameserver" || servers.size() == maxNameServers)
            continue;
        const QString text = QString::fromLatin1(words.at(1)).section(u'%', 0, 0);
        if (const auto address = IpAddress::fromString(text); address && !servers.contains(*address))
            servers.append(*address);
    }
    return servers;
}

QList<IpAddress> nameServersBelow(const QString &root)
{
    QList<IpAddress> listed = nameServersIn(readSmallFile(root + u"/etc/resolv.conf"_s));
    if (!isStub(listed))
        return listed;
    const QList<IpAddress> resolved = nameServersIn(readSmallFile(root + u"/run/systemd/resolve/resolv.conf"_s));
    return resolved.isEmpty() ? listed : resolved;
}

QString virtualizationFromDmi(const QByteArray &vendor, const QByteArray &product)
{
    for (const QByteArray &text : {product, vendor}) {
        for (const DmiMark &mark : marks) {
            if (text.contains(mark.text))
                return mark.name;
        }
    }
    return {};
}

void addSession(HostFacts &facts, const std::optional<Session> &session)
{
    if (!session)
        return;
    facts.sessionPeer = session->peer;
    for (NicFacts &nic : facts.nics) {
        nic.carriesSession = std::any_of(nic.addresses.begin(), nic.addresses.end(),
                                         [&](const IpNetwork &own) { return own.address == session->local; });
    }
}

Surroundings surroundingsHere()
{
    const QString dmi = u"/sys/class/dmi/id/"_s;
    return {nameServersBelow({}),
            virtualizationFromDmi(readSmallFile(dmi + u"sys_vendor"_s), readSmallFile(dmi + u"product_name"_s)),
            currentSession()};
}

HostFacts withSurroundings(HostFacts facts, const Surroundings &surroundings)
{
    facts.dns = surroundings.dns;
    facts.virtualization = surroundings.virtualization;
    addSession(facts, surroundings.session);
    return facts;
}

HostFacts withSurroundings(HostFacts facts)
{
    return withSurroundings(std::move(facts), surroundingsHere());
}

} // namespace bondwright::hostfacts
