// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/plan/planner.h"

#include "domain/errorcode.h"
#include "domain/findings.h"
#include "domain/options.h"
#include "domain/safename.h"
#include "formats/diff/secrets.h"
#include "formats/diff/unifieddiff.h"
#include "formats/host/cloudinithost.h"
#include "formats/losses.h"
#include "formats/planmac.h"
#include "helper/plan/fallbacks.h"
#include "kernel/runningplan.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

/// Every name of a plan that ends up in a path, a file or a message to the kernel.
Result<void> checkNames(const BondPlan &plan)
{
    QStringList names{plan.name};
    if (!plan.replaces.isEmpty())
        names.append(plan.replaces);
    names += plan.slaveNames();
    for (const VlanPlan &vlan : plan.vlans)
        names.append(vlan.interfaceName(plan.name));
    for (const QString &name : names) {
        if (!isSafeInterfaceName(name))
            return fail(u"helper.invalid"_s,
                        Planner::tr("“%1” is not a name for a network interface.").arg(name.left(32)),
                        Planner::tr("Use up to 15 letters, digits, “.”, “_” and “-”."));
    }
    return {};
}

bool touches(const formats::FoundBond &bond, const QStringList &paths)
{
    return std::any_of(bond.paths.cbegin(), bond.paths.cend(),
                       [&paths](const QString &path) { return paths.contains(path); });
}

QStringList namesOf(const formats::Reading &reading)
{
    QStringList names;
    for (const formats::FoundBond &found : reading.bonds)
        names.append(found.plan.name);
    return names;
}

/// The bond that the plan changes: of its name, or the one it replaces.
bool isFormer(const BondPlan &bond, const BondPlan &plan)
{
    return bond.name == plan.name || (!plan.replaces.isEmpty() && bond.name == plan.replaces);
}

/// The MAC of a bond whose plan names none. NetworkManager attaches ports in an order of its own, so the first slave is
/// any of them: the bond takes the MAC of a NIC in use, which the DHCP server and the neighbours know, and a bond that
/// has the MAC of one of its NICs keeps it. A MAC of no NIC goes with the plan that named it.
Written<BondMac> keptMac(const BondPlan &plan, const QList<BondPlan> &existing, const HostFacts &host,
                         const kernel::Snapshot &snapshot)
{
    if (!plan.mac.isEmpty() || plan.options.failOverMac() != FailOverMac::None)
        return plan.mac;
    for (const BondPlan &bond : existing) {
        if (isFormer(bond, plan))
            return bond.mac.isEmpty() || isMacOfNic(bond.mac.value().address(), snapshot)
                ? bond.mac
                : BondMac(macOfFirstSlave(plan, snapshot));
    }
    const NicFacts *inUse = nullptr;
    for (const SlavePlan &slave : plan.slaves) {
        const NicFacts *nic = host.nic(slave.name);
        if (nic && !nic->addresses.isEmpty() && (!inUse || (nic->carriesDefaultRoute && !inUse->carriesDefaultRoute)))
            inUse = nic;
    }
    return inUse ? BondMac(inUse->currentMac) : BondMac();
}

/// Bonds that the change touches, or those that it is about.
QList<BondPlan> affected(const formats::Reading &reading, const QStringList &paths, const QStringList &bonds)
{
    QList<BondPlan> plans;
    for (const formats::FoundBond &found : reading.bonds) {
        if (bonds.contains(found.plan.name) || touches(found, paths))
            plans.append(found.plan);
    }
    return plans;
}

/// What the files of these bonds say beyond a plan: the editor is told that it stays.
QList<Finding> beyondPlans(const formats::Reading &reading, const QStringList &bonds)
{
    QStringList paths;
    for (const formats::FoundBond &found : reading.bonds) {
        if (bonds.contains(found.plan.name))
            paths += found.paths;
    }
    QList<Finding> findings;
    for (const Finding &finding : reading.findings) {
        // A VLAN on one of the bond's has a file of its own, and so may a bridge, or a VLAN that is a port.
        const bool hasOwnFile = finding.code.endsWith(u".vlan-on-vlan") || finding.code.endsWith(u".bridge")
            || finding.code.endsWith(u".vlan-port");
        const bool isOfBond = paths.contains(finding.field.section(u':', 0, 0)) || (hasOwnFile && !paths.isEmpty());
        if (formats::isBeyondPlans(finding) && isOfBond)
            findings.append(finding);
    }
    return findings;
}

/// Why a format cannot hold a plan; empty: it can.
QString whyNotStored(const Result<formats::Rendering> &rendering)
{
    if (!rendering)
        return rendering.error().message;
    const auto error = std::find_if(rendering->findings.cbegin(), rendering->findings.cend(),
                                    [](const Finding &finding) { return finding.severity == Severity::Error; });
    return error == rendering->findings.cend() ? QString() : error->message;
}

} // namespace

Planner::Planner(Environment environment, kernel::KernelSource &source, std::function<bool()> hasNetworkManager)
    : m_environment(std::move(environment))
    , m_source(source)
    , m_hasNetworkManager(std::move(hasNetworkManager))
{
}

formats::BackupStore Planner::backupStore() const
{
    return formats::BackupStore(m_environment.root, m_environment.stateFolder + u"/backups"_s);
}

/// The kernel is made to follow from what it runs, whatever files say; VLANs only files know.
QList<BondPlan> Planner::asRunning(QList<BondPlan> plans, const QStringList &bonds) const
{
    const kernel::Snapshot &snapshot = m_source.snapshot();
    for (const QString &bond : bonds) {
        if (contains(plans, bond) || !snapshot.bondByName(bond))
            continue;
        BondPlan plan;
        plan.name = bond;
        plans.append(plan);
    }
    for (BondPlan &plan : plans) {
        if (const kernel::BondState *running = snapshot.bondByName(plan.name)) {
            const QList<VlanPlan> vlans = std::exchange(plan, kernel::runningPlan(*running, snapshot)).vlans;
            plan.vlans = vlans;
        }
    }
    return plans;
}

void Planner::nameLoneNics(PlannedChange &planned, const Files &files)
{
    QStringList released;
    for (const BondPlan &plan : planned.before)
        released += plan.slaveNames();
    for (const BondPlan &plan : planned.after) {
        for (const QString &slave : plan.slaveNames())
            released.removeAll(slave);
    }
    if (released.isEmpty() || !files.format)
        return;
    const formats::FileSnapshot snapshot = files.snapshot.with(planned.changes);
    for (auto file = snapshot.files.cbegin(); file != snapshot.files.cend(); ++file) {
        if (const QString nic = files.format->standaloneNic(file.key(), file->content); released.contains(nic))
            planned.loneNics.append(nic);
    }
}

/// What the change removes from a bond has to go, which the verification checks.
void Planner::nameFallbacks(PlannedChange &planned) const
{
    for (BondPlan &plan : planned.after) {
        const auto former = std::find_if(planned.before.cbegin(), planned.before.cend(),
                                         [&plan](const BondPlan &other) { return isFormer(other, plan); });
        plan = withFallbacks(plan, former == planned.before.cend() ? nullptr : &*former, planned.backend,
                             m_source.snapshot());
    }
}

/// Tells what the next reboot does to a change made by netlink alone.
QString Planner::howLong(const QStringList &paths, const Files &files) const
{
    if (!paths.isEmpty())
        return tr("Runs until the next reboot; files written: %1.").arg(paths.join(u", "_s));
    if (files.format)
        return tr("Runs until the next reboot; no file is written, the files say the same already.");
    if (backendInCharge() != Backend::RuntimeOnly)
        return tr("Runs until the next reboot; no file is written, they belong to “%1”.")
            .arg(backendName(backendInCharge()));
    return tr("Runs until the next reboot; no file is written, this host has no folder for any.");
}

void Planner::markUntilReboot(PlannedChange &planned, const Files &files) const
{
    if (planned.backend != Backend::RuntimeOnly)
        return;
    if (planned.lasting.isEmpty())
        planned.lasting = howLong(planned.paths(), files);
    planned.findings.append({Severity::Advice,
                             FindingScope::Host,
                             u"backend.until-reboot"_s,
                             {},
                             planned.lasting,
                             tr("Files are read when the service that they are for starts.")});
}

Result<PlannedChange> Planner::forApply(const BondPlan &given, Backend backend) const
{
    if (auto names = checkNames(given); !names)
        return tl::unexpected(names.error());
    PlannedChange planned;
    planned.action = ChangeAction::Apply;
    planned.bond = given.name;
    planned.renamedFrom = given.replaces;
    planned.backend = backend == Backend::Auto ? backendInCharge() : backend;
    if (!usableBackends().contains(planned.backend))
        return fail(u"helper.invalid"_s, tr("This host cannot use “%1”.").arg(backendName(planned.backend)));
    if (auto possible = expectWithin(given, planned.backend); !possible)
        return tl::unexpected(possible.error());
    const auto files = filesOf(planned.backend);
    if (!files)
        return tl::unexpected(files.error());
    const HostFacts host = kernel::toHostFacts(m_source.snapshot());
    BondPlan plan = formats::withResolvedMac(given, host);
    plan.options = plan.options.canonical();
    const bool exists = m_source.snapshot().bondByName(plan.name) != nullptr;
    planned.findings = check(given, host, exists ? plan.name : QString()) + nicsOfOthers(planned.backend, plan);
    planned.digest = QString::fromLatin1(files->snapshot.digest());
    if (hasErrors(planned.findings))
        return planned;
    if (files->format) {
        const formats::Reading reading = files->format->read(files->snapshot);
        planned.before = affected(reading, {}, planned.bonds());
        planned.configuredBonds = namesOf(reading);
        if (!files->format->keepsFirstMac())
            plan.mac = keptMac(plan, planned.before, host, m_source.snapshot());
        auto rendering = formats::renderReplacing(*files->format, plan, files->snapshot);
        if (const QString why = whyNotStored(rendering); planned.backend == Backend::RuntimeOnly && !why.isEmpty()) {
            planned.lasting = tr("Runs until the next reboot; no file is written: %1").arg(why);
        } else if (!rendering) {
            return tl::unexpected(rendering.error());
        } else {
            planned.findings.append(beyondPlans(reading, planned.bonds()) + rendering->findings);
            planned.changes = rendering->changes;
            if (!files->format->restoresNics())
                restoreLeavingNics(planned.before, plan, *files->format, planned);
        }
    }
    if (planned.backend == Backend::RuntimeOnly)
        planned.before = asRunning(planned.before, planned.bonds());
    else if (!given.replaces.isEmpty() && !contains(planned.before, given.replaces))
        planned.before += asRunning({}, {given.replaces}); // it runs without files, and has to go all the same
    planned.after = {plan};
    nameLoneNics(planned, *files);
    nameFallbacks(planned);
    markUntilReboot(planned, *files);
    planned.interruptions = interruptions(planned);
    return planned;
}

Result<PlannedChange> Planner::fromChanges(PlannedChange planned, const Files &files) const
{
    const QStringList paths = planned.paths();
    planned.digest = QString::fromLatin1(files.snapshot.digest());
    const formats::Reading reading = files.format->read(files.snapshot);
    planned.before = affected(reading, paths, planned.bonds());
    planned.configuredBonds = namesOf(reading);
    if (planned.action != ChangeAction::Remove)
        planned.after = affected(files.format->read(files.snapshot.with(planned.changes)), paths, {});
    if (planned.backend == Backend::RuntimeOnly)
        planned.before = asRunning(planned.before, planned.bonds());
    nameLoneNics(planned, files);
    nameFallbacks(planned);
    markUntilReboot(planned, files);
    planned.interruptions = interruptions(planned);
    return planned;
}

/// NICs that leave a bond which stays get their former configuration, as after a removal.
void Planner::restoreLeavingNics(const QList<BondPlan> &configured, const BondPlan &plan, const formats::Format &format,
                                 PlannedChange &planned) const
{
    IpNetworks addresses;
    const auto collect = [&addresses](const auto &of) { addresses += of.ipv4.networks() + of.ipv6.networks(); };
    collect(plan);
    for (const VlanPlan &vlan : plan.vlans)
        collect(vlan);
    for (const BondPlan &old : configured) {
        for (const SlavePlan &slave : isFormer(old, plan) ? old.slaves : QList<SlavePlan>()) {
            if (plan.slaveByName(slave.name)
                || formerFiles().restoreNicFiles(old.name, slave.name, addresses, format, planned.changes))
                continue;
            planned.findings.append(
                {Severity::Advice, FindingScope::Host, u"slave.left-bare"_s, u"slaves"_s,
                 tr("%1 leaves without a configuration of its own: its former address belongs to the bond now.")
                     .arg(slave.name),
                 tr("Give it another one afterwards if it is to be used.")});
        }
    }
}

Result<PlannedChange> Planner::forRemove(const QString &bond, Backend backend) const
{
    if (!isSafeInterfaceName(bond))
        return fail(u"helper.invalid"_s, tr("“%1” is not a name for a network interface.").arg(bond.left(32)));
    PlannedChange planned;
    planned.action = ChangeAction::Remove;
    planned.bond = bond;
    planned.backend = backend == Backend::Auto ? backendInCharge() : backend;
    auto files = filesOf(planned.backend);
    if (!files)
        return tl::unexpected(files.error());
    if (files->format) {
        const auto rendering = files->format->remove(bond, files->snapshot);
        const bool mayLackFiles = planned.backend == Backend::RuntimeOnly && m_source.snapshot().bondByName(bond);
        if (!rendering && !(mayLackFiles && rendering.error().code == errorcode::noBond))
            return tl::unexpected(rendering.error());
        if (rendering) {
            planned.findings = rendering->findings + formats::cloudInitFindings(rendering->changes, files->snapshot);
            planned.changes = rendering->changes;
            if (!files->format->restoresNics())
                formerFiles().restoreAll(bond, *files->format, planned.changes);
            auto complete = fromChanges(std::move(planned), *files);
            if (!complete || contains(complete->before, bond))
                return complete;
            planned = std::move(*complete);
        }
    }
    planned.before = asRunning({}, planned.bonds());
    if (planned.before.isEmpty())
        return fail(u"helper.invalid"_s, tr("There is no bond “%1”.").arg(bond));
    markUntilReboot(planned, *files);
    planned.interruptions = interruptions(planned);
    return planned;
}

Result<PlannedChange> Planner::forRestore(const QString &backupId) const
{
    if (!isSafeId(backupId))
        return fail(u"helper.invalid"_s, tr("There is no such backup."));
    const auto changes = backupStore().restoreChanges(backupId);
    if (!changes)
        return tl::unexpected(changes.error());
    PlannedChange planned;
    planned.action = ChangeAction::Restore;
    planned.backend = backendInCharge();
    planned.changes = *changes;
    auto files = filesOf(planned.backend);
    if (!files)
        return tl::unexpected(files.error());
    if (!files->format)
        return fail(u"helper.invalid"_s, tr("No backend of this host reads these files."));
    for (const formats::FileChange &change : planned.changes.files) {
        const QString folder = change.path.left(change.path.lastIndexOf(u'/'));
        const bool isRead = files->format->folders().contains(folder) || files->format->paths().contains(change.path)
            || files->snapshot.find(change.path);
        if (!isRead)
            return fail(
                u"helper.invalid"_s,
                tr("The backup holds files that “%1” does not read: %2").arg(backendName(planned.backend), change.path),
                tr("Use “bondctl restore %1 --root /” as root.").arg(backupId));
    }
    auto complete = fromChanges(std::move(planned), *files);
    if (complete) {
        const QList<BondPlan> &plans = complete->after.isEmpty() ? complete->before : complete->after;
        complete->bond = plans.isEmpty() ? QString() : plans.first().name;
    }
    return complete;
}

QList<FileDiff> toDiffs(const formats::ChangeSet &changes)
{
    QList<FileDiff> diffs;
    for (const formats::FileChange &change : changes.files) {
        if (change.isUnchanged())
            continue;
        FileDiff diff;
        diff.path = change.path;
        diff.existed = change.oldText.has_value();
        diff.removed = !change.newText.has_value();
        const formats::FileChange shown = formats::withoutSecrets(formats::ChangeSet{{change}}).files.first();
        diff.oldText = QString::fromUtf8(shown.oldText.value_or(QByteArray()));
        diff.newText = QString::fromUtf8(shown.newText.value_or(QByteArray()));
        diff.unified = QString::fromUtf8(formats::unifiedDiff(shown));
        diffs.append(diff);
    }
    return diffs;
}

Preview Planner::preview(const PlannedChange &planned) const
{
    return {planned.findings, toDiffs(planned.changes), planned.digest, planned.backend, planned.interruptions};
}

Result<Configuration> Planner::configuration() const
{
    Configuration configuration;
    const auto files = filesOf(backendInCharge());
    if (!files)
        return tl::unexpected(files.error());
    configuration.digest = QString::fromLatin1(files->snapshot.digest());
    if (!files->format)
        return configuration;
    for (const formats::FoundBond &found : files->format->read(files->snapshot).bonds) {
        configuration.plans.append(found.plan);
        for (const QString &path : found.paths) {
            if (const formats::FileState *file = files->snapshot.find(path))
                configuration.filesOfBond[found.plan.name].append(
                    {path, QString::fromUtf8(formats::withoutSecrets(file->content)),
                     QString::fromLatin1(formats::contentDigest(file->content))});
        }
    }
    return configuration;
}

Result<QList<BackupInfo>> Planner::backups() const
{
    const auto all = backupStore().list();
    if (!all)
        return tl::unexpected(all.error());
    QList<BackupInfo> infos;
    for (const formats::Backup &backup : *all) {
        QStringList paths;
        for (const formats::ManifestEntry &entry : backup.manifest.entries)
            paths.append(entry.path);
        infos.append({backup.manifest.id, backup.manifest.createdAt, backup.manifest.reason, paths, backup.intact});
    }
    return infos;
}

Result<QList<FileDiff>> Planner::backupDiff(const QString &backupId) const
{
    if (!isSafeId(backupId))
        return fail(u"helper.invalid"_s, tr("There is no such backup."));
    const auto changes = backupStore().restoreChanges(backupId);
    if (!changes)
        return tl::unexpected(changes.error());
    return toDiffs(*changes);
}

} // namespace bondwright::helper
