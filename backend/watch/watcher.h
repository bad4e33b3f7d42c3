// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/window.h"
#include "history/eventstore.h"
#include "history/outagematcher.h"
#include "kernel/counterwatch.h"
#include "kernel/kernelsource.h"
#include "watch/metrics.h"
#include "watch/notifier.h"

#include <QTimer>

namespace bondwright::watch
{

struct WatcherOptions {
    QString folder; ///< where history, counters and metrics are kept
    QString textfile; ///< empty: FOLDER/bondwright.prom
    QString command; ///< of Notifier
};

/// Monitors a host's bonds: keeps events, counts, judges, and reports changes.
class Watcher : public QObject
{
    Q_OBJECT
public:
    Watcher(kernel::KernelSource *source, const WatcherOptions &options, QObject *parent = nullptr);
    ~Watcher() override;

    /// Errors: those of EventStore::open() and of Tally::read(); a damaged tally starts again from zero, with a
    /// message.
    Result<void> start();
    /// An outage that a ping over this bond has measured.
    void takeOutage(int bondIndex, const QString &bond, const QString &target, const ping::PingOutage &outage);
    /// Keeps what is not kept yet.
    void finish();

Q_SIGNALS:
    void troubleOccurred(const QString &message);

private:
    void takeEvent(kernel::BondEvent event);
    void takeSample(const kernel::CounterSample &sample);
    void watchSlaves();
    void judge();
    Result<void> save();
    void report(const Result<void> &done);

    kernel::KernelSource *m_source;
    WatcherOptions m_options;
    history::EventStore m_store;
    history::OutageMatcher m_matcher;
    kernel::CounterWatch m_counterWatch;
    diagnosis::WindowKeeper m_window;
    Survey m_survey;
    Notifier m_notifier;
    Tally m_tally;
    QHash<int, kernel::Counters> m_counters;
    QHash<QString, diagnosis::Diagnosis> m_told; ///< by bond
    QTimer m_judgeTimer, m_judgeSoon, m_surveyTimer;
    QString m_reported;
};

} // namespace bondwright::watch
