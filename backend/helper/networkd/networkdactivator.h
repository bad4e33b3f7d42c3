// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/runtime/network.h"
#include "helper/system/hostprogram.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/task.h"
#include "kernel/kernelsource.h"

namespace bondwright::helper
{

/// systemd-networkd takes its files up anew with "networkctl reload". What it does not do then is done here: it
/// changes no device that it made (before version 257 no option of a bond either), and takes none away.
class NetworkdActivator final : public Activator
{
    Q_OBJECT
public:
    NetworkdActivator(Environment environment, kernel::KernelSource &source, runtime::Network &network,
                      ProgramRunner run = runHostProgram);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;

private:
    using Step = Task<Result<void>>;
    Step follow(Record record);
    Step takeBack(Record record);
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
    void removeLink(const QString &link);
    /// Running bonds that become as planned only as new devices. They are removed, and networkd reads their files anew.
    void removeOutdated(const QList<BondPlan> &plans);
    /// Bonds and VLANs that are not to be any more.
    void removeLeftOver(const QList<BondPlan> &former, const QList<BondPlan> &wanted);
    void touchFiles(const QString &bond) const;

    Environment m_environment;
    kernel::KernelSource &m_source;
    runtime::Network &m_network;
    ProgramRunner m_run;
    Task<> m_work; ///< the call under way
};

} // namespace bondwright::helper
