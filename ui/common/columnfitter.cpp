// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/columnfitter.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>
#include <QStyle>
#include <QTreeView>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

namespace
{

// Measuring a row costs some ten microseconds; with thousands of rows it would be seen.
constexpr int wholeRows = 200; // those in view come first
constexpr int otherRows = 50;
constexpr int gap = 6; // texts and headers side by side do not touch

} // namespace

ColumnFitter::ColumnFitter(QTreeView *view, const QString &key, const QSet<int> &whole)
    : QObject(view)
    , m_view(view)
    , m_viewport(view->viewport())
    , m_header(view->header())
    , m_key(key.isEmpty() ? QString() : u"columns/"_s + key)
    , m_whole(whole)
{
    // Columns hidden just before are subtracted from the header's length when that is asked for; if something else is
    // set first, Qt 6.4 never subtracts them, and the view scrolls over nothing.
    (void)m_header->length();
    m_header->setStretchLastSection(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    restore();
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ColumnFitter::fit);
    m_save.setSingleShot(true);
    m_save.setInterval(500ms); // dragging a column sends a signal for every pixel
    connect(&m_save, &QTimer::timeout, this, &ColumnFitter::save);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int before, int after) {
        // Hiding or showing a column is not the user's resizing.
        if (m_isFitting || m_key.isEmpty() || before == 0 || after == 0)
            return;
        m_byHand.insert(column);
        m_save.start();
    });
    if (!m_key.isEmpty()) {
        connect(m_header, &QHeaderView::sectionMoved, this, [this] { m_save.start(); });
        connect(m_header, &QHeaderView::sortIndicatorChanged, this, [this] { m_save.start(); });
    }
    const auto later = [this] { m_later.start(); };
    const QAbstractItemModel *model = view->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, later);
    connect(model, &QAbstractItemModel::modelReset, this, later);
    connect(model, &QAbstractItemModel::headerDataChanged, this, later);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (int column = first.column(); column <= last.column(); ++column) {
            if (!m_header->isSectionHidden(column))
                return m_later.start();
        }
    });
    connect(view, &QTreeView::expanded, this, later);
    // Columns that the user cannot resize shrink again when a long name is gone.
    if (m_key.isEmpty()) {
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
            m_fitted.clear();
            m_later.start();
        });
    }
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, later);
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    m_later.start();
}

void ColumnFitter::restore()
{
    if (m_key.isEmpty() || !m_header->restoreState(QSettings().value(m_key).toByteArray()))
        return;
    for (const QVariant &column : QSettings().value(m_key + u"-by-hand"_s).toList())
        m_byHand.insert(column.toInt());
    m_header->setStretchLastSection(false);
}

void ColumnFitter::save()
{
    QVariantList byHand;
    for (const int column : std::as_const(m_byHand))
        byHand.append(column);
    QSettings().setValue(m_key + u"-by-hand"_s, byHand);
    QSettings().setValue(m_key, m_header->saveState());
}

int ColumnFitter::contentWidth(int column) const
{
    m_header->setResizeContentsPrecision(m_whole.contains(column) ? wholeRows : otherRows);
    // A tree view hides it; the base class has it.
    const QAbstractItemView *view = m_view;
    const int header = m_header->isHidden() ? 0 : m_header->sectionSizeHint(column);
    const int content = view->sizeHintForColumn(column);
    return content > 0 || header > 0 ? std::max(content, header) + gap : 0;
}

void ColumnFitter::fit()
{
    m_later.stop();
    m_isFitting = true;
    for (int column = 0; column < m_header->count(); ++column) {
        if (m_header->isSectionHidden(column) || (m_byHand.contains(column) && !m_whole.contains(column)))
            continue;
        // Never narrower by itself: columns must not move while they are read.
        const int needed = contentWidth(column);
        if (needed <= 0)
            continue; // nothing in it yet
        if (needed > m_header->sectionSize(column) || !m_fitted.contains(column))
            m_header->resizeSection(column, needed);
        m_fitted.insert(column);
    }
    fillRest();
    m_isFitting = false;
    int needed = 0;
    for (const int column : std::as_const(m_whole)) {
        if (!m_header->isSectionHidden(column))
            needed += contentWidth(column);
    }
    if (std::exchange(m_wholeWidth, needed) != needed)
        Q_EMIT viewWidthChanged();
}

int ColumnFitter::viewWidth() const
{
    const int bar = m_view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_view);
    return m_wholeWidth + 2 * m_view->frameWidth() + bar;
}

void ColumnFitter::fillRest()
{
    // The last column takes the rest; where there is none, nothing is squeezed and the view scrolls.
    int last = -1;
    int others = 0;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(column))
            continue;
        others += last >= 0 ? m_header->sectionSize(last) : 0;
        last = column;
    }
    // A new last column takes the rest now: this one gives up its share.
    if (const int former = std::exchange(m_last, last);
        former >= 0 && former != last && !m_header->isSectionHidden(former) && !m_byHand.contains(former)) {
        const int before = m_header->sectionSize(former);
        const int needed = contentWidth(former);
        m_header->resizeSection(former, needed);
        others += needed - before;
    }
    if (last < 0 || m_byHand.contains(last))
        return;
    const int needed = contentWidth(last);
    m_header->resizeSection(last, std::max(needed, m_view->viewport()->width() - others));
}

bool ColumnFitter::eventFilter(QObject *watched, QEvent *event)
{
    const bool isResize = watched == m_viewport && event->type() == QEvent::Resize;
    const bool isStyle = watched == m_view
        && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
            || event->type() == QEvent::Show);
    if (isResize || isStyle)
        m_later.start();
    return QObject::eventFilter(watched, event);
}

} // namespace bondwright::ui
