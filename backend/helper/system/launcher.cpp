// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/launcher.h"

#include "helper/system/hostprogram.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QProcess>
#include <QTimer>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

Launcher::Launcher(const QDBusConnection &bus, const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_environment(environment)
{
}

Result<void> Launcher::launchDetached(const QStringList &arguments) const
{
    QProcess process;
    process.setProgram(m_environment.programPath);
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    if (!process.startDetached()) // in a session of its own
        return fail(u"helper.failed"_s, tr("The watchdog could not be started: %1").arg(process.errorString()));
    return {};
}

void Launcher::launch(const QString &unit, const QStringList &arguments, std::function<void(const Result<void> &)> done)
{
    if (!hasSystemd()) {
        // At once; only the answer comes later.
        QTimer::singleShot(0, this, [done = std::move(done), result = launchDetached(arguments)] { done(result); });
        return;
    }
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.systemd1"_s, u"/org/freedesktop/systemd1"_s,
                                                  u"org.freedesktop.systemd1.Manager"_s, u"StartUnit"_s);
    message << unit << u"replace"_s;
    constexpr int timeoutMs = 10'000;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, timeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, arguments, done = std::move(done)] {
        watcher->deleteLater();
        if (!watcher->isError())
            return done({});
        qWarning("systemd does not start the watchdog: %s", qPrintable(watcher->error().message()));
        done(launchDetached(arguments));
    });
}

} // namespace bondwright::helper
