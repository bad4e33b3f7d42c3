// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bondwright::kernel
{
class KernelSource;
}
namespace bondwright::helper
{
class HelperClient;
}
namespace bondwright::history
{
class EventStore;
}

namespace bondwright::ui
{

/// What the windows work on. Owned by the composition root, which outlives every window.
struct Services {
    kernel::KernelSource *source = nullptr; ///< state, events and counters; never null in a window
    helper::HelperClient *helper = nullptr; ///< never null; may be unreachable
    history::EventStore *events = nullptr; ///< null: events are not kept (no data folder, replay)
};

} // namespace bondwright::ui
