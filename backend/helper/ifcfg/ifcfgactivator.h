// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/ifcfg/networkscripts.h"
#include "helper/runtime/network.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/task.h"
#include "kernel/kernelsource.h"

namespace bondwright::helper
{

/// The network service follows its files when it is told to, interface by interface: ifdown and ifup of
/// just those concerned.
class IfcfgActivator final : public Activator
{
    Q_OBJECT
public:
    IfcfgActivator(kernel::KernelSource &source, runtime::Network &network, ScriptRunner run = runNetworkScript);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;

private:
    using Step = Task<Result<void>>;
    Step follow(Record record);
    Step takeBack(Record record);
    Step bring(const BondPlan &plan, bool hasOtherAddresses);
    Step command(QString program, QString interface);
    void removeLink(const QString &link);

    kernel::KernelSource &m_source;
    runtime::Network &m_network;
    ScriptRunner m_run;
    Task<> m_work; ///< the call under way
};

} // namespace bondwright::helper
