// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/stateicon.h"

#include <QStyledItemDelegate>

namespace bondwright::ui
{

/// The shape for one of the icon names of models/iconnames.h; Unknown for a name not known.
StateShape shapeOfIconName(const QString &name);

/// Turns the models' icon names into pictures, elides in the middle with the full text as tool tip, and
/// sets numbers in a monospace font so that digits stand below each other.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// For texts that say the most at their beginning.
    void setElide(Qt::TextElideMode mode) { m_elide = mode; }
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Qt::TextElideMode m_elide = Qt::ElideMiddle;
};

} // namespace bondwright::ui
