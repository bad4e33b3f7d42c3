// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/bondingmessage.h"

#include <QHash>
#include <QList>

namespace bondwright::history
{

/// Turns the bonding driver's log lines, oldest first, into events. Remembers which slave was active, so that
/// a failover says where the traffic came from. Pure.
class BondingLog
{
public:
    /// Names remembered at once; a log that names more is not believed.
    static constexpr qsizetype maxBonds = 1024;

    /// Whether a kernel says so first of all: no bond of before is there any more.
    static bool isStart(QStringView message) { return message.startsWith(u"Linux version "); }

    /// @param when rising; @return the event the line stands for, with ifindexes and monotonicNs 0
    std::optional<kernel::BondEvent> add(const QDateTime &when, const QString &message);

private:
    struct Bond {
        QString active;
        QString lastDown;
        QDateTime lastDownAt;
    };
    bool describe(kernel::BondEvent &event, const BondingMessage &message, Bond &bond);
    bool describeNewActive(kernel::BondEvent &event, const BondingMessage &message, Bond &bond);

    QHash<QString, Bond> m_bonds;
};

} // namespace bondwright::history
