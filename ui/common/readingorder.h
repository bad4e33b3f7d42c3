// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSplitter;

namespace bondwright::ui
{

/// A splitter puts each widget behind those before it, and screen readers then read the last one first: gives them the
/// order in which they are seen. To be called once all are in.
void readInOrder(QSplitter *splitter);

} // namespace bondwright::ui
