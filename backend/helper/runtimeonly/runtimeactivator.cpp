// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtimeonly/runtimeactivator.h"

#include "helper/runtime/follower.h"
#include "helper/transaction/restored.h"

#include <QTimer>

namespace bondwright::helper
{

RuntimeActivator::RuntimeActivator(kernel::KernelSource &source, runtime::Network &network, QObject *parent)
    : Activator(parent)
    , m_source(source)
    , m_network(network)
{
}

void RuntimeActivator::prepare(const Record &, std::function<void(const Result<QJsonObject> &)> done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done(QJsonObject()); });
}

void RuntimeActivator::activate(const Record &record, Done done)
{
    const auto result = runtime::Follower(m_source, m_network).change(record.before, record.after, record.runtime);
    QTimer::singleShot(0, this, [done = std::move(done), result] { done(result); });
}

void RuntimeActivator::restore(const Record &record, Done done)
{
    QTimer::singleShot(
        0, this, [done = std::move(done), result = restoreByNetlink(record, m_source, m_network)] { done(result); });
}

void RuntimeActivator::commit(const Record &, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done({}); });
}

} // namespace bondwright::helper
