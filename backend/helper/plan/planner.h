// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/files/backupstore.h"
#include "formats/format.h"
#include "formats/host/hostdetection.h"
#include "helper/environment.h"
#include "helper/plan/formerfiles.h"
#include "helper/plan/plannedchange.h"
#include "kernel/kernelsource.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace bondwright::helper
{

/// Plans a change without making it: which backend, which files, which findings.
class Planner final
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::helper::Planner)
public:
    /// @param hasNetworkManager whether NetworkManager runs, asked anew each time
    Planner(Environment environment, kernel::KernelSource &source, std::function<bool()> hasNetworkManager);

    /// A plan with errors gives their findings and no files.
    Result<PlannedChange> forApply(const BondPlan &plan, Backend backend) const;
    Result<PlannedChange> forRemove(const QString &bond, Backend backend) const;
    Result<PlannedChange> forRestore(const QString &backupId) const;

    Preview preview(const PlannedChange &planned) const;
    Result<Configuration> configuration() const;
    Result<QList<BackupInfo>> backups() const;
    Result<QList<FileDiff>> backupDiff(const QString &backupId) const;

    Backend backendInCharge() const;
    QString reasonFor(Backend backend) const; ///< translated
    QList<Backend> usableBackends() const;
    formats::HostConfiguration host() const;

private:
    struct Files {
        std::unique_ptr<formats::Format> format; ///< null: nothing is written
        formats::FileSnapshot snapshot;
    };
    Result<Files> filesOf(Backend backend) const;
    std::optional<FormatId> fileFormatOf(Backend backend) const;
    QList<Finding> nicsOfOthers(Backend backend, const BondPlan &plan) const;
    static void nameLoneNics(PlannedChange &planned, const Files &files);
    void nameFallbacks(PlannedChange &planned) const;
    QString howLong(const QStringList &paths, const Files &files) const;
    void markUntilReboot(PlannedChange &planned, const Files &files) const;
    QList<BondPlan> asRunning(QList<BondPlan> plans, const QStringList &bonds) const;
    Result<PlannedChange> fromChanges(PlannedChange planned, const Files &files) const;
    void restoreLeavingNics(const QList<BondPlan> &configured, const BondPlan &plan, const formats::Format &format,
                            PlannedChange &planned) const;
    QStringList interruptions(const PlannedChange &planned) const;
    QStringList disappearance(const QString &name) const;
    QStringList disappearanceOfBond(const QString &name) const; ///< with every VLAN on it, configured or not
    QStringList whatGoesOf(const BondPlan &before, const BondPlan &after) const; ///< of a bond that stays
    formats::BackupStore backupStore() const;
    FormerFiles formerFiles() const { return FormerFiles(backupStore()); }

    Environment m_environment;
    kernel::KernelSource &m_source;
    std::function<bool()> m_hasNetworkManager;
};

/// A change set as a person may see it: secrets left out.
QList<FileDiff> toDiffs(const formats::ChangeSet &changes);

} // namespace bondwright::helper
