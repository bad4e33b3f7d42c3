// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/rowdelegate.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/stateicon.h"
#include "models/roles.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace bondwright::ui
{

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    // Room between a number and the words in the next column.
    if (option->displayAlignment & Qt::AlignRight)
        option->text += QChar(0x2002);
    if (const QVariant shape = index.data(models::ShapeRole); shape.isValid()) {
        option->icon = stateIcon(shape.value<StateShape>());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    }
    if (index.data(models::NumericRole).toBool()) {
        option->font = fixedFont(option->font);
        option->fontMetrics = QFontMetrics(option->font);
    }
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && index.isValid()) {
        QString text = index.data(Qt::ToolTipRole).toString();
        if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width())
            text = index.data(Qt::DisplayRole).toString();
        if (!text.isEmpty()) {
            QToolTip::showText(event->globalPos(), plainToolTip(text), view, option.rect);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace bondwright::ui
