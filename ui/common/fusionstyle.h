// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace bondwright::ui
{

/// Fusion, but for two things. It outlines check boxes and radio buttons in a shade darker than the window, which cannot
/// be seen on a dark one: here the outline is as light as secondary text. And it reads the sign of a bar that is too
/// narrow from picture files, for which Qt loads the readers of every kind of picture.
class FusionStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    FusionStyle();
    /// Takes the place of the application's Fusion; another style is left as it is.
    static void install();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
};

} // namespace bondwright::ui
