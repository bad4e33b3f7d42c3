// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <chrono>

namespace bondwright
{

/// One window for each user and display: a second start hands its arguments to the first and ends.
/// A local socket in the user's runtime folder, readable by that user only.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(QObject *parent = nullptr);

    /// @return true: another one runs and has taken the arguments
    bool handOver(const QStringList &arguments);
    /// Listens for later starts.
    void listen();

    static QString socketName();

Q_SIGNALS:
    void startedAgain(const QStringList &arguments);

private:
    void takeConnection();

    QLocalServer m_server;
};

} // namespace bondwright
