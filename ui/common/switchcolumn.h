// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTreeView;

namespace bondwright::diagnosis
{
class HealthKeeper;
}

namespace bondwright::ui
{

/// Shows a column of switch ports while one is known: most hosts receive no LLDP.
/// @param keeper outlives the view
void showWhileKnown(QTreeView *view, int column, diagnosis::HealthKeeper *keeper);

} // namespace bondwright::ui
