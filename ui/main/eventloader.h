// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/event.h"

#include <QObject>

#include <functional>

namespace bondwright::history
{
class EventStore;
}

namespace bondwright::ui
{

/// At once: more would take longer to read than the event loop may stand still.
inline constexpr int mostStoredEvents = 2'000;

/// Events from before the program started: the stored ones at once, the system journal's from a thread,
/// because reading it can take a second.
/// @param done called twice at most, each time with all that is known, oldest first; not after context is gone
void loadEarlierEvents(history::EventStore *store, QObject *context,
                       std::function<void(const QList<kernel::BondEvent> &)> done);

} // namespace bondwright::ui
