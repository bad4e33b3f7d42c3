// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/survey.h"

#include "watch/configuredplans.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>

#include <functional>

namespace bondwright::watch
{

namespace
{

constexpr int patienceMs = 3000;
constexpr qsizetype maxProfiles = 4096; ///< a host of guests has one or two for each VLAN
constexpr int profilesAtOnce = 32; ///< dbus-daemon holds at most 128 questions of a program

QDBusPendingCall callNm(const QString &path, const QString &interface, const QString &method)
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.NetworkManager"), path,
                                         QStringLiteral("org.freedesktop.NetworkManager.") + interface, method);
    call.setAutoStartService(false);
    return QDBusConnection::systemBus().asyncCall(call, patienceMs);
}

void whenAnswered(const QDBusPendingCall &call, QObject *context,
                  const std::function<void(const QDBusPendingCall &)> &done)
{
    if (call.isFinished()) { // there is no bus; a watcher would be silent for ever
        QTimer::singleShot(0, context, [call, done] { done(call); });
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done] {
        done(*watcher);
        watcher->deleteLater();
    });
}

} // namespace

Survey::Survey(QObject *parent)
    : QObject(parent)
{
    qDBusRegisterMetaType<NmSettings>();
    connect(&m_finder, &neighbours::NeighbourFinder::found, this, &Survey::finish);
}

void Survey::begin(const kernel::Snapshot &snapshot)
{
    if (m_waiting > 0)
        return;
    m_waiting = 4;
    m_hasNetworkd = false;
    m_isChangePending.reset();
    m_profiles.clear();
    m_hasProfiles = false;
    m_areProfilesWhole = true;
    QMap<int, QString> interfaces;
    for (const kernel::NicState &nic : snapshot.nics)
        interfaces.insert(nic.ifindex, nic.name);
    m_finder.find(interfaces);
    askProfiles();
    askNetworkd();
    askSystemd();
}

/// The helper has a watchdog for each change that is not confirmed: a unit, which everybody may see.
void Survey::askSystemd()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.systemd1"), QStringLiteral("/org/freedesktop/systemd1"),
        QStringLiteral("org.freedesktop.systemd1.Manager"), QStringLiteral("ListUnitsByPatterns"));
    call.setAutoStartService(false);
    call << QStringList{QStringLiteral("active"), QStringLiteral("activating")}
         << QStringList{QStringLiteral("bondwright-watchdog@*.service")};
    whenAnswered(QDBusConnection::systemBus().asyncCall(call, patienceMs), this,
                 [this](const QDBusPendingCall &answer) {
                     const QVariant units = answer.reply().arguments().value(0);
                     if (!answer.isError() && units.canConvert<QDBusArgument>()) {
                         const auto list = units.value<QDBusArgument>();
                         list.beginArray();
                         m_isChangePending = !list.atEnd();
                     }
                     finish();
                 });
}

void Survey::ask(QObject *context, const kernel::Snapshot &snapshot, std::function<void(const Surveyed &)> answer)
{
    connect(
        this, &Survey::done, context, [this, answer = std::move(answer)] { answer(m_surveyed); },
        Qt::SingleShotConnection);
    begin(snapshot);
}

diagnosis::HealthKeeper::AskSurvey Survey::asker()
{
    return [this](QObject *context, const kernel::Snapshot &snapshot, std::function<void(const Surveyed &)> answer) {
        ask(context, snapshot, std::move(answer));
    };
}

/// It has a name on the bus while it runs.
void Survey::askNetworkd()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
    call << QStringLiteral("org.freedesktop.network1");
    whenAnswered(QDBusConnection::systemBus().asyncCall(call, patienceMs), this,
                 [this](const QDBusPendingCall &answer) {
                     const QDBusPendingReply<bool> reply = answer;
                     m_hasNetworkd = !reply.isError() && reply.value();
                     finish();
                 });
}

void Survey::askProfiles()
{
    const auto list = callNm(QStringLiteral("/org/freedesktop/NetworkManager/Settings"), QStringLiteral("Settings"),
                             QStringLiteral("ListConnections"));
    whenAnswered(list, this, [this](const QDBusPendingCall &call) {
        const QDBusPendingReply<QList<QDBusObjectPath>> reply = call;
        m_paths = reply.isError() ? QList<QDBusObjectPath>() : reply.value();
        m_areProfilesWhole = m_paths.size() <= maxProfiles;
        if (!m_areProfilesWhole)
            m_paths.clear();
        m_profilesToCome = int(m_paths.size());
        if (m_paths.isEmpty())
            finish();
        for (int i = 0; i < profilesAtOnce; ++i)
            askNextProfile();
    });
}

void Survey::askNextProfile()
{
    if (m_paths.isEmpty())
        return;
    const auto one
        = callNm(m_paths.takeFirst().path(), QStringLiteral("Settings.Connection"), QStringLiteral("GetSettings"));
    whenAnswered(one, this, [this](const QDBusPendingCall &answer) {
        takeProfile(answer);
        askNextProfile();
        if (--m_profilesToCome == 0)
            finish();
    });
}

/// Of a host's many profiles those of bonds are kept.
void Survey::takeProfile(const QDBusPendingReply<NmSettings> &answer)
{
    if (!answer.isError()) {
        m_hasProfiles = true;
        if (isOfBond(answer.value()))
            m_profiles.append(answer.value());
        return;
    }
    // One that is gone by now or that another user keeps for himself is none of a bond; but one that did not come may be.
    const QDBusError::ErrorType type = answer.error().type();
    const bool isSilent = type == QDBusError::NoReply || type == QDBusError::Timeout || type == QDBusError::TimedOut;
    if (!isSilent && type != QDBusError::LimitsExceeded)
        return;
    m_areProfilesWhole = false;
    m_profilesToCome -= int(m_paths.size());
    m_paths.clear();
}

void Survey::finish()
{
    if (--m_waiting > 0)
        return;
    m_surveyed.plans = plansOfFiles(QStringLiteral("/"), {m_hasNetworkd, m_hasProfiles});
    if (m_areProfilesWhole) // else a slave would be told to be in no configuration
        m_surveyed.plans.insert(plansOf(m_profiles));
    m_surveyed.isChangePending = m_isChangePending;
    m_surveyed.ports = m_finder.ports();
    for (auto port = m_surveyed.ports.cbegin(); port != m_surveyed.ports.cend(); ++port) {
        if (!m_surveyed.formerPorts.contains(port.key()))
            m_surveyed.formerPorts.insert(port.key(), *port);
    }
    Q_EMIT done();
}

} // namespace bondwright::watch
