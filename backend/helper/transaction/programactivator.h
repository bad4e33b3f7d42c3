// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/network.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/task.h"
#include "kernel/kernelsource.h"
#include "kernel/planverifier.h"

#include <memory>

namespace bondwright::helper
{

/// What the activators have in common whose service is driven by programs (ifup, networkctl): the calls are coroutines,
/// nothing has to be remembered for the restoration, and there is no safety net to let go of.
class ProgramActivator : public Activator
{
    Q_OBJECT
public:
    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) final;
    void restore(const Record &record, Done done) final;
    void commit(const Record &record, Done done) override;

protected:
    using Step = Task<Result<void>>;

    ProgramActivator(kernel::KernelSource &source, runtime::Network &network);

    /// activate(), step by step.
    virtual Step follow(Record record) = 0;
    /// restore(), step by step.
    virtual Step rollBack(Record record) = 0;
    /// The context of what is started: programs of a call that is given up for the next one end with it.
    QObject *call() const { return m_call.get(); }
    /// Does nothing if it is not there.
    void removeLink(const QString &link);
    /// Neither a bond nor a VLAN on one, of whatever kind (a container's NICs are no hardware), and no port.
    static bool isFreeNic(const runtime::Link &link);
    /// Whether the driver takes all that differs while the bond is up.
    static bool isTakenWhileUp(const QList<kernel::Difference> &differences);

    kernel::KernelSource &m_source;
    runtime::Network &m_network;

private:
    void begin(Step steps, Done done);

    std::unique_ptr<QObject> m_call;
    Task<> m_work; ///< the call under way
};

} // namespace bondwright::helper
