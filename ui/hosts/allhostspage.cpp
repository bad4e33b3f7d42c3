// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/allhostspage.h"

#include "common/columnfitter.h"
#include "common/emptyhint.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/savedialog.h"
#include "monitor/chartexport.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

using Model = models::HostBondsModel;

/// What is not so now is greyed.
class ReachedDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        if (!index.data(Model::ReachedRole).toBool())
            option->state &= ~QStyle::State_Enabled;
    }
};

} // namespace

AllHostsPage::AllHostsPage(Model *model, QWidget *parent)
    : QWidget(parent)
    , m_shown(new models::HostBondsFilter(this))
    , m_heading(headingLabel(this, {}, 1.2))
    , m_filter(new QLineEdit(this))
    , m_table(new QTreeView(this))
    , m_count(mutedLabel(this))
    , m_save(new QPushButton(this))
{
    m_shown->setSourceModel(model);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_table->setObjectName(u"all-hosts"_s);
    m_table->setModel(m_shown);
    m_none = new EmptyHint(m_table);
    m_table->setItemDelegate(new ReachedDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(Model::State, Qt::DescendingOrder);
    new ColumnFitter(m_table, u"all-hosts"_s, {Model::Host, Model::Bond, Model::State});
    m_save->setObjectName(u"save"_s);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_filter, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addLayout(bottom);
    connect(m_filter, &QLineEdit::textChanged, m_shown, &models::HostBondsFilter::setText);
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT bondActivated(index.data(models::NameRole).toString(), index.data(Model::BondRole).toString());
    });
    connect(m_save, &QPushButton::clicked, this, &AllHostsPage::save);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, signal, this, &AllHostsPage::showCount);
    retranslateWith(this, [this] { retranslate(); });
}

void AllHostsPage::showGroup(const QString &group)
{
    if (std::exchange(m_group, group) == group)
        return;
    m_shown->setGroup(group);
    retranslate();
}

void AllHostsPage::retranslate()
{
    //: @title
    m_heading->setText(m_group.isEmpty() ? tr("All hosts") : m_group);
    m_filter->setPlaceholderText(tr("Filter: host, bond, mode, state…"));
    describe(m_filter, tr("Filter"), tr("Only rows that hold all of these words are shown"));
    m_none->setText(tr("No host matches the filter"));
    describe(m_table, tr("Bonds of all hosts"), tr("The worst first; Enter opens the host"));
    //: @action:button saves the table as a file
    m_save->setText(tr("&Export…"));
    describe(m_save, tr("Export…"), tr("Saves what is shown as a CSV file"));
    showCount();
}

void AllHostsPage::showCount()
{
    QSet<QString> hosts;
    int bonds = 0;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex index = m_shown->index(row, 0);
        hosts.insert(index.data(models::NameRole).toString());
        bonds += index.data(Model::BondRole).toString().isEmpty() ? 0 : 1;
    }
    //: @status %1 “3 hosts”, %2 “6 bonds”
    m_count->setText(tr("%1, %2").arg(tr("%n host(s)", nullptr, int(hosts.size())), tr("%n bond(s)", nullptr, bonds)));
}

QByteArray AllHostsPage::shownCsv() const
{
    QString text;
    for (int row = -1; row < m_shown->rowCount(); ++row) {
        QStringList fields;
        for (int column = 0; column < m_shown->columnCount(); ++column)
            fields.append(csvField(row < 0 ? m_shown->headerData(column, Qt::Horizontal).toString()
                                           : m_shown->index(row, column).data().toString()));
        text += fields.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

void AllHostsPage::save()
{
    const QString name = u"hosts-%1.csv"_s.arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
    askWhereToSave(this, m_save->text(), name,
                   [this](const QString &path) { m_count->setText(savedText(path, exportText(path, shownCsv()))); });
}

} // namespace bondwright::ui
