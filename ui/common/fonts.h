// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

#include <thread>

namespace bondwright::ui
{

/// Reads fontconfig's configuration while Qt opens the display: each takes about as long, and no text is measured before
/// both are done. To be called before there is an application and other threads, of which all share one heap from then on;
/// what is returned waits for the end.
/// @param language of the window at its start; text of it gets its own forms (Chinese ones, not Japanese) also where the
/// locale is another. The user's FC_LANG stands.
[[nodiscard]] std::jthread readFonts(const QString &language);

/// Gives up kerning in a Chinese window: ideographs have none, nor have the letters of their usual font, and the window is
/// there 5 % earlier and takes 1 MB less where HarfBuzz need not read the tables of a font of 65,000 of them. Scripts that
/// cannot do without are shaped as ever. To be called once there is an application.
void shapeSparingly(const QString &language);

/// What a Latin letter takes, in pixels: for widths that are thought of in characters. Qt's averageCharWidth() is that in
/// a Latin font; in a Chinese one it is the width of an ideograph, twice as much.
int characterWidth(const QFontMetrics &metrics);

} // namespace bondwright::ui
