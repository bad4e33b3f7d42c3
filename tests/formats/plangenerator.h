// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/options.h"
#include "domain/plan.h"

#include <QRandomGenerator>

#include <functional>

namespace bondwright::test
{

/// How many random plans a test tries of those that it wants: a quarter where sanitizers make each of them dear.
constexpr int plansToTry(int wanted)
{
#ifdef BONDWRIGHT_SANITIZED
    return wanted / 4;
#else
    return wanted;
#endif
}

/// Random plans that the kernel would take, in canonical spelling; the same seed gives the same plans.
class PlanGenerator
{
public:
    using OptionFilter = std::function<bool(const OptionSpec &)>;
    using ValueFilter = std::function<bool(const OptionSpec &, const QString &)>;

    explicit PlanGenerator(quint32 seed, OptionFilter mayUse = {});

    BondPlan next();

    ValueFilter mayTake; ///< values outside it are drawn again
    bool withRouteMetric = true; ///< metrics of the default routes
    bool withLinkLocal4 = true;
    bool withVlanNames = true; ///< VLANs named otherwise than "<bond>.<id>"
    bool withSlaveExtras = true; ///< queue_id
    bool withManyAddresses = true;
    bool withGatewaysElsewhere = true; ///< outside of the first network

private:
    int below(int n) { return int(m_random.bounded(n)); }
    bool chance(int percent) { return below(100) < percent; }
    QString ip4();
    QString ip6();
    QString mac();
    QString value(const OptionSpec &spec, const BondPlan &plan);
    QString anyValue(const OptionSpec &spec, const BondPlan &plan);
    IpConfig ip4Config();
    IpConfig ip6Config();
    void addLists(IpConfig *ip, bool isV4);
    void addOptions(BondPlan *plan);
    void addMonitoring(BondPlan *plan);
    bool isUsable(const char *option) const;

    QRandomGenerator m_random;
    OptionFilter m_mayUse;
};

} // namespace bondwright::test
