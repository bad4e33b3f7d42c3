// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/changerunner.h"
#include "common/words.h"

#include <QTimer>
#include <QUuid>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Words::tr("Error");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Advice:
        return Words::tr("Advice");
    }
    return {};
}

WhileWaiting waitingFor(const ChangeArguments &arguments, bool isTerminal)
{
    if (arguments.options.confirmNow)
        return WhileWaiting::Wait;
    if (arguments.wait)
        return *arguments.wait ? WhileWaiting::Wait : WhileWaiting::Leave;
    return isTerminal ? WhileWaiting::Ask : WhileWaiting::Leave;
}

} // namespace

ChangeRunner::ChangeRunner(helper::HelperClient &client, Context &context, ChangeArguments arguments, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_arguments(std::move(arguments))
    , m_isTerminal(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
    , m_follower(client, context, waitingFor(m_arguments, m_isTerminal), this)
{
}

void ChangeRunner::refuse(const Error &error)
{
    reportError(m_context, error);
    m_context.err.flush();
    m_context.out.flush();
    endLoop(exitStatusOf(error));
}

void ChangeRunner::printDiff(const QList<helper::FileDiff> &files)
{
    for (const helper::FileDiff &file : files)
        m_context.out << file.unified;
    if (files.isEmpty())
        m_context.out << Words::tr("No file changes.") << '\n';
}

void ChangeRunner::onPreview(const Result<helper::Preview> &preview, Begin begin)
{
    if (!preview)
        return refuse(preview.error());
    for (const Finding &finding : preview->findings) {
        m_context.out << severityWord(finding.severity) << u" [%1] "_s.arg(finding.field) << finding.message << '\n';
        if (!finding.advice.isEmpty())
            m_context.out << "    " << finding.advice << '\n';
    }
    if (hasErrors(preview->findings))
        return refuse({u"plan.errors"_s, Words::tr("The plan has errors; nothing was changed."),
                       Words::tr("Mend what is named above and try again.")});
    printDiff(preview->files);
    for (const QString &line : preview->interruptions)
        m_context.out << line << '\n';
    if (m_arguments.options.digest.isEmpty())
        m_arguments.options.digest = preview->digest;
    goOn(begin);
}

void ChangeRunner::onDiff(const Result<QList<helper::FileDiff>> &files, Begin begin)
{
    if (!files)
        return refuse(files.error());
    printDiff(*files);
    goOn(begin);
}

void ChangeRunner::goOn(const Begin &begin)
{
    if (m_isTerminal && !m_arguments.assumeYes && !ask()) {
        m_context.out << Words::tr("Nothing was changed.") << '\n' << Qt::flush;
        endLoop(Failure);
        return;
    }
    m_context.out.flush();
    // Made here, so that a repeated call after a lost reply is the same change to the helper.
    const QString requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    begin(requestId, m_arguments.options, [this](const Result<helper::Ticket> &ticket) {
        if (!ticket)
            return refuse(ticket.error());
        m_follower.follow(*ticket);
    });
}

bool ChangeRunner::ask()
{
    m_context.out << (m_arguments.options.confirmNow
                          ? Words::tr("Apply this and keep it without asking again? Type “yes”: ")
                          : Words::tr("Apply this? It is taken back after %1 s unless you keep it. Type “yes”: ")
                                .arg(m_arguments.options.confirmWithin.count()))
                  << Qt::flush;
    // Before anything has begun there is nothing to serve meanwhile: a plain read will do.
    char buffer[256];
    const ssize_t length = read(STDIN_FILENO, buffer, sizeof buffer);
    const QString answer = QString::fromUtf8(buffer, std::max<ssize_t>(length, 0)).trimmed().toLower();
    return answer == u"yes" || answer == u"y" || answer == u"是";
}

} // namespace bondwright::cli
