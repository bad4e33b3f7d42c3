// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/changerunner.h"
#include "common/helperjson.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/words.h"

#include <QEventLoop>
#include <QSocketNotifier>
#include <QUuid>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

WhileWaiting waitingFor(const ChangeRequest &request, bool isTerminal, const HostAccess &host)
{
    if (request.options.confirmNow)
        return host.isOther() ? WhileWaiting::Confirm : WhileWaiting::Wait;
    if (request.wait)
        return *request.wait ? WhileWaiting::Wait : WhileWaiting::Leave;
    return isTerminal ? WhileWaiting::Ask : WhileWaiting::Leave;
}

/// Another host must receive something meanwhile, or it ends the session.
void waitForInput()
{
    QEventLoop loop;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A question is asked where it can be seen and answered; with --json standard output is not for people.
bool canAsk(const ChangeRequest &request)
{
    return isatty(STDIN_FILENO) && isatty(request.isJson ? STDERR_FILENO : STDOUT_FILENO);
}

} // namespace

int applyPlan(Context &context, const BondPlan &plan, const ChangeRequest &request)
{
    helper::HelperClient &client = context.host.helper();
    ChangeRunner runner(client, context, request);
    runner.applyPlan(plan);
    return QCoreApplication::exec();
}

ChangeRunner::ChangeRunner(helper::HelperClient &client, Context &context, const ChangeRequest &request,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_context(context)
    , m_talk(request.isJson ? context.err : context.out)
    , m_request(request)
    , m_isTerminal(canAsk(request))
    , m_keepsAtOnce(request.options.confirmNow)
    , m_follower(client, context, waitingFor(request, m_isTerminal, context.host), request.isJson,
                 request.options.confirmWithin, this)
{
    // Kept means reachable: another host's change is confirmed from here, over a new connection.
    if (context.host.isOther())
        m_request.options.confirmNow = false;
}

void ChangeRunner::applyPlan(const BondPlan &plan)
{
    m_client.preview(plan, m_request.options.backend, this, [this, plan](const Result<helper::Preview> &preview) {
        onPreview(preview, [this, plan](const QString &id, const helper::ApplyOptions &options, auto done) {
            m_client.apply(id, plan, options, this, done);
        });
    });
}

void ChangeRunner::refuse(const Error &error)
{
    const int status = reportError(m_context, error);
    m_context.err.flush();
    m_context.out.flush();
    endLoop(status);
}

void ChangeRunner::printFindings(const QList<Finding> &findings)
{
    for (const Finding &finding : findings) {
        m_talk << severityLabel(finding.severity) << u" [%1] "_s.arg(finding.field) << finding.message << '\n';
        if (!finding.advice.isEmpty())
            m_talk << "    " << m_context.host.withHost(finding.advice) << '\n';
    }
}

void ChangeRunner::printDiff(const QList<helper::FileDiff> &files)
{
    for (const helper::FileDiff &file : files)
        m_talk << file.unified;
    if (files.isEmpty())
        m_talk << Words::tr("No file changes.") << '\n';
}

void ChangeRunner::onPreview(const Result<helper::Preview> &preview, Begin begin)
{
    if (!preview)
        return refuse(preview.error());
    printFindings(preview->findings);
    if (hasErrors(preview->findings)) {
        if (m_request.isDryRun && m_request.isJson)
            printJson(m_context, previewToJson(*preview));
        return refuse({u"plan.errors"_s, Words::tr("The plan has errors; nothing was changed."),
                       Words::tr("Fix the errors named above and try again.")});
    }
    printDiff(preview->files);
    for (const QString &line : preview->interruptions)
        m_talk << line << '\n';
    if (m_request.options.digest.isEmpty())
        m_request.options.digest = preview->digest;
    goOn(begin, previewToJson(*preview));
}

void ChangeRunner::onDiff(const Result<QList<helper::FileDiff>> &files, Begin begin)
{
    if (!files)
        return refuse(files.error());
    printDiff(*files);
    helper::Preview preview;
    preview.files = *files;
    goOn(begin, previewToJson(preview));
}

void ChangeRunner::goOn(const Begin &begin, const QJsonObject &preview)
{
    if (m_request.isDryRun) {
        if (m_request.isJson)
            printJson(m_context, preview);
        m_context.out.flush();
        return endLoop(Success);
    }
    if (m_isTerminal && !m_request.assumeYes && !ask()) {
        m_talk << Words::tr("Nothing was changed.") << '\n' << Qt::flush;
        return endLoop(Failure);
    }
    m_talk.flush();
    // Made here, so that a repeated call after a lost reply is the same change to the helper.
    const QString requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    begin(requestId, m_request.options, [this](const Result<helper::Ticket> &ticket) {
        if (!ticket)
            return refuse(ticket.error());
        m_follower.follow(*ticket);
    });
}

bool ChangeRunner::ask()
{
    m_talk << (m_keepsAtOnce ? Words::tr("Apply this and keep it without asking again? Type “yes”: ")
                             : Words::tr("Apply this? It reverts after %1 s unless you keep it. Type “yes”: ")
                                   .arg(m_request.options.confirmWithin.count()))
           << Qt::flush;
    waitForInput();
    char buffer[256];
    const ssize_t length = read(STDIN_FILENO, buffer, sizeof buffer);
    return yesOrNo(QByteArrayView(buffer, std::max<ssize_t>(length, 0))).value_or(false);
}

} // namespace bondwright::cli
