// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/hostprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTimer>
#include <QUuid>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class HostProgram
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::helper::HostProgram)
};

static QString programPath(const QString &name)
{
    for (const QString &folder : {u"/usr/sbin/"_s, u"/sbin/"_s, u"/usr/bin/"_s, u"/bin/"_s}) {
        if (QFile::exists(folder + name))
            return folder + name;
    }
    return {};
}

bool hasSystemd()
{
    QFile name(u"/proc/1/comm"_s);
    return name.open(QIODevice::ReadOnly) && name.read(64).trimmed() == "systemd"
        && QFile::exists(u"/run/systemd/system"_s);
}

static QProcess *newProcess(QObject *context)
{
    auto *process = new QProcess(context);
    process->setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/sbin:/usr/bin:/sbin:/bin"_s);
    environment.insert(u"LANG"_s, u"C"_s);
    process->setProcessEnvironment(environment);
    return process;
}

static Result<void> failureOf(const QString &call, const QByteArray &words)
{
    constexpr qsizetype enough = 300;
    return fail(u"helper.failed"_s,
                HostProgram::tr("“%1” failed: %2").arg(call, QString::fromLocal8Bit(words.right(enough)).simplified()));
}

/// What a unit prints goes to the journal only: a pipe from it to this process would break with the process, and the
/// unit's scripts with the pipe. Answers with nothing where the journal cannot be read within 5 s.
static void wordsOfUnit(QObject *context, const QString &unit, const std::function<void(const QByteArray &)> &done)
{
    auto *process = newProcess(context);
    QObject::connect(process, &QProcess::errorOccurred, context, [process, done](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        process->deleteLater();
        done({});
    });
    QObject::connect(process, &QProcess::finished, context, [process, done](int code) {
        process->deleteLater();
        done(code == 0 ? process->readAll() : QByteArray());
    });
    process->start(
        u"/usr/bin/journalctl"_s,
        {u"--quiet"_s, u"--no-pager"_s, u"--output=cat"_s, u"--lines=20"_s, u"_SYSTEMD_UNIT=%1.service"_s.arg(unit)});
    QTimer::singleShot(5s, process, [process] { process->kill(); });
}

void runHostProgram(QObject *context, const QString &name, const QStringList &arguments,
                    const std::function<void(const Result<void> &)> &done)
{
    const QString program = programPath(name);
    if (program.isEmpty()) {
        QTimer::singleShot(
            0, context, [done, name] { done(fail(u"helper.failed"_s, HostProgram::tr("There is no %1.").arg(name))); });
        return;
    }
    auto *process = newProcess(context);
    QObject::connect(process, &QProcess::errorOccurred, context, [process, done, name](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        process->deleteLater();
        done(fail(u"helper.failed"_s, HostProgram::tr("%1 could not be started.").arg(name)));
    });
    const QString call = QStringList(QStringList(name) + arguments).join(u' ');
    const QString unit = hasSystemd()
        ? u"bondwright-%1-%2"_s.arg(name, QUuid::createUuid().toString(QUuid::Id128).left(8))
        : QString();
    QObject::connect(process, &QProcess::finished, context, [process, context, done, call, unit](int code) {
        process->deleteLater();
        if (code == 0)
            return done({});
        if (unit.isEmpty())
            return done(failureOf(call, process->readAll()));
        wordsOfUnit(context, unit, [done, call, unit](const QByteArray &words) {
            done(failureOf(call, words.isEmpty() ? "journalctl --unit " + unit.toUtf8() : words));
        });
    });
    if (unit.isEmpty())
        process->start(program, arguments);
    else
        process->start(u"/usr/bin/systemd-run"_s,
                       QStringList{u"--quiet"_s, u"--wait"_s, u"--collect"_s, u"--unit="_s + unit,
                                   u"--property=KillMode=none"_s, u"--"_s, program}
                           + arguments);
    QTimer::singleShot(90s, process, [process] { process->kill(); });
}

} // namespace bondwright::helper
