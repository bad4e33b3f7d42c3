// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/nicpickermodel.h"

#include <QCollator>
#include <QMimeData>

#include <algorithm>

namespace bondwright::models
{

namespace
{

const QString rowMimeType = QStringLiteral("application/x-bondwright-nic-row");

} // namespace

NicPickerModel::NicPickerModel(NicModel *source, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_nics(source)
{
    setSourceModel(source);
    connect(source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeRemoved(first, last); });
    connect(source, &QAbstractItemModel::dataChanged, this, &NicPickerModel::takeChanged);
    connect(source, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
    for (int row = 0; row < source->rowCount(); ++row) {
        const QModelIndex nic = source->index(row, 0);
        m_order.append(nic.data(IfindexRole).toInt());
        m_names.insert(m_order.last(), nic.data(NameRole).toString());
    }
}

void NicPickerModel::takeInserted(int first, int last)
{
    const int at = rowCount();
    beginInsertRows({}, at, at + last - first);
    for (int row = first; row <= last; ++row) {
        const QModelIndex nic = m_nics->index(row, 0);
        m_order.append(nic.data(IfindexRole).toInt());
        m_names.insert(m_order.last(), nic.data(NameRole).toString());
    }
    endInsertRows();
    sortRows();
}

void NicPickerModel::takeRemoved(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const int ifindex = m_nics->index(row, 0).data(IfindexRole).toInt();
        const int at = int(m_order.indexOf(ifindex));
        beginRemoveRows({}, at, at);
        m_order.removeAt(at);
        m_names.remove(ifindex);
        endRemoveRows();
    }
}

void NicPickerModel::takeChanged(const QModelIndex &first, const QModelIndex &last)
{
    bool isRenamed = false;
    for (int row = first.row(); row <= last.row(); ++row) {
        const QModelIndex nic = m_nics->index(row, 0);
        const int ifindex = nic.data(IfindexRole).toInt();
        const QString name = nic.data(NameRole).toString();
        if (const qsizetype at = m_chosen.indexOf(m_names.value(ifindex)); at >= 0 && m_chosen.at(at) != name) {
            m_chosen[at] = name;
            isRenamed = true;
        }
        m_names[ifindex] = name;
        const int at = int(m_order.indexOf(ifindex));
        Q_EMIT dataChanged(index(at, first.column()), index(at, last.column()));
    }
    if (isRenamed)
        Q_EMIT chosenChanged(m_chosen);
}

void NicPickerModel::setEditedBond(const QString &bond)
{
    if (m_editedBond == bond)
        return;
    m_editedBond = bond;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void NicPickerModel::setChosen(const QStringList &names)
{
    if (m_chosen == names)
        return;
    m_chosen = names;
    m_chosen.removeDuplicates();
    int target = 0;
    for (const QString &name : std::as_const(m_chosen)) {
        const int ifindex = m_nics->nicIndex(name).data(IfindexRole).toInt();
        const int row = int(m_order.indexOf(ifindex));
        if (row < 0)
            continue;
        if (row != target && beginMoveRows({}, row, row, {}, target)) {
            m_order.move(row, target);
            endMoveRows();
        }
        ++target;
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged(m_chosen);
}

void NicPickerModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    sortRows();
}

void NicPickerModel::sortRows()
{
    if (m_sortColumn < 0)
        return;
    struct Row {
        int ifindex;
        qsizetype chosenAt;
        bool isSelectable;
        QVariant value;
        QString name;
    };
    QList<Row> rows;
    for (int row = 0; row < m_order.size(); ++row) {
        const QModelIndex nic = mapToSource(index(row, m_sortColumn));
        const QString name = m_names.value(m_order.at(row));
        const qsizetype chosenAt = m_chosen.indexOf(name);
        rows.append(
            {m_order.at(row), chosenAt < 0 ? m_chosen.size() : chosenAt, isSelectable(row), nic.data(SortRole), name});
    }
    QCollator names(QLocale::c());
    names.setNumericMode(true);
    const int direction = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
    const auto compare = [&names](const QVariant &a, const QVariant &b) {
        if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString)
            return names.compare(a.toString(), b.toString());
        const double left = a.toDouble(), right = b.toDouble(); // unknown is 0
        return left < right ? -1 : left > right ? 1 : 0;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        if (a.chosenAt != b.chosenAt)
            return a.chosenAt < b.chosenAt;
        if (a.isSelectable != b.isSelectable)
            return a.isSelectable;
        const int byColumn = direction * compare(a.value, b.value);
        return byColumn != 0 ? byColumn < 0 : names.compare(a.name, b.name) < 0;
    });
    QList<int> sorted;
    for (const Row &row : std::as_const(rows))
        sorted.append(row.ifindex);
    if (sorted == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(index(int(sorted.indexOf(m_order.at(old.row()))), old.column()));
    m_order = sorted;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

QString NicPickerModel::nameAt(int row) const
{
    return row >= 0 && row < m_order.size() ? m_names.value(m_order.at(row)) : QString();
}

bool NicPickerModel::isSelectable(int row) const
{
    const QModelIndex nic = mapToSource(index(row, 0));
    return nic.isValid()
        && (nic.data(NicModel::SelectableRole).toBool()
            || (!m_editedBond.isEmpty() && nic.data(NicModel::MasterNameRole).toString() == m_editedBond));
}

QModelIndex NicPickerModel::mapToSource(const QModelIndex &proxy) const
{
    if (!proxy.isValid() || proxy.row() >= m_order.size())
        return {};
    const QModelIndex nic = m_nics->nicIndex(m_order.at(proxy.row()));
    return nic.siblingAtColumn(proxy.column());
}

QModelIndex NicPickerModel::mapFromSource(const QModelIndex &source) const
{
    if (!source.isValid())
        return {};
    return index(int(m_order.indexOf(source.data(IfindexRole).toInt())), source.column());
}

QModelIndex NicPickerModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex NicPickerModel::parent(const QModelIndex &) const
{
    return {};
}

int NicPickerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int NicPickerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NicModel::ColumnCount;
}

QVariant NicPickerModel::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && index.column() == NicModel::Name && role == Qt::CheckStateRole)
        return m_chosen.contains(nameAt(index.row())) ? Qt::Checked : Qt::Unchecked;
    if (index.isValid() && role == NicModel::SelectableRole)
        return isSelectable(index.row());
    return QAbstractProxyModel::data(index, role);
}

QVariant NicPickerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? m_nics->headerData(section, orientation, role) : QVariant();
}

bool NicPickerModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != NicModel::Name || role != Qt::CheckStateRole)
        return false;
    const QString name = nameAt(index.row());
    const bool isWanted = value.toInt() == Qt::Checked;
    if (isWanted == m_chosen.contains(name))
        return true;
    // Clearing a NIC that can no longer be chosen stays possible.
    if (isWanted && !isSelectable(index.row()))
        return false;
    if (isWanted)
        m_chosen.append(name);
    else
        m_chosen.removeAll(name);
    // In a sorted table the order of the rows is not that of the bond: there it is the order of choosing.
    if (m_sortColumn < 0)
        sortChosen();
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged(m_chosen);
    sortRows();
    return true;
}

/// The chosen in the order of their rows; those that are not there keep to the end.
void NicPickerModel::sortChosen()
{
    QStringList sorted;
    for (int ifindex : std::as_const(m_order)) {
        if (const QString name = m_names.value(ifindex); m_chosen.contains(name))
            sorted.append(name);
    }
    for (const QString &name : std::as_const(m_chosen)) {
        if (!sorted.contains(name))
            sorted.append(name);
    }
    m_chosen = sorted;
}

Qt::ItemFlags NicPickerModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool isChosen = m_chosen.contains(nameAt(index.row()));
    if (isSelectable(index.row()) || isChosen) {
        flags |= Qt::ItemIsEnabled | Qt::ItemIsDragEnabled;
        if (index.column() == NicModel::Name)
            flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

bool NicPickerModel::moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
                              const QModelIndex &destinationParent, int destinationChild)
{
    if (sourceParent.isValid() || destinationParent.isValid() || count != 1 || sourceRow < 0 || sourceRow >= rowCount()
        || destinationChild < 0 || destinationChild > rowCount()
        || !beginMoveRows({}, sourceRow, sourceRow, {}, destinationChild))
        return false;
    m_order.move(sourceRow, destinationChild > sourceRow ? destinationChild - 1 : destinationChild);
    endMoveRows();
    const QStringList before = m_chosen;
    sortChosen();
    if (m_chosen != before)
        Q_EMIT chosenChanged(m_chosen);
    return true;
}

QStringList NicPickerModel::mimeTypes() const
{
    return {rowMimeType};
}

QMimeData *NicPickerModel::mimeData(const QModelIndexList &indexes) const
{
    auto *mime = new QMimeData;
    if (!indexes.isEmpty())
        mime->setData(rowMimeType, QByteArray::number(indexes.first().row()));
    return mime;
}

bool NicPickerModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (!data || action != Qt::MoveAction || !data->hasFormat(rowMimeType))
        return false;
    bool isNumber = false;
    const int from = data->data(rowMimeType).toInt(&isNumber);
    const int to = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    // False even when it moved: a view that is told "true" would remove the row it dragged.
    if (isNumber)
        moveRow({}, from, {}, to);
    return false;
}

} // namespace bondwright::models
