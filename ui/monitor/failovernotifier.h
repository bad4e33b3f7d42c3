// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "diagnosis/diagnosis.h"
#include "kernel/event.h"
#include "monitor/notificationgate.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace bondwright::ui
{

/// Tells the desktop about failovers, lost and restored redundancy, whether or not a window is open: through
/// org.freedesktop.Notifications, and with an icon in the tray where there is one. Lives as long as the
/// program; the composition root owns it.
class FailoverNotifier : public QObject
{
    Q_OBJECT
public:
    explicit FailoverNotifier(const Services &services, QObject *parent = nullptr);
    ~FailoverNotifier() override;

    /// The user's choice in the preferences; default on.
    bool isEnabled() const;
    void setEnabled(bool enabled);
    /// Whether an icon in the tray keeps the program running after its last window is closed.
    bool isInTray() const { return m_tray != nullptr; }
    /// Says once, by the tray, that the program keeps running although its window is closed.
    void tellThatItGoesOn();

Q_SIGNALS:
    /// The user clicked on a notification or on the tray icon.
    void monitorRequested(const QString &bond);
    /// From the tray's menu.
    void windowRequested();
    void quitRequested();
    void trayChanged(bool isInTray);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);

private:
    void onEvent(const kernel::BondEvent &event);
    void tell(const NotificationGate::Message &message);
    void showTray();
    void makeTray();
    void fillMenu();
    /// Empty if there is no bond. @param health takes what is said of it
    QString worstBond(diagnosis::Diagnosis *health) const;

    Services m_services;
    NotificationGate m_gate;
    QTimer m_flush;
    QHash<QString, uint> m_ids; ///< the last notification of each bond, which the next one replaces
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace bondwright::ui
