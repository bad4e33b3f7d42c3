// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/surveyed.h"
#include "kernel/counterwatch.h"
#include "kernel/kernelsource.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace bondwright::diagnosis
{

/// The diagnosis of a source's bonds for every window that shows them: one for each source, so that all say the same.
/// Until watch() is called it knows the state, and the counters that others have sampled.
class HealthKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Finds out what the kernel does not tell; answers once, later, or not at all.
    using AskSurvey = std::function<void(QObject *context, const kernel::Snapshot &snapshot,
                                         std::function<void(const Surveyed &)> done)>;

    /// The one of this source, which it goes with.
    static HealthKeeper *of(kernel::KernelSource *source);

    /// Counts once a second from now on, and surveys once a minute and when a bond has come or changed its slaves.
    /// @param ask null: nothing but the kernel is asked, as for a recording
    void watch(AskSurvey ask);
    /// For a source that could not be asked before, and can now.
    void survey();
    /// What happened before the window was opened: flapping is judged by an hour, and a fault may be older than the window.
    void addEarlier(const QList<kernel::BondEvent> &events);

    /// Switch ports that were heard otherwise: they count where the survey knows none.
    void setHeardPorts(const neighbours::SwitchPorts &ports);

    /// A change of this host is being made or reverted: until it is over and the host was surveyed again, nothing is said
    /// of what its files and the kernel disagree in.
    void setInWork(bool isInWork);

    Diagnosis judge(const kernel::BondState &bond) const;
    /// Since when its verdict is this one, on the clock of the source's host; invalid: since before it was watched.
    /// @param health what judge() says of it now
    QDateTime since(const kernel::BondState &bond, const Diagnosis &health);
    const neighbours::SwitchPorts &ports() const { return m_surveyed.ports; }

Q_SIGNALS:
    /// What judge() or since() says may differ although the snapshot has not changed.
    void changed();
    void portsChanged();

private:
    explicit HealthKeeper(kernel::KernelSource *source);
    void takeSnapshot();
    void noteVerdicts();
    void takeSample(const kernel::CounterSample &sample);
    void takeSurvey(const Surveyed &surveyed);
    void compare();

    kernel::KernelSource *m_source;
    kernel::CounterWatch m_counters;
    WindowKeeper m_keeper;
    Window m_window; ///< up to the last sample
    bool m_hasWindow = false;
    bool m_isWatching = false;
    bool m_isInWork = false;
    AskSurvey m_ask;
    Surveyed m_surveyed; ///< with m_heard
    neighbours::SwitchPorts m_heard;
    QTimer m_surveyTimer, m_surveySoon, m_compareSoon;
    QHash<int, QList<int>> m_slaves; ///< by bond: what was surveyed last
    QHash<int, Diagnosis> m_last;
    struct Standing {
        Verdict verdict = Verdict::Unknown;
        QDateTime since;
        bool wasSeen = false; ///< how it began
    };
    QHash<int, Standing> m_standings; ///< by bond
};

} // namespace bondwright::diagnosis
