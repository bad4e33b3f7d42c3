// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QToolButton>

/// The few kinds of text that windows are made of. All are plain text: names come from outside.
namespace bondwright::ui
{

/// Running text: wraps, can be selected with mouse and keyboard where asked for.
QLabel *textLabel(QWidget *parent, const QString &text = {}, bool selectable = false);
/// Secondary text in a quieter colour that follows the palette.
QLabel *mutedLabel(QWidget *parent, const QString &text = {});
/// Heading of a group or page. @param factor of the normal size
QLabel *headingLabel(QWidget *parent, const QString &text = {}, double factor = 1.0);
/// To be called when @p widget was resized or asked for a layout: words that wrap get the height they need at the
/// width it has, so that in a low window something else gives way.
void keepWrappedHeight(QWidget *widget);
/// A thin horizontal line.
QWidget *separatorLine(QWidget *parent);
/// The desktop's fixed-width font in the size of the normal one.
QFont fixedFont(const QFont &like);

} // namespace bondwright::ui
