// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/stateicon.h"

#include <QStyledItemDelegate>

namespace bondwright::ui
{

/// The shape for one of the icon names of models/iconnames.h; Unknown for a name not known.
StateShape shapeOfIconName(const QString &name);

/// Turns the models' icon names into pictures and sets numbers in a monospace font, so that digits stand below each
/// other. A text that does not fit ends in dots and is whole in the tool tip: cut in the middle, names of interfaces
/// would look alike.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace bondwright::ui
