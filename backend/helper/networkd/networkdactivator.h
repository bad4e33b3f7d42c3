// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/system/hostprogram.h"
#include "helper/transaction/programactivator.h"

namespace bondwright::helper
{

/// systemd-networkd reads its files again with "networkctl reload". What it does not do then is done here: it
/// changes no device that it made (before version 257 no option of a bond either), and removes none.
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
    /// networkd 252 sometimes never finishes a device that it has just made: told again, it does.
    Task<> tellAgain(BondPlan plan);
    /// Waits until networkd has finished with these links: it answers before it begins.
    Task<> settle(QStringList links);
    /// With the former files networkd does not always restore a link: it ignores those whose files are the same.
    Step reconfigureOthers(Record record);
    QStringList changedLinks(const runtime::State &then);
    /// Removes running bonds that only a new device can make as planned; networkd then makes them from their files.
    void removeOutdated(const QList<BondPlan> &plans);
    /// Bonds and VLANs that are not to be any more.
    void removeLeftOver(const QList<BondPlan> &former, const QList<BondPlan> &wanted);
    void remakeOtherVlans(const BondPlan &plan);
    void touchFiles(const QString &bond) const;

    Environment m_environment;
    ProgramRunner m_run;
};

} // namespace bondwright::helper
