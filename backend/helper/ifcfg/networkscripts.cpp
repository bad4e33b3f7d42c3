// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/ifcfg/networkscripts.h"

#include "helper/ifcfg/ifcfgactivator.h"
#include "helper/validate.h"

#include <QFile>
#include <QProcess>
#include <QTimer>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static QString programPath(const QString &name)
{
    for (const QString &folder : {u"/usr/sbin/"_s, u"/sbin/"_s}) {
        if (QFile::exists(folder + name))
            return folder + name;
    }
    return {};
}

void runNetworkScript(QObject *context, const QString &name, const QString &interface, Done done)
{
    const QString program = programPath(name);
    if (program.isEmpty() || !isSafeInterfaceName(interface)) {
        QTimer::singleShot(0, context, [done, name] {
            done(fail(u"helper.failed"_s, IfcfgActivator::tr("There is no %1.").arg(name)));
        });
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
        done(fail(u"helper.failed"_s, IfcfgActivator::tr("%1 could not be started.").arg(name)));
    });
    QObject::connect(process, &QProcess::finished, context, [process, done, name, interface](int code) {
        process->deleteLater();
        if (code == 0)
            return done({});
        constexpr qsizetype enough = 300;
        done(fail(u"helper.failed"_s,
                  IfcfgActivator::tr("“%1 %2” failed: %3")
                      .arg(name, interface, QString::fromLocal8Bit(process->readAll().right(enough)).simplified())));
    });
    if (QFile::exists(u"/run/systemd/system"_s)) {
        process->start(
            u"/usr/bin/systemd-run"_s,
            {u"--quiet"_s, u"--wait"_s, u"--collect"_s, u"--property=KillMode=none"_s, u"--"_s, program, interface});
    } else {
        process->start(program, {interface});
    }
    QTimer::singleShot(90s, process, [process] { process->kill(); });
}

} // namespace bondwright::helper
