// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTreeView;

namespace bondwright::diagnosis
{
class HealthKeeper;
}
namespace bondwright::models
{
class BondTreeModel;
class NicModel;
} // namespace bondwright::models

namespace bondwright::ui
{

class ColumnFitter;
class NicListModel;

/// Bonds with their slaves, and below them the NICs. One thing is selected in both together.
class SideBar final : public QWidget
{
    Q_OBJECT
public:
    /// @param bonds, nics outlive this
    SideBar(models::BondTreeModel *bonds, models::NicModel *nics, QWidget *parent = nullptr);
    /// Shows where the cables end, as far as it is known. @param keeper outlives this
    void showSwitchPorts(diagnosis::HealthKeeper *keeper);

    /// ifindex of the selected bond, of the bond of the selected slave, or 0.
    int selectedBond() const;
    /// ifindex of the selected NIC or slave, or 0.
    int selectedNic() const;
    void selectBond(int ifindex);
    void selectFirst();
    /// In which names, states and uses of both lists are whole.
    int contentWidth() const;

Q_SIGNALS:
    void contentWidthChanged();
    void selectionChanged();
    void bondActivated(int ifindex); ///< double click or Enter

private:
    void buildBonds(models::BondTreeModel *bonds);
    void buildNics(models::NicModel *nics);

    models::BondTreeModel *m_model;
    NicListModel *m_nicList;
    QLabel *m_bondsHeading;
    QLabel *m_nicsHeading;
    QTreeView *m_bonds;
    QTreeView *m_nics;
    ColumnFitter *m_bondColumns;
    ColumnFitter *m_nicColumns;
    QLabel *m_noBonds;
    bool m_isClearing = false;
};

} // namespace bondwright::ui
