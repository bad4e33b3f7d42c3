// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/transaction/activator.h"

#include <QDBusConnection>

namespace bondwright::helper
{

/// Starts this program once more, as a process that outlives the helper: a unit of its own where systemd
/// runs (a child would be killed with the helper's unit and be caught in its sandbox), else a detached
/// process in a session of its own.
class Launcher final : public QObject
{
    Q_OBJECT
public:
    Launcher(const QDBusConnection &bus, const Environment &environment, QObject *parent = nullptr);

    /// @param unit name of the unit, without suffix; @param arguments for the program
    void launch(const QString &unit, const QString &description, const QStringList &arguments, Done done);
    Result<void> launchDetached(const QStringList &arguments) const;

private:
    QDBusConnection m_bus;
    Environment m_environment;
};

} // namespace bondwright::helper
