// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "i18n/language.h"
#include "kernel/recording/recordstream.h"
#include "rehearsal/bondingdriver.h"
#include "rehearsal/rehearsalrun.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

// bondwright-rehearsal: reads one request (rehearsal/request.h) from standard input, rehearses it in namespaces of its
// own, and writes what happens to standard output: lines of a recording (kernel/recording/record.h) and last the
// report, {"type":"report",…}. Ends, and with it everything it made, when standard input is closed or the parent dies.

using namespace Qt::StringLiterals;
using namespace bondwright;

namespace
{

QByteArray readLine()
{
    QByteArray line;
    char next = 0;
    while (line.size() < rehearsal::maxRequestBytes && ::read(STDIN_FILENO, &next, 1) == 1 && next != '\n')
        line += next;
    return line;
}

/// A pipe: there is always a reader, or SIGPIPE ends us.
void writeLine(const QByteArray &line)
{
    for (qsizetype at = 0; at < line.size();) {
        const ssize_t written = ::write(STDOUT_FILENO, line.constData() + at, std::size_t(line.size() - at));
        if (written <= 0)
            ::_exit(1);
        at += written;
    }
}

void writeReport(const rehearsal::Report &report)
{
    QJsonObject object = rehearsal::toJson(report);
    object.insert(u"type"_s, u"report"_s);
    writeLine(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

int giveUp(const rehearsal::Request &request, const Error &error)
{
    rehearsal::Report report;
    report.error = error;
    report.bond = request.plan.name;
    report.mode = kernelName(request.plan.mode);
    report.switchKind = request.switchKind;
    writeReport(report);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto request = rehearsal::requestFromJson(readLine());
    // Neither of these starts a thread: the namespaces must be entered before the first one.
    QCoreApplication application(argc, argv);
    i18n::installLanguage(request ? request->language : QString());
    const auto driver = rehearsal::checkBondingDriver();
    auto sandbox = request && driver
        ? rehearsal::Sandbox::enter()
        : Result<rehearsal::Sandbox>(tl::unexpected(request ? driver.error() : request.error()));
    if (!sandbox)
        return giveUp(request.value_or(rehearsal::Request()), sandbox.error());

    QSocketNotifier parent(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&parent, &QSocketNotifier::activated, &parent, [] { ::_exit(1); });
    rehearsal::RehearsalRun run(*request, std::move(*sandbox));
    kernel::RecordStream stream(&run.source(), writeLine);
    QObject::connect(&run, &rehearsal::RehearsalRun::finished, &run, [](const rehearsal::Report &report) {
        writeReport(report);
        // Everything that was made goes with the process.
        ::_exit(report.outcome == RehearsalOutcome::Passed ? 0 : 1);
    });
    run.start();
    return QCoreApplication::exec();
}
