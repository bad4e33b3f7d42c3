// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/system/hostprogram.h"
#include "helper/transaction/programactivator.h"

namespace bondwright::helper
{

/// systemd-networkd takes its files up anew with "networkctl reload". What it does not do then is done here: it
/// changes no device that it made (before version 257 no option of a bond either), and takes none away.
class NetworkdActivator final : public ProgramActivator
{
    Q_OBJECT
public:
    NetworkdActivator(Environment environment, kernel::KernelSource &source, runtime::Network &network,
                      ProgramRunner run = runHostProgram);

private:
    Step follow(Record record) override;
    Step rollBack(Record record) override;
    /// Verb and link apart: GCC 12 takes no list in braces inside a co_await.
    Step networkctl(QString verb, QString link = {});
    /// Reloads until the bonds are there, which networkd makes once it has heard that their old devices are gone.
    Step reload(QList<BondPlan> plans);
    Step adjust(BondPlan plan);
    /// networkd 252 sometimes leaves a device that it has just made waiting for good: told again, it goes on.
    Task<> tellAgain(BondPlan plan);
    /// Until networkd has done to these links what it answered before it began.
    Task<> settle(QStringList links);
    /// Links are not always as then once networkd has read the files of then: it touches none whose files are the same.
    Task<> reconfigureOthers(Record record);
    bool isBack(const runtime::Link &link);
    /// Running bonds that become as planned only as new devices. They are removed, and networkd reads their files anew.
    void removeOutdated(const QList<BondPlan> &plans);
    /// Bonds and VLANs that are not to be any more.
    void removeLeftOver(const QList<BondPlan> &former, const QList<BondPlan> &wanted);
    void touchFiles(const QString &bond) const;

    Environment m_environment;
    ProgramRunner m_run;
};

} // namespace bondwright::helper
