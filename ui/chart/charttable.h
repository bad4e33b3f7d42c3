// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace bondwright::ui
{

class LiveChart;

/// The chart as a screen reader finds it: a table of what its picture says at the cross-hair, or now. One row for each
/// slave and each ping target; columns: name, state, received, sent.
class ChartTable final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    static constexpr int columns = 4;

    explicit ChartTable(LiveChart *chart);
    ~ChartTable() override;
    /// Makes screen readers find this for every LiveChart.
    static void install();

    /// Row −1 is the header.
    QString cellText(int row, int column) const;

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text kind) const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    QString columnDescription(int column) const override { return cellText(-1, column); }
    QString rowDescription(int row) const override { return cellText(row, 0); }
    int columnCount() const override { return columns; }
    int rowCount() const override;
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { }

private:
    LiveChart *chart() const;

    mutable QHash<int, QAccessible::Id> m_cells; ///< by index of the child
};

} // namespace bondwright::ui
