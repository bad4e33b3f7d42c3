// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/hostprogram.h"

#include "domain/errorcode.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTimer>
#include <QUuid>

#include <csignal>
#include <memory>

#include <unistd.h>

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

namespace
{

/// What is started, and how long it has run.
struct Run {
    QString call; ///< as a person would type it
    QString unit; ///< empty: a child of this process
    std::chrono::seconds limit;
    QElapsedTimer since;
};

constexpr auto unitPrefix = "bondwright-program-"_L1;
constexpr auto usualLimit = 90s;
constexpr auto patience = 5s; // between asking a program to end and ending it

} // namespace

static Result<void> failureOf(const Run &run, std::chrono::milliseconds took, const QByteArray &words)
{
    constexpr qsizetype enough = 300;
    const QString end = QString::fromLocal8Bit(words.right(enough)).simplified();
    if (took < run.limit)
        return fail(u"helper.failed"_s, HostProgram::tr("“%1” failed: %2").arg(run.call, end));
    return fail(errorcode::timeout,
                HostProgram::tr("“%1” did not end within %n seconds and was stopped: %2", nullptr, int(run.limit / 1s))
                    .arg(run.call, end));
}

static void answer(QObject *context, const Run &run, int code, const QByteArray &output, const ProgramDone &done)
{
    if (code == 0)
        return done({});
    const std::chrono::milliseconds took(run.since.elapsed());
    if (run.unit.isEmpty())
        return done(failureOf(run, took, output));
    wordsOfUnit(context, run.unit, [done, run, took](const QByteArray &words) {
        done(failureOf(run, took, words.isEmpty() ? "journalctl --unit " + run.unit.toUtf8() : words));
    });
}

/// timeout(1) passes the signal on to its process group.
static void stop(QProcess *process, const Run &run)
{
    if (run.unit.isEmpty())
        process->terminate();
    else
        QProcess::startDetached(u"/usr/bin/systemctl"_s, {u"--no-block"_s, u"stop"_s, run.unit + u".service"_s});
}

/// What its command line begins with, before the limit in seconds.
static QStringList watchOver()
{
    return {programPath(u"timeout"_s), u"-k"_s, QString::number(patience.count())};
}

void runHostProgram(QObject *context, const QString &name, const QStringList &arguments, const ProgramDone &done)
{
    runHostProgramWithin(usualLimit, context, name, arguments, done);
}

void runHostProgramWithin(std::chrono::seconds limit, QObject *context, const QString &name,
                          const QStringList &arguments, const ProgramDone &done)
{
    // timeout(1) is there whether or not we are, in a unit or not. It ends a process group: the program and what that waits
    // for. What has left the group, as a DHCP client does that has its lease, lives on.
    for (const QString &one : {name, u"timeout"_s}) {
        if (programPath(one).isEmpty()) {
            const Error error{u"helper.failed"_s, HostProgram::tr("There is no %1.").arg(one), {}};
            QTimer::singleShot(0, context, [done, error] { done(tl::unexpected(error)); });
            return;
        }
    }
    const QStringList command
        = watchOver() + QStringList{QString::number(limit.count()), programPath(name)} + arguments;
    Run run{QStringList(QStringList(name) + arguments).join(u' '), {}, limit, {}};
    if (hasSystemd())
        run.unit = unitPrefix + u"%1-%2"_s.arg(name, QUuid::createUuid().toString(QUuid::Id128).left(8));
    run.since.start();

    auto *process = newProcess(nullptr); // without a parent, which would kill it
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QObject::connect(process, &QProcess::errorOccurred, process, [process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            process->deleteLater();
    });
    QObject::connect(process, &QProcess::errorOccurred, context, [done, name](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            done(fail(u"helper.failed"_s, HostProgram::tr("%1 could not be started.").arg(name)));
    });
    QObject::connect(process, &QProcess::finished, context,
                     [=](int code) { answer(context, run, code, process->readAll(), done); });
    QObject::connect(context, &QObject::destroyed, process, [process, run] { stop(process, run); });
    if (run.unit.isEmpty())
        process->start(command.first(), command.mid(1));
    else
        process->start(u"/usr/bin/systemd-run"_s,
                       QStringList{u"--quiet"_s, u"--wait"_s, u"--collect"_s, u"--unit="_s + run.unit,
                                   u"--property=KillMode=process"_s, u"--"_s}
                           + command);
    // systemd-run, which waits for it, may hang itself.
    QTimer::singleShot(limit + 2 * patience, process, [process] { process->kill(); });
}

/// Children of ours, and those whose parent has gone, with the usual limit; those of another process that lives are not taken
/// for them.
static QList<pid_t> leftPrograms()
{
    const QStringList begin = watchOver() + QStringList{QString::number(usualLimit.count())};
    const QByteArray wanted = begin.join(QChar(u'\0')).toLocal8Bit() + '\0';
    QList<pid_t> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const pid_t pid = name.toInt(&isNumber);
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(name));
        QFile stat(u"/proc/%1/stat"_s.arg(name));
        if (!isNumber || !commandLine.open(QIODevice::ReadOnly) || commandLine.read(wanted.size()) != wanted
            || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray state = stat.readAll(); // proc(5): "PID (NAME) STATE PARENT …"
        const QByteArrayList words = state.mid(state.lastIndexOf(')') + 1).simplified().split(' ');
        const int parent = words.size() > 1 ? words.at(1).toInt() : 0;
        if (words.first() != "Z" && (parent == 1 || parent == ::getpid()))
            found.append(pid);
    }
    return found;
}

std::function<bool()> endLeftPrograms()
{
    if (hasSystemd()) { // which ends when they have
        const auto stopping = std::make_shared<QProcess>();
        stopping->start(u"/usr/bin/systemctl"_s, {u"stop"_s, unitPrefix + u"*"_s});
        return [stopping] { return stopping->state() == QProcess::NotRunning || stopping->waitForFinished(0); };
    }
    for (const pid_t program : leftPrograms())
        ::kill(program, SIGTERM);
    return [] { return leftPrograms().isEmpty(); };
}

} // namespace bondwright::helper
