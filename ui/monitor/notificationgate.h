// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/event.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace bondwright::ui
{

/// Chooses the events to notify of, and limits their number. Pure: time is handed in.
///
/// One notification of a bond every `quiet` at most; events in between are counted and told with the next, or by
/// flush() when the quiet time is over. A flapping cable so gives one notification in ten seconds, not
/// hundreds. Only what is worse than what was told does not wait: the last cable is pulled soon after the first.
class NotificationGate
{
public:
    struct Message {
        QString bond;
        kernel::BondEvent event; ///< the latest of those told together
        int others = 0; ///< events before it that were held back
    };
    static constexpr std::chrono::seconds quiet{10};

    static bool isWorthTelling(kernel::EventKind kind);
    std::optional<Message> offer(const kernel::BondEvent &event, qint64 nowNs);
    /// What has been held back long enough.
    QList<Message> flush(qint64 nowNs);
    bool hasHeldBack() const;

private:
    struct State {
        qint64 toldNs = 0;
        kernel::EventSeverity told = kernel::EventSeverity::Info;
        int held = 0;
        kernel::BondEvent latest;
    };
    QHash<QString, State> m_bonds;
};

} // namespace bondwright::ui
