// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "helper/environment.h"

#include <QDBusConnection>
#include <QStringList>

#include <functional>

namespace bondwright::helper
{

/// Starts this program once more, as a process that outlives the helper: an installed unit of its own where
/// systemd runs, else (or where the unit is not installed) a detached process in a session of its own.
class Launcher final : public QObject
{
    Q_OBJECT
public:
    Launcher(const QDBusConnection &bus, const Environment &environment, QObject *parent = nullptr);

    /// @param unit whose program has these arguments; @param arguments where the unit cannot be started
    void launch(const QString &unit, const QStringList &arguments, std::function<void(const Result<void> &)> done);
    Result<void> launchDetached(const QStringList &arguments) const;

private:
    QDBusConnection m_bus;
    Environment m_environment;
};

} // namespace bondwright::helper
