// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/rowdelegate.h"
#include "models/iconnames.h"
#include "models/roles.h"

#include <QAbstractItemView>
#include <QFontDatabase>
#include <QHash>
#include <QHelpEvent>
#include <QToolTip>

namespace bondwright::ui
{

StateShape shapeOfIconName(const QString &name)
{
    namespace icons = models::icons;
    static const QHash<QString, StateShape> shapes{
        {icons::ok, StateShape::Ok},
        {icons::degraded, StateShape::Degraded},
        {icons::down, StateShape::Down},
        {icons::unknown, StateShape::Unknown},
        {icons::active, StateShape::Active},
        {icons::standby, StateShape::Standby},
        {icons::changing, StateShape::Changing},
        {icons::nicFree, StateShape::Free},
        {icons::nicInUse, StateShape::Used},
        {icons::nicNotUsable, StateShape::Unusable},
        {icons::error, StateShape::Down},
        {icons::warning, StateShape::Degraded},
        {icons::advice, StateShape::Info},
        {icons::info, StateShape::Info},
        {icons::fileNew, StateShape::Free},
        {icons::fileChanged, StateShape::Changing},
        {icons::fileDeleted, StateShape::Down},
    };
    return shapes.value(name, StateShape::Unknown);
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    // Room between a number and the words in the next column.
    if (option->displayAlignment & Qt::AlignRight)
        option->text += QChar(0x2002);
    const QString name = index.data(models::IconNameRole).toString();
    if (!name.isEmpty()) {
        option->icon = stateIcon(shapeOfIconName(name));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    }
    if (index.data(models::NumericRole).toBool()) {
        QFont digits = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        digits.setPointSizeF(option->font.pointSizeF());
        option->font = digits;
        option->fontMetrics = QFontMetrics(digits);
    }
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && index.isValid() && !index.data(Qt::ToolTipRole).isValid()) {
        const QString text = index.data(Qt::DisplayRole).toString();
        if (sizeHint(option, index).width() > option.rect.width() && !text.isEmpty()) {
            // Names come from outside: never read as rich text.
            QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace bondwright::ui
