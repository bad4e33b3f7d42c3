// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/ifcfg/networkscripts.h"
#include "helper/runtime/network.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/sequence.h"
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
    void addCommand(Sequence &sequence, const QString &program, const QString &interface, bool mayFail);
    void addRemoval(Sequence &sequence, const QString &link);
    void addBond(Sequence &sequence, const BondPlan &plan, bool hasOtherAddresses);

    kernel::KernelSource &m_source;
    runtime::Network &m_network;
    ScriptRunner m_run;
};

} // namespace bondwright::helper
