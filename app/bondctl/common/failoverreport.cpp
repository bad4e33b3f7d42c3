// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/failoverreport.h"
#include "common/words.h"

#include "failovertest/testreport.h"
#include "i18n/language.h"
#include "posix/wholefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

namespace bondwright::cli
{

using namespace Qt::StringLiterals;

namespace
{

// Laying out the pages takes a second or two; a machine that is busy for other reasons gets time.
constexpr int pdfTimeoutMs = 120'000;

/// The window's program: the one installed with this one, else the one on the PATH. Empty: there is none.
QString windowProgram()
{
    const QString name = u"bondwright"_s;
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

/// Fonts and pages need a GUI library. The window's program has it, and bondctl stays small without.
Result<void> writePdf(const QString &path, const failover::TestResult &result)
{
    QProcess program;
    program.setStandardOutputFile(QProcess::nullDevice());
    program.start(windowProgram(),
                  {u"--lang"_s, i18n::currentLanguage(), u"--report-pdf"_s, QFileInfo(path).absoluteFilePath()});
    program.write(QJsonDocument(failover::toJson(result)).toJson(QJsonDocument::Compact));
    program.closeWriteChannel();
    if (!program.waitForFinished(pdfTimeoutMs)) {
        const QString why = program.errorString();
        program.kill();
        program.waitForFinished();
        return cannotBeWritten(path, u"report.write"_s, why);
    }
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
        return cannotBeWritten(path, u"report.write"_s,
                               QString::fromLocal8Bit(program.readAllStandardError()).simplified());
    return {};
}

} // namespace

Result<void> checkReport(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix();
    if (suffix != u"html" && suffix != u"json" && suffix != u"pdf")
        return fail(u"report.format"_s, Words::tr("--report writes .html, .pdf or .json."));
    if (suffix == u"pdf" && windowProgram().isEmpty())
        return fail(u"report.no-window"_s,
                    Words::tr("A PDF is made by the program bondwright, which is not installed here. --report "
                              "FILE.html needs nothing else and holds the same."));
    return {};
}

Result<void> writeReport(const QString &path, const failover::TestResult &result)
{
    const QString suffix = QFileInfo(path).suffix();
    if (suffix == u"pdf")
        return writePdf(path, result);
    const QByteArray content = suffix == u"json" ? QJsonDocument(failover::toJson(result)).toJson()
                                                 : failover::reportHtml(result, i18n::languageInUse()).toUtf8();
    return writeWhole(path, content, u"report.write"_s);
}

} // namespace bondwright::cli
