// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace bondwright::ui
{

/// Fusion outlines check boxes and radio buttons in a shade darker than the window, which cannot be seen on a dark one.
/// Here the outline is as light as secondary text.
class IndicatorStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    IndicatorStyle();
    /// Takes the place of the application's Fusion; another style is left as it is.
    static void install();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

} // namespace bondwright::ui
