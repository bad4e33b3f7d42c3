// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mode.h"
#include "models/roles.h"

#include <QAbstractTableModel>
#include <QList>

namespace bondwright::models
{

/// The seven modes, by number. Texts are there in both languages; the display text is in the program's.
class ModeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, KernelName, Title, Switch, ColumnCount };
    enum Role {
        ModeRole = FirstOwnRole, ///< int, Mode
        TitleEnRole,
        TitleZhRole,
        SummaryEnRole,
        SummaryZhRole,
        DescriptionEnRole,
        DescriptionZhRole,
        ChooseWhenEnRole,
        ChooseWhenZhRole,
        AvoidWhenEnRole,
        AvoidWhenZhRole,
        SwitchNeedRole, ///< int, SwitchNeed
        FaultTolerantRole,
        BalancesTransmitRole,
        BalancesReceiveRole,
        NeedsSpeedRole,
        NeedsMacChangeRole,
        CommonRole,
        RecommendedWithLacpRole,
        RecommendedRole, ///< bool: the one setRecommended() named
        ChipsRole, ///< QStringList, translated: what to know at a glance
    };

    explicit ModeModel(QObject *parent = nullptr);

    /// The mode that suits the chosen goal; nullopt: none.
    void setRecommended(std::optional<Mode> mode);
    QModelIndex modeIndex(Mode mode) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    QStringList chips(const ModeInfo &mode) const;
    void retranslate();

    std::optional<Mode> m_recommended;
};

} // namespace bondwright::models
