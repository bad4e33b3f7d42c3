// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace bondwright::helper
{

/// Ends the program when it has been idle for a while; the bus starts it again on demand.
class IdleExit final : public QObject
{
    Q_OBJECT
public:
    /// @param mayLeave asked at the end of the time; no leaves everything as it is for another round
    IdleExit(std::chrono::seconds after, std::function<bool()> mayLeave, QObject *parent = nullptr);

public Q_SLOTS:
    void putOff();
    void leaveBroken(); ///< at once, with exit status 1

private:
    QTimer m_timer;
    std::function<bool()> m_mayLeave;
};

} // namespace bondwright::helper
