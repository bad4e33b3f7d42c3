// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/watcher.h"

#include "watch/journal.h"
#include "watch/publicfile.h"

#include <QDir>

namespace bondwright::watch
{

namespace
{

using namespace std::chrono_literals;

constexpr auto sampleEach = 1s;
constexpr auto judgeEach = 15s; ///< what no event announces: counters
constexpr auto judgeAfter = 500ms; ///< several events, one look
constexpr auto surveyEach = 60s;

} // namespace

Watcher::Watcher(kernel::KernelSource *source, const WatcherOptions &options, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_options(options)
    , m_store(QDir(options.folder).filePath(QStringLiteral("events.sqlite")), nullptr,
              history::EventStore::Readers::Everybody)
    , m_counterWatch(source)
    , m_notifier(options.command)
{
    if (m_options.textfile.isEmpty())
        m_options.textfile = QDir(m_options.folder).filePath(QStringLiteral("bondwright.prom"));
    m_judgeSoon.setSingleShot(true);
    connect(&m_judgeSoon, &QTimer::timeout, this, &Watcher::judge);
    connect(&m_judgeTimer, &QTimer::timeout, this, &Watcher::judge);
    connect(&m_surveyTimer, &QTimer::timeout, this, [this] { m_survey.begin(m_source->snapshot()); });
    connect(&m_survey, &Survey::done, this, [this] { m_judgeSoon.start(judgeAfter); });
    connect(&m_store, &history::EventStore::troubleOccurred, this, &Watcher::troubleOccurred);
    connect(&m_notifier, &Notifier::failed, this, &Watcher::troubleOccurred);
    connect(source, &kernel::KernelSource::troubleOccurred, this, &Watcher::troubleOccurred);
    connect(source, &kernel::KernelSource::eventOccurred, this, &Watcher::takeEvent);
    connect(source, &kernel::KernelSource::sampleTaken, this, &Watcher::takeSample);
    connect(source, &kernel::KernelSource::snapshotChanged, this, [this] {
        watchSlaves();
        if (!m_judgeSoon.isActive())
            m_judgeSoon.start(judgeAfter);
    });
}

Watcher::~Watcher() = default;

Result<void> Watcher::start()
{
    if (const Result<void> opened = m_store.open(); !opened)
        return opened;
    const Result<Tally> tally = Tally::read(QDir(m_options.folder).filePath(QStringLiteral("counters.json")));
    if (tally)
        m_tally = *tally;
    else
        Q_EMIT troubleOccurred(tally.error().message);
    m_counterWatch.setInterval(sampleEach);
    m_source->start();
    watchSlaves();
    m_survey.begin(m_source->snapshot());
    m_judgeTimer.start(judgeEach);
    m_surveyTimer.start(surveyEach);
    return {};
}

void Watcher::watchSlaves()
{
    QSet<int> slaves;
    QHash<int, QList<int>> bonds;
    for (const kernel::BondState &bond : m_source->snapshot().bonds) {
        QList<int> &own = bonds[bond.ifindex];
        for (const kernel::SlaveState &slave : bond.slaves) {
            slaves.insert(slave.ifindex);
            own.append(slave.ifindex);
        }
    }
    m_window.setBonds(bonds);
    if (slaves != m_counterWatch.interfaces())
        m_counterWatch.setInterfaces(slaves);
}

void Watcher::takeEvent(kernel::BondEvent event)
{
    event = m_store.record(event);
    m_matcher.note(event);
    m_tally.add(event);
    m_window.addEvent(event);
    sendToJournal(journalFields(event));
    m_judgeSoon.start(judgeAfter);
}

void Watcher::takeOutage(int bondIndex, const QString &bond, const QString &target, const ping::PingOutage &outage)
{
    const auto match = m_matcher.match(outage, bondIndex, bond, target, QDateTime::currentDateTimeUtc());
    if (match.isUpdate)
        m_store.update(match.event);
    else
        m_store.record(match.event);
    // The failover itself has been counted; what is new is how long this target was silent.
    m_tally.add(match.own);
    sendToJournal(outageFields(match.own, target));
}

void Watcher::takeSample(const kernel::CounterSample &sample)
{
    m_window.addSample(sample);
    m_counters.clear();
    for (const kernel::Counters &one : sample.interfaces)
        m_counters.insert(one.ifindex, one);
}

void Watcher::judge()
{
    const kernel::Snapshot &snapshot = m_source->snapshot();
    const diagnosis::Window window = m_window.window();
    const MetricsInput input = metricsInput(snapshot, m_survey.surveyed(), m_counters, &m_tally, &window);
    // A bond that is healthy when it is first seen is not reported.
    diagnosis::Diagnosis healthy;
    healthy.verdict = diagnosis::Verdict::Healthy;
    QHash<QString, diagnosis::Diagnosis> told;
    for (const BondMetrics &one : input.bonds) {
        if (!diagnosis::isSameNews(m_told.value(one.bond.name, healthy), one.diagnosis)) {
            sendToJournal(journalFields(one.bond.name, one.diagnosis));
            m_notifier.tell(one.bond.name, one.diagnosis);
        }
        told.insert(one.bond.name, one.diagnosis);
    }
    m_told = told;
    const Result<void> written = writePublicFile(m_options.textfile, metricsText(input, MetricsFormat::Prometheus));
    report(written ? save() : written);
}

Result<void> Watcher::save()
{
    return writePublicFile(QDir(m_options.folder).filePath(QStringLiteral("counters.json")), m_tally.toJson());
}

void Watcher::finish()
{
    m_store.flush();
    report(save());
}

/// A full disk is told once, not every few seconds.
void Watcher::report(const Result<void> &done)
{
    const QString reason = done ? QString() : done.error().message;
    if (!reason.isEmpty() && reason != m_reported)
        Q_EMIT troubleOccurred(reason);
    m_reported = reason;
}

} // namespace bondwright::watch
