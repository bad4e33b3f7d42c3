// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "helper/plan/planner.h"

#include <QFileInfo>

// Who makes a change on this host, and through which files.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;

formats::HostConfiguration Planner::host() const
{
    return formats::detectHost(m_environment.root).value_or(formats::HostConfiguration{});
}

Backend Planner::backendInCharge() const
{
    using Owner = formats::HostConfiguration::Owner;
    const Owner owner = host().owner;
    if (owner == Owner::Networkd)
        return Backend::Networkd;
    if (owner == Owner::Netplan)
        return Backend::Netplan;
    if (m_hasNetworkManager()) // as the bus says: its process may be another's
        return Backend::NetworkManager;
    if (owner == Owner::Ifupdown)
        return Backend::Ifupdown;
    return owner == Owner::NetworkService ? Backend::Ifcfg : Backend::RuntimeOnly;
}

QString Planner::reasonFor(Backend backend) const
{
    switch (backend) {
    case Backend::NetworkManager:
        return tr("NetworkManager is running.");
    case Backend::RuntimeOnly:
        return tr("No network service that reads files runs: changes last until the next reboot.");
    default:
        return host().reason;
    }
}

/// NetworkManager is in charge of the host, but not of these.
QList<Finding> Planner::nicsOfOthers(Backend backend, const BondPlan &plan) const
{
    QList<Finding> findings;
    const QStringList others = backend == Backend::NetworkManager ? host().leftToIfupdown : QStringList();
    for (const SlavePlan &slave : plan.slaves) {
        if (others.contains(slave.name))
            findings.append({Severity::Warning, FindingScope::Host, u"slave.of-ifupdown"_s, u"slaves"_s,
                             tr("NetworkManager leaves %1 to ifupdown, which has a stanza for it.").arg(slave.name),
                             tr("Take it out of /etc/network/interfaces first, and restart NetworkManager.")});
    }
    return findings;
}

QList<Backend> Planner::usableBackends() const
{
    QList<Backend> usable;
    const formats::HostConfiguration found = host();
    if (m_hasNetworkManager())
        usable.append(Backend::NetworkManager);
    if (found.hasNetworkService)
        usable.append(Backend::Ifcfg);
    if (found.isNetworkdRunning)
        usable.append(Backend::Networkd);
    if (found.owner == formats::HostConfiguration::Owner::Netplan)
        usable.append(Backend::Netplan);
    if (found.hasIfupdown)
        usable.append(Backend::Ifupdown);
    usable.append(Backend::RuntimeOnly);
    return usable;
}

/// The format of the backend's files; nothing: no files. Where no service runs files are written all the same: in the
/// format that the host's next boot would read, or else the one whose folder exists.
std::optional<FormatId> Planner::fileFormatOf(Backend backend) const
{
    if (backend != Backend::RuntimeOnly)
        return formatOf(backend);
    if (backendInCharge() != Backend::RuntimeOnly)
        return {}; // a service that was not asked to make the bond must not find it in its files
    const auto hasHome = [this](FormatId id) {
        const auto format = formats::makeFormat(id);
        return format && QFileInfo(m_environment.path(format->home())).isDir();
    };
    for (const std::optional<FormatId> id :
         {host().format, std::optional(FormatId::Ifcfg), std::optional(FormatId::NetworkManager)}) {
        if (id && hasHome(*id))
            return id;
    }
    return {};
}

Result<Planner::Files> Planner::filesOf(Backend backend) const
{
    using formats::ifcfg::Dialect;
    using formats::ifcfg::Reader;
    Files files;
    const std::optional<Reader> usual;
    const auto dialect
        = Dialect::forRelease(host().release.rhelMajor, backend == Backend::Ifcfg ? Reader::NetworkService : usual);
    if (const auto format = fileFormatOf(backend))
        files.format = formats::makeFormat(*format, dialect.value_or(Dialect{}));
    if (!files.format)
        return files;
    auto snapshot = formats::takeSnapshot(m_environment.root, *files.format);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    files.snapshot = std::move(*snapshot);
    return files;
}

} // namespace bondwright::helper
