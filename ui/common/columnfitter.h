// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

class QHeaderView;
class QTreeView;

namespace bondwright::ui
{

/// Makes columns as wide as their content. Columns by which something is chosen are always shown whole: if the
/// view is too narrow, it scrolls. The user may widen or narrow the others; that is remembered.
class ColumnFitter final : public QObject
{
    Q_OBJECT
public:
    /// Owned by the view, whose model is set already.
    /// @param key under which widths, order and sorting are kept; empty: the user cannot change them (no header)
    /// @param whole columns that are never cut
    ColumnFitter(QTreeView *view, const QString &key, const QSet<int> &whole);

    /// At once, not after the next turn of the event loop; also after the view shows another root.
    void fit();
    /// The view's width in which the whole columns have room, with its frame and a vertical scroll bar.
    int viewWidth() const;

Q_SIGNALS:
    void viewWidthChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int contentWidth(int column) const;
    void fillRest();
    void restore();
    void save();

    QTreeView *m_view;
    QWidget *m_viewport; ///< of it: only to be compared, for it may outlive the view's own parts
    QHeaderView *m_header;
    QString m_key;
    QSet<int> m_whole;
    QSet<int> m_byHand; ///< columns whose width the user has chosen
    QSet<int> m_fitted; ///< columns that had their first width
    QTimer m_later;
    QTimer m_save;
    int m_wholeWidth = 0; ///< of all whole columns together
    int m_last = -1; ///< which column had the rest of the width
    bool m_isFitting = false;
};

} // namespace bondwright::ui
