// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/options.h"
#include "domain/plan.h"

#include <QRandomGenerator>

namespace bondwright::test
{

/// Plans by chance, the same for the same number: every mode, all options with usual values, the ends of their ranges and
/// what lies beyond them, slaves with queues and priorities, MACs, MTUs and VLANs. About half of them are valid.
class PlanGenerator
{
public:
    explicit PlanGenerator(quint32 number);

    BondPlan plan();

private:
    bool chance(int percent) { return int(m_random.bounded(100U)) < percent; }
    template <typename T>
    T oneOf(const QList<T> &list)
    {
        return list.at(m_random.bounded(list.size()));
    }
    QString valueOf(const OptionSpec &spec);
    QString integer(const OptionSpec &spec);
    QString addresses(const QStringList &good, const QStringList &bad);
    void addMonitoring(BondPlan &plan);
    void addOptions(BondPlan &plan);
    void addSlaves(BondPlan &plan);
    void addVlans(BondPlan &plan);

    QRandomGenerator m_random;
};

} // namespace bondwright::test
