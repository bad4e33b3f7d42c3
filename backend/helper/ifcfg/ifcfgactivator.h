// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/ifcfg/networkscripts.h"
#include "helper/transaction/programactivator.h"

namespace bondwright::helper
{

/// The network service follows its files when it is told to, interface by interface: ifdown and ifup of
/// just those concerned.
class IfcfgActivator final : public ProgramActivator
{
    Q_OBJECT
public:
    IfcfgActivator(kernel::KernelSource &source, runtime::Network &network, ScriptRunner run = runNetworkScript);

private:
    Step follow(Record record) override;
    Step rollBack(Record record) override;
    Step bring(const BondPlan &plan, bool hasOtherAddresses);
    Step command(QString program, QString interface);

    ScriptRunner m_run;
};

} // namespace bondwright::helper
