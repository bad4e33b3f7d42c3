// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bondwright::ui
{

class FailoverNotifier;
class MainWindow;

/// While there is an icon in the tray, the program watches on without a window; the icon and the notifications open the
/// windows again, or end the program. Without an icon the last window ends it. Both must live as long as the program.
void keepInTray(FailoverNotifier &notifier, MainWindow &window);

} // namespace bondwright::ui
