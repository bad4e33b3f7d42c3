// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "models/roles.h"
#include "models/syncedmodel.h"

namespace bondwright::models
{

/// What check() found, in its order: errors first.
class FindingModel : public SyncedModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Severity, Message, Advice, Field, ColumnCount };
    enum Role {
        SeverityRole = FirstOwnRole, ///< int, bondwright::Severity; StateRole has its name
        ScopeRole, ///< int, FindingScope
        CodeRole,
        FieldRole, ///< JSON path
        MessageRole,
        AdviceRole,
    };

    explicit FindingModel(QObject *parent = nullptr);

    void setFindings(const QList<Finding> &findings);
    bool hasErrors() const;
    int count(bondwright::Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// After setFindings() has changed anything.
    void findingsChanged();

private:
    struct Row {
        QString key;
        Finding finding;
        friend bool operator==(const Row &, const Row &) = default;
    };

    void retranslate();

    QList<Row> m_rows;
};

} // namespace bondwright::models
