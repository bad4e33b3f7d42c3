// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QSocketNotifier;

namespace bondwright
{

/// One window for each user and display: a second start hands its arguments to the first and ends.
/// A socket in the user's runtime folder (unix(7), one packet for the arguments, one byte as the answer); both
/// sides look at the other's user. Not QLocalServer: Qt Network with all that it links is a tenth of the time
/// until the window is there.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~SingleInstance() override;

    /// @return true: another one runs and has taken the arguments
    bool handOver(const QStringList &arguments);
    /// Listens for later starts.
    void listen();

    static QString socketPath();

Q_SIGNALS:
    void startedAgain(const QStringList &arguments);

private:
    void takeConnection();
    void takeArguments(int connection);

    int m_listener = -1;
};

} // namespace bondwright
