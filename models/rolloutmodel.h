// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"
#include "rollout/progress.h"

#include <QAbstractTableModel>
#include <QMap>

#include <functional>

namespace bondwright::models
{

/// The hosts of a roll-out, one a row: whether it takes part, its address, how far it has come.
class RolloutModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Host, Address, Nics, Stage, Verdict, Own, Details, ColumnCount };
    using VerdictOf = std::function<QString(const QString &host)>;

    explicit RolloutModel(QObject *parent = nullptr);

    /// Those that were there keep their marks and addresses.
    void setHosts(const QStringList &names);
    /// Each host needs an address: proposed from the first on. Empty: none does.
    /// @param owner the host that has the first one; empty: it is free. @param taken addresses that no host gets
    void setFirstAddress(const QString &first, const QString &owner = {}, const QStringList &taken = {});
    /// From a table. Hosts that it does not name keep theirs. @return how many hosts it names
    int takeAddresses(const QMap<QString, QString> &byHost);
    /// What is known of a bond now, where the host is watched; empty: it is not.
    void setVerdictOf(VerdictOf verdictOf) { m_verdictOf = std::move(verdictOf); }
    void refreshVerdicts();
    /// @param progress empty: nothing has begun
    void setProgress(const rollout::Progress &progress);

    QStringList chosen() const;
    /// Of the chosen hosts; empty where none are asked for.
    QMap<QString, QString> addresses() const;
    bool isAddressed() const { return !m_first.isEmpty(); }
    QList<rollout::FileChange> files(int row) const;
    /// Why a host failed, in full; empty: it did not.
    QString trouble(int row) const;
    QString name(int row) const { return m_rows.at(row).name; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString name;
        bool isChosen = true;
        QString address;
        bool isTyped = false; ///< the address is a person's own
        std::optional<rollout::HostProgress> progress;
        QStringList own; ///< lines that other hosts do not have
    };
    QString textOf(const Row &row, int column) const;
    void propose();

    QList<Row> m_rows;
    QString m_first;
    QString m_owner;
    QStringList m_taken;
    VerdictOf m_verdictOf;
};

} // namespace bondwright::models
