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

QStringList Planner::usableBackends() const
{
    QStringList names;
    const formats::HostConfiguration found = host();
    if (m_hasNetworkManager())
        names.append(backendName(Backend::NetworkManager));
    if (found.hasNetworkService)
        names.append(backendName(Backend::Ifcfg));
    if (found.isNetworkdRunning)
        names.append(backendName(Backend::Networkd));
    if (found.owner == formats::HostConfiguration::Owner::Netplan)
        names.append(backendName(Backend::Netplan));
    if (found.hasIfupdown)
        names.append(backendName(Backend::Ifupdown));
    names.append(backendName(Backend::RuntimeOnly));
    return names;
}

/// The format of the backend's files; empty: no files. Without any running service files are written all the same: in
/// the format that the host's next boot would read, or else the one whose folder exists.
QString Planner::formOf(Backend backend) const
{
    if (backend != Backend::RuntimeOnly)
        return backendName(backend);
    if (backendInCharge() != Backend::RuntimeOnly)
        return {}; // its files are not to say what it was not asked to do
    const auto hasHome = [this](const QString &form) {
        const auto format = formats::makeFormat(form);
        return format && QFileInfo(m_environment.path(format->home())).isDir();
    };
    for (const QString &form : {host().format, u"ifcfg"_s, u"nm"_s}) {
        if (!form.isEmpty() && hasHome(form))
            return form;
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
    files.format = formats::makeFormat(formOf(backend), dialect.value_or(Dialect{}));
    if (!files.format)
        return files;
    auto snapshot = formats::takeSnapshot(m_environment.root, *files.format);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    files.snapshot = std::move(*snapshot);
    return files;
}

} // namespace bondwright::helper
