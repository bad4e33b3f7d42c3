// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/idleexit.h"

#include <QCoreApplication>

namespace bondwright::helper
{

IdleExit::IdleExit(std::chrono::seconds after, std::function<bool()> mayLeave, QObject *parent)
    : QObject(parent)
    , m_mayLeave(std::move(mayLeave))
{
    m_timer.setInterval(after);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_mayLeave())
            QCoreApplication::exit(0);
    });
    m_timer.start();
}

void IdleExit::putOff()
{
    m_timer.start();
}

void IdleExit::leaveBroken()
{
    QCoreApplication::exit(1);
}

} // namespace bondwright::helper
