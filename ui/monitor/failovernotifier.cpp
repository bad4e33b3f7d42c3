// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/failovernotifier.h"

#include "common/retranslate.h"
#include "common/settings.h"
#include "common/stateicon.h"
#include "diagnosis/healthkeeper.h"
#include "domain/sentences.h"
#include "kernel/kernelsource.h"
#include "models/hostwatch.h"
#include "models/languagewatcher.h"
#include "posix/clock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMenu>
#include <QSettings>
#include <QSystemTrayIcon>

#include <utility>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr char service[] = "org.freedesktop.Notifications";
constexpr char path[] = "/org/freedesktop/Notifications";

} // namespace

FailoverNotifier::FailoverNotifier(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_flush.setInterval(1s);
    connect(&m_flush, &QTimer::timeout, this, [this] {
        for (const NotificationGate::Message &message : m_gate.flush(monotonicNow()))
            tell(message);
        if (!m_gate.hasHeldBack())
            m_flush.stop();
    });
    connect(services.source, &kernel::KernelSource::eventOccurred, this, &FailoverNotifier::onEvent);
    connect(services.source, &kernel::KernelSource::snapshotChanged, this, &FailoverNotifier::showTray);
    connect(diagnosis::HealthKeeper::of(services.source), &diagnosis::HealthKeeper::changed, this,
            &FailoverNotifier::showTray);
    connect(models::LanguageWatcher::instance(), &models::LanguageWatcher::languageChanged, this,
            &FailoverNotifier::showTray);
    QDBusConnection::sessionBus().connect(QLatin1String(service), QLatin1String(path), QLatin1String(service),
                                          u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    showTray();
}

FailoverNotifier::~FailoverNotifier() = default;

bool FailoverNotifier::isEnabled() const
{
    return settings::notificationsOn();
}

void FailoverNotifier::setEnabled(bool enabled)
{
    settings::setNotificationsOn(enabled);
    showTray();
}

void FailoverNotifier::tellThatItGoesOn()
{
    const QString key = u"trayExplained"_s;
    if (!m_tray || QSettings().value(key).toBool())
        return;
    QSettings().setValue(key, true);
    m_tray->showMessage(
        u"Bondwright"_s,
        //: @info:status shown once, when the last window is closed
        tr("Bondwright goes on monitoring the bonds. Its icon in the tray opens it again, or ends it."));
}

void FailoverNotifier::onEvent(const kernel::BondEvent &event)
{
    if (!isEnabled())
        return;
    if (const auto message = m_gate.offer(event, monotonicNow()))
        tell(*message);
    if (m_gate.hasHeldBack() && !m_flush.isActive())
        m_flush.start();
}

void FailoverNotifier::tell(const NotificationGate::Message &message)
{
    QString text = kernel::eventText(message.event);
    if (message.others > 0)
        //: @info:status appended to the text of a notification
        text = joinSentences({text, tr("(and %1 before)").arg(message.others)});
    const bool isUrgent = kernel::eventSeverity(message.event) == kernel::EventSeverity::Critical;
    QDBusMessage call = QDBusMessage::createMethodCall(QLatin1String(service), QLatin1String(path),
                                                       QLatin1String(service), u"Notify"_s);
    // The body may be read as markup by the server; names come from outside.
    call.setArguments({u"Bondwright"_s, m_ids.value(message.bond), u"network-wired"_s, message.bond,
                       text.toHtmlEscaped(),
                       //: @action:button of a notification
                       QStringList{u"default"_s, tr("Show")},
                       QVariantMap{{u"urgency"_s, QVariant::fromValue(uchar(isUrgent ? 2 : 1))},
                                   {u"category"_s, u"network"_s},
                                   {u"desktop-entry"_s, u"org.bondwright.Bondwright"_s}},
                       -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, bond = message.bond, text] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            m_ids.insert(bond, reply.value());
        else if (m_tray)
            m_tray->showMessage(bond, text); // no notification service: the tray's own way
    });
}

void FailoverNotifier::onActionInvoked(uint id, const QString &action)
{
    if (action != u"default")
        return;
    const QString bond = m_ids.key(id);
    if (!bond.isEmpty())
        Q_EMIT monitorRequested(bond);
}

QString FailoverNotifier::worstBond(diagnosis::Diagnosis *health) const
{
    QString worst;
    for (const kernel::BondState &bond : m_services.source->snapshot().bonds) {
        const diagnosis::Diagnosis own = diagnosis::HealthKeeper::of(m_services.source)->judge(bond);
        if (worst.isEmpty() || models::badness(own.verdict) > models::badness(health->verdict)) {
            worst = bond.name;
            *health = own;
        }
    }
    return worst;
}

void FailoverNotifier::showTray()
{
    diagnosis::Diagnosis health;
    const QString worst = worstBond(&health);
    // A bond that is set up anew is gone for a moment: its icon stays, or a window that was closed would come back.
    const bool isWanted = isEnabled() && (m_tray || !worst.isEmpty()) && QSystemTrayIcon::isSystemTrayAvailable();
    if (!isWanted) {
        if (m_tray) {
            // The last window may be closed: then this is the only way to the program.
            delete std::exchange(m_tray, nullptr);
            Q_EMIT trayChanged(false);
        }
        return;
    }
    const bool isNew = !m_tray;
    if (isNew)
        makeTray();
    m_tray->setIcon(stateIcon(worst.isEmpty() ? StateShape::Unknown : shapeOf(health.verdict)));
    //: @info:tooltip of the icon in the tray
    m_tray->setToolTip(worst.isEmpty() ? tr("No bond now") : plainToolTip(worst + u": "_s + health.word));
    if (isNew) {
        m_tray->show();
        Q_EMIT trayChanged(true);
    }
}

void FailoverNotifier::makeTray()
{
    m_tray = new QSystemTrayIcon(this);
    m_menu = std::make_unique<QMenu>();
    m_tray->setContextMenu(m_menu.get());
    connect(m_menu.get(), &QMenu::aboutToShow, this, &FailoverNotifier::fillMenu);
    connect(m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Trigger)
            return;
        diagnosis::Diagnosis health;
        if (const QString worst = worstBond(&health); worst.isEmpty())
            Q_EMIT windowRequested();
        else
            Q_EMIT monitorRequested(worst);
    });
}

void FailoverNotifier::fillMenu()
{
    m_menu->clear();
    for (const kernel::BondState &bond : m_services.source->snapshot().bonds) {
        //: @action:inmenu %1 is a bond's name
        connect(m_menu->addAction(tr("Monitor %1").arg(bond.name)), &QAction::triggered, this,
                [this, name = bond.name] { Q_EMIT monitorRequested(name); });
    }
    m_menu->addSeparator();
    //: @option:check
    QAction *enabled = m_menu->addAction(tr("Notifications"));
    enabled->setCheckable(true);
    enabled->setChecked(isEnabled());
    // The menu must not be deleted while it handles a click.
    connect(enabled, &QAction::toggled, this, &FailoverNotifier::setEnabled, Qt::QueuedConnection);
    m_menu->addSeparator();
    //: @action:inmenu
    connect(m_menu->addAction(tr("Open Bondwright")), &QAction::triggered, this, &FailoverNotifier::windowRequested);
    //: @action:inmenu ends the program
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &FailoverNotifier::quitRequested);
}

} // namespace bondwright::ui
