// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/fusionstyle.h"

#include "common/actionicon.h"
#include "common/palette.h"

#include <QApplication>
#include <QStyleOptionButton>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int fusionDarkens = 150; // percent: from the window's colour to the outline's

} // namespace

FusionStyle::FusionStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void FusionStyle::install()
{
    if (QApplication::style()->name().compare(u"fusion"_s, Qt::CaseInsensitive) == 0)
        QApplication::setStyle(new FusionStyle);
}

void FusionStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if ((element != PE_IndicatorRadioButton && element != PE_IndicatorCheckBox) || !button || !isDark(option->palette))
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    // The outline is made of the window's colour, and nothing else in an indicator is.
    QStyleOptionButton lit(*button);
    lit.palette.setColor(QPalette::Window, mutedText(option->palette).lighter(fusionDarkens));
    QProxyStyle::drawPrimitive(element, &lit, painter, widget);
}

QIcon FusionStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    return icon == SP_ToolBarHorizontalExtensionButton ? actionIcon(ActionIcon::More)
                                                       : QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace bondwright::ui
