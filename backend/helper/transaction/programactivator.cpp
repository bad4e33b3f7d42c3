// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/programactivator.h"

#include <algorithm>

namespace bondwright::helper
{

ProgramActivator::ProgramActivator(kernel::KernelSource &source, runtime::Network &network)
    : m_source(source)
    , m_network(network)
{
}

void ProgramActivator::prepare(const Record &, std::function<void(const Result<QJsonObject> &)> done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done(QJsonObject()); });
}

void ProgramActivator::begin(Step steps, Done done)
{
    m_work = answered(std::move(steps), std::move(done));
    m_call = std::make_unique<QObject>();
    m_work.start();
}

void ProgramActivator::activate(const Record &record, Done done)
{
    begin(follow(record), std::move(done));
}

void ProgramActivator::restore(const Record &record, Done done)
{
    begin(rollBack(record), std::move(done));
}

void ProgramActivator::commit(const Record &, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done({}); });
}

void ProgramActivator::removeLink(const QString &link)
{
    if (m_source.snapshot().nicByName(link))
        (void)m_network.removeLink(link);
}

bool ProgramActivator::isFreeNic(const runtime::Link &link)
{
    return link.kind != InterfaceKind::Bond && link.kind != InterfaceKind::Vlan && link.master.isEmpty();
}

bool ProgramActivator::isTakenWhileUp(const QList<kernel::Difference> &differences)
{
    return std::all_of(differences.cbegin(), differences.cend(), [](const kernel::Difference &difference) {
        return difference.kind == kernel::DifferenceKind::Option && !needsBondDown(difference);
    });
}

} // namespace bondwright::helper
