// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/hostprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTimer>

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

void runHostProgram(QObject *context, const QString &name, const QStringList &arguments,
                    const std::function<void(const Result<void> &)> &done)
{
    const QString program = programPath(name);
    if (program.isEmpty()) {
        QTimer::singleShot(
            0, context, [done, name] { done(fail(u"helper.failed"_s, HostProgram::tr("There is no %1.").arg(name))); });
        return;
    }
    auto *process = new QProcess(context);
    process->setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/sbin:/usr/bin:/sbin:/bin"_s);
    environment.insert(u"LANG"_s, u"C"_s);
    process->setProcessEnvironment(environment);
    QObject::connect(process, &QProcess::errorOccurred, context, [process, done, name](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        process->deleteLater();
        done(fail(u"helper.failed"_s, HostProgram::tr("%1 could not be started.").arg(name)));
    });
    const QString call = QStringList(QStringList(name) + arguments).join(u' ');
    QObject::connect(process, &QProcess::finished, context, [process, done, call](int code) {
        process->deleteLater();
        if (code == 0)
            return done({});
        constexpr qsizetype enough = 300;
        done(fail(u"helper.failed"_s,
                  HostProgram::tr("“%1” failed: %2")
                      .arg(call, QString::fromLocal8Bit(process->readAll().right(enough)).simplified())));
    });
    if (hasSystemd()) {
        const QStringList unit{u"--quiet"_s, u"--wait"_s, u"--collect"_s, u"--property=KillMode=none"_s,
                               u"--"_s,      program};
        process->start(u"/usr/bin/systemd-run"_s, unit + arguments);
    } else {
        process->start(program, arguments);
    }
    QTimer::singleShot(90s, process, [process] { process->kill(); });
}

} // namespace bondwright::helper
