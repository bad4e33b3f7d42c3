// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace bondwright::ui
{

/// For a page that may need more room than a small window has at a large font: it scrolls, looks like the window and not
/// like a list, and the keyboard reaches what is in it, not itself.
/// @param page null: it is put in later (QScrollArea::setWidget)
QScrollArea *scrollRoom(QWidget *parent, QWidget *page = nullptr);

} // namespace bondwright::ui
