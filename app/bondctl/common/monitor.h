// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "common/monitorprinter.h"
#include "diagnosis/healthkeeper.h"
#include "history/eventstore.h"
#include "history/outagematcher.h"
#include "kernel/counterwatch.h"
#include "kernel/kernelsource.h"
#include "kernel/recording/record.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace bondwright::cli
{

class Arguments;

/// What "bondctl monitor" is told to watch.
struct MonitorOptions {
    QStringList bonds; ///< empty: all, those that come later included
    QStringList hosts; ///< empty: the bonds' gateways
    bool hasPing = true;
    bool isReplay = false; ///< nothing will come where nothing is there at first
    std::chrono::milliseconds interval{500};
    std::chrono::milliseconds pingInterval{100};
    /// From which host it is pinged.
    std::function<ping::Pinger *(const ping::PingTarget &)> makePinger
        = [](const ping::PingTarget &target) { return ping::createPinger(target); };
    diagnosis::HealthKeeper::AskSurvey askSurvey = {}; ///< null: the verdicts are by the kernel alone
};

/// --ping, --no-ping and --ping-interval, of whatever watches bonds.
QList<Option> pingOptions();
/// The values of these and of --interval; no bonds.
MonitorOptions monitorOptions(const Arguments &arguments);

/// Watches bonds and hands everything to a printer and to the event store; what is wrong with them the source's
/// HealthKeeper says, as in the window.
class Monitor : public QObject
{
    Q_OBJECT
public:
    /// @param store may be null
    Monitor(kernel::KernelSource *source, const MonitorOptions &options, MonitorPrinter *printer,
            history::EventStore *store, QObject *parent = nullptr);
    ~Monitor() override;

    /// Error "bond.unknown" if a bond that was asked for is not there, "usage" for a wrong host.
    Result<void> start();
    void finish();
    /// A recording's ping, as if it came from here.
    void takeRecorded(const kernel::recording::PingResult &recorded, qint64 sentMonotonicNs);

private:
    void updateWatched();
    void lookForVerdicts();
    void takeEvent(kernel::BondEvent event);
    void takeOutage(const BondPing &ping, const ping::PingOutage &outage);
    Result<void> startPings();
    void addPing(const BondPing &target, std::unique_ptr<ping::Pinger> pinger);
    bool isWatched(int bond) const { return m_bonds.contains(bond); }

    kernel::KernelSource *m_source;
    MonitorOptions m_options;
    MonitorPrinter *m_printer;
    history::EventStore *m_store;
    history::OutageMatcher m_matcher;
    QList<int> m_bonds;
    kernel::CounterWatch m_counters;
    QTimer m_verdictsSoon;
    QMap<int, diagnosis::Diagnosis> m_told; ///< by bond
    std::vector<std::pair<BondPing, std::unique_ptr<ping::Pinger>>> m_pings;
};

} // namespace bondwright::cli
