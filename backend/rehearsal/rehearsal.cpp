// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/rehearsal.h"

#include "formats/planmac.h"
#include "i18n/language.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::rehearsal
{

namespace
{

constexpr auto longestRun = 120s;
constexpr qsizetype maxLine = 4 * 1024 * 1024;

/// Beside this program in the build folder, else where it is installed.
QString programPath()
{
    const QString name = u"bondwright-rehearsal"_s;
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder : {here, here + u"/../bin"_s, here + u"/../libexec"_s}) {
        if (QFileInfo(folder + u'/' + name).isExecutable())
            return folder + u'/' + name;
    }
    return QStringLiteral(BONDWRIGHT_LIBEXEC_DIR) + u'/' + name;
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

struct Rehearsal::Worker {
    QProcess process;
    QTimer deadline;
    QByteArray buffer;
    std::optional<Report> report;
    bool hasEnded = false;
};

Request requestFor(const BondPlan &plan, const HostFacts &host, SwitchKind kind)
{
    Request request{formats::withResolvedMac(plan, host), {}, kind, false, i18n::currentLanguage()};
    QStringList used;
    for (const SlavePlan &slave : plan.slaves) {
        const NicFacts *nic = host.nic(slave.name);
        const QString mac = !nic ? QString() : nic->permanentMac.isEmpty() ? nic->currentMac : nic->permanentMac;
        // The slaves of a running bond have all its address.
        if (mac.isEmpty() || used.contains(mac))
            continue;
        used.append(mac);
        request.nics.append({slave.name, mac});
    }
    return request;
}

Rehearsal::Rehearsal(const BondPlan &plan, const HostFacts &host, std::optional<SwitchKind> switchKind, QObject *parent)
    : QObject(parent)
    , m_request(requestFor(plan, host, switchKind.value_or(plannedSwitch(plan.mode))))
{
    if (!switchKind)
        m_others = wrongSwitches(plan.mode);
}

Rehearsal::~Rehearsal()
{
    for (const auto &worker : m_workers) {
        worker->process.disconnect(this);
        worker->process.kill();
        worker->process.waitForFinished(1000);
    }
}

void Rehearsal::start()
{
    m_modules = loadedModules();
    startWorker(m_request.switchKind, false);
    for (SwitchKind kind : std::as_const(m_others))
        startWorker(kind, true);
}

void Rehearsal::startWorker(SwitchKind kind, bool observeOnly)
{
    Request request = m_request;
    request.switchKind = kind;
    request.observeOnly = observeOnly;
    m_workers.push_back(std::make_unique<Worker>());
    Worker &worker = *m_workers.back();
    worker.process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&worker.process, &QProcess::readyReadStandardOutput, this, [this, &worker] { read(worker); });
    connect(&worker.process, &QProcess::finished, this, [this, &worker] { onEnded(worker); });
    connect(&worker.process, &QProcess::errorOccurred, this, [this, &worker](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onEnded(worker);
    });
    worker.deadline.setSingleShot(true);
    connect(&worker.deadline, &QTimer::timeout, &worker.process, &QProcess::kill);
    worker.deadline.start(longestRun);
    worker.process.start(programPath(), QStringList());
    worker.process.write(toJson(request));
}

void Rehearsal::read(Worker &worker)
{
    worker.buffer += worker.process.readAllStandardOutput();
    for (qsizetype end = worker.buffer.indexOf('\n'); end >= 0; end = worker.buffer.indexOf('\n')) {
        take(worker, worker.buffer.left(end));
        worker.buffer.remove(0, end + 1);
    }
    if (worker.buffer.size() > maxLine)
        worker.process.kill();
}

void Rehearsal::take(Worker &worker, const QByteArray &line)
{
    if (const auto record = kernel::recording::recordFromLine(line);
        record && !std::holds_alternative<std::monostate>(record->content)) {
        if (&worker == m_workers.front().get())
            Q_EMIT recorded(*record);
        return;
    }
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object[u"type"_s].toString() == u"report")
        worker.report = reportFromJson(object);
}

void Rehearsal::onEnded(Worker &worker)
{
    if (worker.hasEnded)
        return;
    read(worker);
    worker.hasEnded = true;
    if (!worker.report) {
        const bool isMissing = worker.process.error() == QProcess::FailedToStart;
        worker.report = notPossible(
            m_request,
            {u"rehearsal.program"_s,
             isMissing ? tr("The program %1 could not be started: %2").arg(programPath(), worker.process.errorString())
                       : tr("The program %1 ended without a report.").arg(programPath()),
             tr("Install Bondwright anew.")});
    }
    finishIfDone();
}

void Rehearsal::finishIfDone()
{
    const auto hasEnded = [](const std::unique_ptr<Worker> &worker) { return worker->hasEnded; };
    if (m_isFinished || !std::all_of(m_workers.cbegin(), m_workers.cend(), hasEnded))
        return;
    m_isFinished = true;
    Report report = *m_workers.front()->report;
    for (std::size_t i = 1; i < m_workers.size() && report.outcome == Outcome::Passed; ++i) {
        if (m_workers[i]->report->seen)
            report.wrongSwitches.append(*m_workers[i]->report->seen);
    }
    for (const QString &module : loadedModules()) {
        if (!m_modules.contains(module))
            report.loadedModules.append(module);
    }
    for (const Finding &finding : check(m_request.plan, {})) {
        if (finding.severity == Severity::Error)
            report.findings.append(finding);
    }
    if (!report.findings.isEmpty())
        report.outcome = Outcome::Failed;
    Q_EMIT finished(report);
}

} // namespace bondwright::rehearsal
