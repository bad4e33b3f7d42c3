// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

#include <functional>

namespace bondwright::ui
{

using PaintIcon = std::function<void(QPainter *, const QRect &, QIcon::Mode)>;

/// An icon that is painted when it is shown: sharp at every size and pixel ratio, in the palette of that moment.
QIcon paintedIcon(PaintIcon paint);

} // namespace bondwright::ui
