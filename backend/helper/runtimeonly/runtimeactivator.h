// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/network.h"
#include "helper/transaction/activator.h"
#include "kernel/kernelsource.h"

namespace bondwright::helper
{

/// Where neither NetworkManager nor the network service runs: the kernel itself is made to follow the
/// plan, until the next reboot.
class RuntimeActivator final : public Activator
{
    Q_OBJECT
public:
    RuntimeActivator(kernel::KernelSource &source, runtime::Network &network, QObject *parent = nullptr);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;

private:
    kernel::KernelSource &m_source;
    runtime::Network &m_network;
};

} // namespace bondwright::helper
