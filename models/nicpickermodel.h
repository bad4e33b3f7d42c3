// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/nicmodel.h"

#include <QAbstractProxyModel>
#include <QStringList>

namespace bondwright::models
{

/// A NicModel to choose slaves from: rows have a check box in column Name and an order of their own, which
/// is the order of the slaves (the first gives the bond its MAC). Chosen NICs that vanish stay chosen.
class NicPickerModel : public QAbstractProxyModel
{
    Q_OBJECT
public:
    /// @param source outlives this
    explicit NicPickerModel(NicModel *source, QObject *parent = nullptr);

    /// The bond that is being edited: its slaves may be chosen although they are in a bond.
    void setEditedBond(const QString &bond);
    /// Names of the chosen NICs in order; those that are not there now included.
    QStringList chosen() const { return m_chosen; }
    /// Also moves the chosen rows to the top, in that order.
    void setChosen(const QStringList &names);
    bool isSelectable(int row) const;
    /// @return false at the ends and for rows out of range
    bool moveUp(int row) { return moveRow({}, row, {}, row - 1); }
    bool moveDown(int row) { return row >= 0 && moveRow({}, row, {}, row + 2); }
    /// The chosen ones stay on top in the bond's order; the others are sorted below them, names as people count
    /// (eth2 before eth10), and those that can be chosen before those that cannot.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    QModelIndex mapToSource(const QModelIndex &proxy) const override;
    QModelIndex mapFromSource(const QModelIndex &source) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int count, const QModelIndex &destinationParent,
                  int destinationChild) override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void chosenChanged(const QStringList &names);

private:
    void takeInserted(int first, int last);
    void takeRemoved(int first, int last);
    void takeChanged(const QModelIndex &first, const QModelIndex &last);
    void sortChosen();
    void sortRows();
    QString nameAt(int row) const;

    NicModel *m_nics;
    QList<int> m_order; ///< ifindexes, in the order of rows
    QStringList m_chosen;
    QHash<int, QString> m_names; ///< by ifindex, to follow renames
    QString m_editedBond;
    int m_sortColumn = -1; ///< -1: in the order of the source
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace bondwright::models
