// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/sidebar.h"
#include "common/columnfitter.h"
#include "common/emptyhint.h"
#include "common/labels.h"
#include "common/readingorder.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/settings.h"
#include "common/switchcolumn.h"
#include "main/niclistmodel.h"
#include "models/bondtreemodel.h"
#include "models/nicmodel.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

/// What is selected stays so when a click falls beside the rows: the window always shows something that is there.
class KeptSelection : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override
    {
        return index.isValid() ? QTreeView::selectionCommand(index, event) : QItemSelectionModel::NoUpdate;
    }
};

void hideAllBut(QTreeView *view, std::initializer_list<int> columns)
{
    for (int column = 0; column < view->model()->columnCount(); ++column)
        view->setColumnHidden(column, std::find(columns.begin(), columns.end(), column) == columns.end());
}

QWidget *headed(QLabel *heading, QTreeView *view)
{
    auto *box = new QWidget;
    heading->setParent(box);
    view->setParent(box);
    heading->setBuddy(view);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addWidget(view, 1);
    return box;
}

} // namespace

SideBar::SideBar(models::BondTreeModel *bonds, models::NicModel *nics, QWidget *parent)
    : QWidget(parent)
    , m_model(bonds)
    , m_nicList(new NicListModel(this))
    , m_bondsHeading(headingLabel(this))
    , m_nicsHeading(headingLabel(this))
    , m_bonds(new KeptSelection(this))
    , m_nics(new KeptSelection(this))
{
    buildBonds(bonds);
    buildNics(nics);
    for (ColumnFitter *columns : {m_bondColumns, m_nicColumns})
        connect(columns, &ColumnFitter::viewWidthChanged, this, &SideBar::contentWidthChanged);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(headed(m_bondsHeading, m_bonds));
    splitter->addWidget(headed(m_nicsHeading, m_nics));
    readInOrder(splitter);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    settings::rememberSplitter(splitter, u"side"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    retranslateWith(this, [this] {
        //: @title:group list of bonds
        m_bondsHeading->setText(tr("Bonds"));
        //: @title:group list of NICs
        m_nicsHeading->setText(tr("NICs"));
        m_noBonds->setText(tr("No bond yet"));
        describe(m_bonds, tr("Bonds with their slaves"),
                 tr("What is marked here is shown on the right; Enter opens the monitor"));
        describe(m_nics, tr("NICs"), tr("Free ones first, then those in use, then those that cannot be bonded"));
    });
}

void SideBar::buildBonds(models::BondTreeModel *bonds)
{
    using Bond = models::BondTreeModel;
    m_bonds->setObjectName(u"bonds"_s);
    m_bonds->setModel(bonds);
    m_noBonds = new EmptyHint(m_bonds);
    m_bonds->setItemDelegate(new RowDelegate(m_bonds));
    m_bonds->setUniformRowHeights(true);
    m_bonds->setHeaderHidden(true);
    m_bonds->setAllColumnsShowFocus(true);
    hideAllBut(m_bonds, {Bond::Name, Bond::State});
    m_bondColumns = new ColumnFitter(m_bonds, {}, {Bond::Name, Bond::State});
    m_bonds->expandAll();
    connect(bonds, &QAbstractItemModel::rowsInserted, m_bonds, [this](const QModelIndex &parent, int first, int last) {
        for (int row = first; !parent.isValid() && row <= last; ++row)
            m_bonds->expand(m_model->index(row, 0));
        if (selectedBond() == 0 && selectedNic() == 0)
            selectFirst();
    });
    connect(m_bonds->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isClearing)
            return;
        m_isClearing = true;
        m_nics->clearSelection();
        m_isClearing = false;
        Q_EMIT selectionChanged();
    });
    connect(m_bonds, &QTreeView::activated, this, [this] {
        if (selectedBond() != 0)
            Q_EMIT bondActivated(selectedBond());
    });
}

void SideBar::buildNics(models::NicModel *nics)
{
    using Nic = models::NicModel;
    m_nicList->setSourceModel(nics);
    m_nics->setObjectName(u"nic-list"_s);
    m_nics->setModel(m_nicList);
    m_nics->setItemDelegate(new RowDelegate(m_nics));
    m_nics->setRootIsDecorated(false);
    m_nics->setUniformRowHeights(true);
    m_nics->setHeaderHidden(true);
    m_nics->setAllColumnsShowFocus(true);
    hideAllBut(m_nics, {Nic::Name, Nic::Use, Nic::Speed});
    // The longest texts stand last: what a NIC is used for, and where its cable ends.
    for (const int column : {Nic::Use, Nic::SwitchPort})
        m_nics->header()->moveSection(m_nics->header()->visualIndex(column), m_nics->header()->count() - 1);
    m_nicColumns = new ColumnFitter(m_nics, {}, {Nic::Name, Nic::Speed, Nic::Use});
    connect(m_nics->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isClearing)
            return;
        m_isClearing = true;
        m_bonds->clearSelection();
        m_isClearing = false;
        Q_EMIT selectionChanged();
    });
}

void SideBar::showSwitchPorts(diagnosis::HealthKeeper *keeper)
{
    showWhileKnown(m_bonds, models::BondTreeModel::SwitchPort, keeper);
    showWhileKnown(m_nics, models::NicModel::SwitchPort, keeper);
}

int SideBar::selectedBond() const
{
    const QModelIndexList rows = m_bonds->selectionModel()->selectedRows();
    return rows.isEmpty() ? 0 : rows.constFirst().data(models::BondTreeModel::BondIndexRole).toInt();
}

int SideBar::selectedNic() const
{
    const QModelIndexList nics = m_nics->selectionModel()->selectedRows();
    if (!nics.isEmpty())
        return nics.constFirst().data(models::IfindexRole).toInt();
    const QModelIndexList rows = m_bonds->selectionModel()->selectedRows();
    if (rows.isEmpty() || rows.constFirst().data(models::BondTreeModel::IsBondRole).toBool())
        return 0;
    return rows.constFirst().data(models::IfindexRole).toInt();
}

void SideBar::selectBond(int ifindex)
{
    const QModelIndex index = m_model->bondIndex(ifindex);
    if (index.isValid())
        m_bonds->setCurrentIndex(index);
}

int SideBar::contentWidth() const
{
    return std::max(m_bondColumns->viewWidth(), m_nicColumns->viewWidth());
}

void SideBar::selectFirst()
{
    if (m_model->rowCount() > 0)
        m_bonds->setCurrentIndex(m_model->index(0, 0));
}

} // namespace bondwright::ui
