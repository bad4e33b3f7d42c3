// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

namespace bondwright::helper
{

/// Whether NetworkManager is there, and which release; follows it as it comes and goes.
class NetworkManagerWatch final : public QObject
{
    Q_OBJECT
public:
    explicit NetworkManagerWatch(const QDBusConnection &bus, QObject *parent = nullptr);

    bool isRunning() const { return m_isRunning; }
    QString version() const { return m_version; } ///< empty until it has answered

private:
    void setRunning(bool running);
    void readVersion();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    bool m_isRunning = false;
    QString m_version;
};

} // namespace bondwright::helper
