// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/rehearsal.h"

#include "rehearsal/worker.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

/// The cables to pull in one run. The driver waits two seconds whenever a port joins an aggregator
/// (AD_AGGREGATE_WAIT_TIME); several runs wait at the same time.
QList<QStringList> pulledTogether(const BondPlan &plan)
{
    constexpr qsizetype maxRuns = 4; // with three that look, no more than the helper starts
    if (plan.mode != Mode::Ieee8023ad || plan.slaves.size() < 2)
        return {QStringList()};
    QList<QStringList> runs(std::min(maxRuns, plan.slaves.size()));
    for (qsizetype i = 0; i < plan.slaves.size(); ++i)
        runs[i * runs.size() / plan.slaves.size()].append(plan.slaves.at(i).name); // in the order of the plan
    return runs;
}

/// Adds the result of another run of the same plan, which pulled other cables.
void addPulls(Report &report, const Report &other)
{
    if (other.outcome != RehearsalOutcome::Passed) {
        report.outcome = other.outcome;
        report.error = other.error;
        report.refusal = other.refusal;
        report.differences = other.differences;
        report.seen = other.seen;
    }
    if (report.test && other.test) {
        report.test->steps += other.test->steps;
        report.test->problems += other.test->problems;
        report.test->finishedAt = std::max(report.test->finishedAt, other.test->finishedAt);
    }
    report.total = std::max(report.total, other.total);
}

/// Those of the modules a rehearsal needs that are loaded or built in.
QStringList loadedModules()
{
    QStringList loaded;
    for (const QString &module : {u"bonding"_s, u"veth"_s, u"bridge"_s, u"8021q"_s}) {
        if (QFileInfo::exists(u"/sys/module/"_s + module))
            loaded.append(module);
    }
    return loaded;
}

Report notPossible(const Request &request, const Error &error)
{
    Report report;
    report.error = error;
    report.bond = request.plan.name;
    report.mode = kernelName(request.plan.mode);
    report.switchKind = request.switchKind;
    return report;
}

} // namespace

struct Rehearsal::Run {
    Worker worker;
    std::optional<Report> report;
    bool hasEnded = false;
};

Rehearsal::Rehearsal(const BondPlan &plan, const HostFacts &host, std::optional<SwitchKind> switchKind, QObject *parent)
    : QObject(parent)
{
    Request request = requestFor(plan, host, switchKind.value_or(plannedSwitch(plan.mode)));
    for (const QStringList &pulls : pulledTogether(plan)) {
        request.pulls = pulls;
        m_requests.append(request);
    }
    request.observeOnly = true;
    request.pulls.clear();
    for (SwitchKind kind : switchKind ? QList<SwitchKind>() : wrongSwitches(plan.mode)) {
        request.switchKind = kind;
        m_requests.append(request);
    }
}

Rehearsal::~Rehearsal()
{
    for (const auto &run : m_runs)
        run->worker.disconnect(this);
}

QString Rehearsal::programPath()
{
    const QString name = u"bondwright-rehearsal"_s;
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {here, here + u"/../bin"_s, here + u"/../libexec"_s}) {
        if (QFileInfo(folder + u'/' + name).isExecutable())
            return folder + u'/' + name;
    }
    return QStringLiteral(BONDWRIGHT_LIBEXEC_DIR) + u'/' + name;
}

void Rehearsal::start(const QString &program)
{
    m_modules = loadedModules();
    m_expected = std::size_t(m_requests.size());
    const Start start = [program](Worker &worker, const Request &request) { worker.start(program, request); };
    for (const Request &request : std::as_const(m_requests))
        add(request, start);
}

void Rehearsal::startBy(helper::HelperClient &helper)
{
    m_modules = loadedModules();
    const Start start = [&helper](Worker &worker, const Request &request) { worker.start(helper, request); };
    add(m_requests.first(), start);
    // One question to the user, not one for each of them.
    connect(&m_runs.front()->worker, &Worker::allowed, this, [this, start] {
        m_expected = std::size_t(m_requests.size());
        for (qsizetype i = 1; i < m_requests.size(); ++i)
            add(m_requests.at(i), start);
    });
}

void Rehearsal::add(const Request &request, const Start &start)
{
    m_runs.push_back(std::make_unique<Run>());
    Run &run = *m_runs.back();
    connect(&run.worker, &Worker::lineRead, this, [this, &run](const QByteArray &line) { take(run, line); });
    connect(&run.worker, &Worker::ended, this, [this, &run](const Error &trouble) { onEnded(run, trouble); });
    start(run.worker, request);
}

void Rehearsal::take(Run &run, const QByteArray &line)
{
    if (const auto record = kernel::recording::recordFromLine(line);
        record && !std::holds_alternative<std::monostate>(record->content)) {
        if (&run == m_runs.front().get())
            Q_EMIT recorded(*record);
        return;
    }
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object[u"type"_s].toString() == u"report")
        run.report = reportFromJson(object);
}

void Rehearsal::onEnded(Run &run, const Error &trouble)
{
    run.hasEnded = true;
    if (!run.report && !trouble.message.isEmpty())
        run.report = notPossible(m_requests.first(), trouble);
    else if (!run.report)
        run.report = notPossible(m_requests.first(),
                                 {u"rehearsal.program"_s, tr("The rehearsal ended without a report."),
                                  tr("Its messages are in the journal or above.")});
    finishIfDone();
}

void Rehearsal::finishIfDone()
{
    const auto hasEnded = [](const std::unique_ptr<Run> &run) { return run->hasEnded; };
    if (m_isFinished || m_runs.size() < m_expected || !std::all_of(m_runs.cbegin(), m_runs.cend(), hasEnded))
        return;
    m_isFinished = true;
    Report report = *m_runs.front()->report;
    for (std::size_t i = 1; i < m_runs.size() && report.outcome == RehearsalOutcome::Passed; ++i) {
        const Report &other = *m_runs[i]->report;
        if (!m_requests.at(qsizetype(i)).observeOnly)
            addPulls(report, other);
        else if (other.seen)
            report.wrongSwitches.append(*other.seen);
    }
    for (const QString &module : loadedModules()) {
        if (!m_modules.contains(module))
            report.loadedModules.append(module);
    }
    for (const Finding &finding : check(m_requests.first().plan, {})) {
        if (finding.severity == Severity::Error)
            report.findings.append(finding);
    }
    if (!report.findings.isEmpty())
        report.outcome = RehearsalOutcome::Failed;
    Q_EMIT finished(report);
}

} // namespace bondwright::rehearsal
