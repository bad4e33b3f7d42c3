// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"
#include "models/roles.h"
#include "models/syncedmodel.h"

namespace bondwright::models
{

/// The files a change would touch, one row each, with how much of each changes.
class ChangeModel : public SyncedModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Path, Change, Added, Removed, ColumnCount };
    enum Role {
        OldTextRole = FirstOwnRole,
        NewTextRole,
        UnifiedRole, ///< the unified diff as text
        AddedRole, ///< int, lines
        RemovedRole,
    };

    explicit ChangeModel(QObject *parent = nullptr);

    void setFiles(const QList<helper::FileDiff> &files);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString path;
        QString oldText;
        QString newText;
        QString unified;
        QString state; ///< "new", "changed", "deleted", "unchanged"
        int added = 0;
        int removed = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };

    static Row makeRow(const helper::FileDiff &file);
    void retranslate();

    QList<Row> m_rows;
};

} // namespace bondwright::models
