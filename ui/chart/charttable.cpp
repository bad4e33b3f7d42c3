// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/charttable.h"

#include "chart/chartoverlay.h"
#include "chart/livechart.h"
#include "models/bondtreemodel.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct ChartTableText {
    Q_DECLARE_TR_FUNCTIONS(bondwright::ui::ChartTable)
};

/// One cell, or one of the header's.
class ChartCell final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    ChartCell(ChartTable *table, int row, int column)
        : m_table(table)
        , m_row(row)
        , m_column(column)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }
    bool isValid() const override { return m_table->isValid() && m_row < m_table->rowCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_table->window(); }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return m_table; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_table->cellText(m_row, m_column) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override { return m_table->rect(); }
    QAccessible::Role role() const override { return m_row < 0 ? QAccessible::ColumnHeader : QAccessible::Cell; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        return state;
    }

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {m_table->child(m_column)}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {m_table->cellAt(m_row, 0)}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return m_table; }

private:
    ChartTable *m_table;
    int m_row;
    int m_column;
};

QAccessibleInterface *makeChartTable(const QString &className, QObject *object)
{
    auto *chart = className == QLatin1StringView(LiveChart::staticMetaObject.className())
        ? qobject_cast<LiveChart *>(object)
        : nullptr;
    return chart ? new ChartTable(chart) : nullptr;
}

/// A slave's rate at an instant; empty: nothing is known.
QString rateAt(const ChartScene &scene, const QString &name, TrafficDirection direction, qint64 timeNs)
{
    for (const TrafficSeries *series : scene.visibleSeries(direction)) {
        const auto reader = series->name == name ? scene.data->reader(*series) : std::nullopt;
        const float value = reader ? reader->valueNear(timeNs) : std::nanf("");
        if (!std::isnan(value))
            return formatRate(double(value), scene.unit);
    }
    return {};
}

} // namespace

ChartTable::ChartTable(LiveChart *chart)
    : QAccessibleWidget(chart, QAccessible::Table)
{
}

ChartTable::~ChartTable()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

void ChartTable::install()
{
    static const bool isInstalled = (QAccessible::installFactory(makeChartTable), true);
    Q_UNUSED(isInstalled)
}

LiveChart *ChartTable::chart() const
{
    return static_cast<LiveChart *>(widget());
}

int ChartTable::rowCount() const
{
    const ChartScene &scene = chart()->scene();
    return scene.data ? int(scene.visibleLanes().size() + scene.visibleTracks().size()) : 0;
}

QString ChartTable::cellText(int row, int column) const
{
    //: @title:column of the chart, for screen readers
    const std::array headers{ChartTableText::tr("Name"), ChartTableText::tr("State"), ChartTableText::tr("Received"),
                             ChartTableText::tr("Sent")};
    if (column < 0 || column >= columns || row >= rowCount())
        return {};
    if (row < 0)
        return headers.at(std::size_t(column));
    const ChartScene &scene = chart()->scene();
    const qint64 time = chart()->instantRead();
    const auto lanes = scene.visibleLanes();
    if (row >= lanes.size()) {
        const PingTrack *track = scene.visibleTracks().at(row - lanes.size());
        return column == 0 ? ChartTableText::tr("Ping %1").arg(track->name)
            : column == 1  ? pingAt(*track, time - scene.nsPerColumn / 2, time + scene.nsPerColumn / 2)
                           : QString();
    }
    const BandLane *lane = lanes.at(row);
    if (column == 0)
        return lane->name;
    if (column == 1)
        return models::BondTreeModel::roleText(lane->stateAt(time));
    return rateAt(scene, lane->name, column == 2 ? TrafficDirection::Receive : TrafficDirection::Transmit, time);
}

void *ChartTable::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

int ChartTable::childCount() const
{
    return (rowCount() + 1) * columns; // with the header
}

QAccessibleInterface *ChartTable::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    auto id = m_cells.constFind(index);
    if (id == m_cells.cend()) {
        auto *cell = new ChartCell(const_cast<ChartTable *>(this), index / columns - 1, index % columns);
        id = m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
    }
    return QAccessible::accessibleInterface(*id);
}

int ChartTable::indexOfChild(const QAccessibleInterface *child) const
{
    for (auto it = m_cells.cbegin(); it != m_cells.cend(); ++it) {
        if (QAccessible::accessibleInterface(*it) == child)
            return it.key();
    }
    return -1;
}

QAccessibleInterface *ChartTable::cellAt(int row, int column) const
{
    return row >= 0 && column >= 0 && column < columns ? child((row + 1) * columns + column) : nullptr;
}

QString ChartTable::text(QAccessible::Text kind) const
{
    const ChartScene &scene = chart()->scene();
    if (kind != QAccessible::Value || !scene.data)
        return QAccessibleWidget::text(kind);
    return formatClock(chart()->instantRead() + scene.data->wallOffset(), 1'000'000'000);
}

} // namespace bondwright::ui
