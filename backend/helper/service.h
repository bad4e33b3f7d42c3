// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/requesthandler.h"
#include "helper/host/networkmanagerwatch.h"
#include "helper/live/listenings.h"
#include "helper/live/liveactions.h"
#include "helper/live/rehearsals.h"
#include "helper/plan/planner.h"
#include "helper/runtime/network.h"
#include "helper/system/launcher.h"
#include "helper/transaction/transactor.h"

#include <QObject>

namespace bondwright::helper
{

/// The verbs: turns the arguments of authorised calls into values, calls the parts that do the work, and
/// turns what comes back into replies.
class Service final : public QObject, public RequestHandler
{
    Q_OBJECT
public:
    Service(const QDBusConnection &bus, const Environment &environment, kernel::KernelSource &source,
            QObject *parent = nullptr);

    void handle(const Request &request, const Caller &caller, Reply reply) override;
    bool isOwner(const Caller &caller, const Ticket &ticket) const override;
    bool isIdle() const
    {
        return !m_transactor.isBusy() && !m_live.isBusy() && !m_listenings.isBusy() && !m_rehearsals.isBusy();
    }
    /// Goes on with what an earlier process left.
    void resume();

Q_SIGNALS:
    void signalEmitted(QLatin1StringView name, const QVariantMap &argument);

private:
    Capabilities capabilities() const;
    Result<QVariantList> read(const Request &request) const;
    /// Once a confirmed change has released everything: a client that confirms and goes on at once need not try again.
    void onceFinished(const std::function<void()> &go);
    Result<QVariantList> begin(const Request &request, const Caller &caller);
    Result<PlannedChange> plan(const Request &request) const;
    Result<void> answer(const Request &request, const Caller &caller);
    Result<void> test(const Request &request, const Caller &caller);

    Environment m_environment;
    kernel::KernelSource &m_source;
    SystemClock m_clock;
    NetworkManagerWatch m_networkManager;
    runtime::KernelNetwork m_network; ///< for the links of a test
    Launcher m_launcher;
    Planner m_planner;
    Transactor m_transactor;
    LiveActions m_live;
    Listenings m_listenings;
    Rehearsals m_rehearsals;
};

/// Which activator belongs to which backend.
ActivatorFactory activatorFactory(const Environment &environment, kernel::KernelSource &source);

} // namespace bondwright::helper
