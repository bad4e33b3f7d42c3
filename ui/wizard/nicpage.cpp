// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/nicpage.h"
#include "common/actionicon.h"
#include "common/columnfitter.h"
#include "common/findingsview.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/switchcolumn.h"
#include "common/typedlist.h"
#include "helperclient/helperclient.h"
#include "models/nicpickermodel.h"
#include "models/texts.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

NicPage::NicPage(PlanDraft *draft, models::NicModel *nics, helper::HelperClient *helper, QWidget *parent)
    : WizardPage(PageId::Nics, draft, parent)
    , m_helper(helper)
    , m_picker(new models::NicPickerModel(nics, this))
    , m_table(new QTreeView(this))
    , m_intro(mutedLabel(this))
    , m_filter(new QLineEdit(this))
    , m_order(textLabel(this))
    , m_primaryLabel(new QLabel(this))
    , m_primary(new QComboBox(this))
    , m_findings(new FindingsView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    buildTable();
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_intro, 1);
    top->addWidget(m_filter);
    m_filter->setMaximumWidth(characterWidth(fontMetrics()) * 28);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    buildButtons(layout);
    layout->addWidget(m_order);
    m_takeOut = new QPushButton(this);
    m_takeOut->setObjectName(u"take-out"_s);
    layout->addWidget(m_takeOut, 0, Qt::AlignLeft);
    auto *preferred = new QHBoxLayout;
    preferred->setSpacing(8);
    m_primaryLabel->setBuddy(m_primary);
    m_primary->setObjectName(u"primary"_s);
    preferred->addWidget(m_primaryLabel);
    preferred->addWidget(m_primary);
    preferred->addStretch(1);
    layout->addLayout(preferred);
    layout->addWidget(m_findings);
    layout->addStretch(0); // takes the room where there is no table
    connect(m_picker, &models::NicPickerModel::chosenChanged, this, &NicPage::takeChosen);
    connect(m_takeOut, &QPushButton::clicked, this, &NicPage::takeOut);
    connect(m_primary, &QComboBox::activated, this,
            [this] { this->draft()->setOption(u"primary"_s, m_primary->currentData().toString()); });
    retranslateWith(this, [this] { retranslate(); });
}

void NicPage::buildTable()
{
    m_table->setObjectName(u"nics"_s);
    m_table->setModel(m_picker);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setAlternatingRowColors(true);
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setMinimumHeight(fontMetrics().height() * 9);
    using Nic = models::NicModel;
    QHeaderView *header = m_table->header();
    int visual = 0;
    for (const int column :
         {Nic::Name, Nic::Use, Nic::SwitchPort, Nic::Mac, Nic::Place, Nic::Link, Nic::Speed, Nic::Driver, Nic::Address})
        header->moveSection(header->visualIndex(column), visual++);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(Nic::Name, Qt::AscendingOrder);
    new ColumnFitter(m_table, u"wizard-nics"_s, {Nic::Name, Nic::SwitchPort, Nic::Place, Nic::Mac});
    m_filter->setObjectName(u"nic-filter"_s);
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, &NicPage::filter);
    connect(m_picker, &QAbstractItemModel::rowsInserted, this, &NicPage::filter);
    connect(m_picker, &QAbstractItemModel::rowsMoved, this, &NicPage::filter);
    connect(m_picker, &QAbstractItemModel::layoutChanged, this, &NicPage::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showOrder(); });
}

void NicPage::showSwitchPorts(diagnosis::HealthKeeper *keeper)
{
    showWhileKnown(m_table, models::NicModel::SwitchPort, keeper);
}

void NicPage::buildButtons(QVBoxLayout *layout)
{
    m_up = new QPushButton(actionIcon(ActionIcon::Up), {}, this);
    m_up->setObjectName(u"up"_s);
    m_down = new QPushButton(actionIcon(ActionIcon::Down), {}, this);
    m_down->setObjectName(u"down"_s);
    m_blink = new QPushButton(actionIcon(ActionIcon::Blink), {}, this);
    m_blink->setObjectName(u"blink"_s);
    m_blinkAnswer = mutedLabel(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_blink);
    row->addWidget(m_blinkAnswer, 1);
    layout->addLayout(row);

    m_named = new QWidget(this);
    auto *named = new QHBoxLayout(m_named);
    named->setContentsMargins(0, 0, 0, 0);
    named->setSpacing(8);
    m_newLabel = new QLabel(m_named);
    m_newName = new QLineEdit(m_named);
    m_newName->setObjectName(u"nic-names"_s);
    m_newLabel->setBuddy(m_newName);
    named->addWidget(m_newLabel);
    named->addWidget(m_newName, 1);
    layout->addWidget(m_named);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_blink, &QPushButton::clicked, this, &NicPage::blink);
    connect(m_newName, &QLineEdit::textEdited, this, &NicPage::takeNamed);
}

void NicPage::beginDraft()
{
    m_filter->clear();
}

void NicPage::filter()
{
    using Nic = models::NicModel;
    const QString wanted = m_filter->text().trimmed();
    for (int row = 0; row < m_picker->rowCount(); ++row) {
        bool isShown = wanted.isEmpty() || draft()->hasSlave(m_picker->index(row, Nic::Name).data().toString());
        for (int column = 0; column < m_picker->columnCount() && !isShown; ++column)
            isShown = m_picker->index(row, column).data().toString().contains(wanted, Qt::CaseInsensitive);
        if (m_table->isRowHidden(row, {}) == isShown)
            m_table->setRowHidden(row, {}, !isShown);
    }
}

bool NicPage::isForThisHost() const
{
    return draft()->target().kind == TargetKind::ThisHost;
}

void NicPage::retranslate()
{
    describe(m_table, tr("NICs to choose from"), tr("Space ticks the marked NIC; the order is that of the bond"));
    //: @info:placeholder
    m_filter->setPlaceholderText(tr("Filter"));
    describe(m_filter, tr("Filter the NICs"), tr("Shows the rows with this text: name, MAC, driver, slot, address"));
    //: @action:button
    m_up->setText(tr("Move &up"));
    //: @action:button
    m_down->setText(tr("Move &down"));
    describe(m_up, tr("Move up"), tr("The marked NIC comes earlier in the bond"));
    describe(m_down, tr("Move down"), tr("The marked NIC comes later in the bond"));
    //: @action:button makes the NIC's lamp blink
    m_blink->setText(tr("B&link LED"));
    describe(m_blink, tr("Blink LED"),
             tr("The LED of the marked NIC blinks for ten seconds, so that you can find it."));
    //: @label
    m_newLabel->setText(tr("NICs of the other &host"));
    describe(m_newName, tr("Names of the other host's NICs"),
             tr("as that host calls them, with commas, e.g. eth0, eth1"));
    m_newName->setPlaceholderText(u"eth0, eth1"_s);
    //: @label
    m_primaryLabel->setText(tr("Pr&eferred NIC"));
    describe(m_primary, tr("Preferred NIC (primary)"),
             tr("Carries the traffic whenever its link is up; with none preferred, the active slave stays."));
    if (isVisible())
        refresh();
}

void NicPage::refresh()
{
    const bool here = isForThisHost();
    m_table->setVisible(here);
    m_filter->setVisible(here);
    m_blink->setVisible(here);
    m_named->setVisible(!here);
    m_up->setVisible(here);
    m_down->setVisible(here);
    m_intro->setText(here ? tr("Tick at least two. The first one gives the bond its MAC address.")
                          : tr("Name at least two, in the order in which they are to be bonded."));
    m_picker->setEditedBond(draft()->editing());
    QStringList names;
    for (const SlavePlan &slave : draft()->slaves())
        names.append(slave.name);
    if (m_picker->chosen() != names)
        m_picker->setChosen(names);
    if (!m_newName->hasFocus())
        m_newName->setText(names.join(u", "_s));

    const bool hasPrimary = modeInfo(draft()->mode()).optionGroups.testFlag(OptionGroup::Primary);
    m_primary->setVisible(hasPrimary);
    m_primaryLabel->setVisible(hasPrimary);
    m_primary->clear();
    //: @item:inlistbox no preferred NIC
    m_primary->addItem(tr("none"), QString());
    if (!draft()->primary().isEmpty() && !names.contains(draft()->primary()))
        names.append(draft()->primary());
    for (const QString &name : std::as_const(names))
        m_primary->addItem(name, name);
    m_primary->setCurrentIndex(std::max(0, m_primary->findData(draft()->primary())));
    m_findings->setFindings(findingsOn(*draft(), PageId::Nics));
    showOrder();
}

void NicPage::showOrder()
{
    QStringList names;
    for (const SlavePlan &slave : draft()->slaves())
        names.append(slave.name);
    m_order->setText(names.isEmpty() ? tr("Nothing chosen yet.")
                                     : tr("Chosen, in this order: %1").arg(models::Texts::list(names)));
    const QStringList missing = isForThisHost() ? missingNics() : QStringList();
    m_takeOut->setVisible(!missing.isEmpty());
    //: @action:button %1 NICs that a plan names and this host has not
    const QString takeOut = tr("Remove %1 from the bond").arg(models::Texts::list(missing));
    m_takeOut->setText(QString(takeOut).replace(u'&', u"&&"_s));
    describe(m_takeOut, takeOut, tr("This host has no such NIC."));
    const qsizetype at = names.indexOf(currentName());
    m_up->setEnabled(at > 0);
    m_down->setEnabled(at >= 0 && at + 1 < names.size());
    m_blink->setEnabled(!currentName().isEmpty() && m_helper->isReachable());
}

/// They have no row to be unticked in.
QStringList NicPage::missingNics() const
{
    QStringList missing;
    for (const SlavePlan &slave : draft()->slaves()) {
        if (!draft()->host().nic(slave.name))
            missing.append(slave.name);
    }
    return missing;
}

void NicPage::takeOut()
{
    m_table->setFocus();
    const QStringList missing = missingNics();
    QStringList names;
    for (const SlavePlan &slave : draft()->slaves()) {
        if (!missing.contains(slave.name))
            names.append(slave.name);
    }
    draft()->setSlaves(names);
}

QString NicPage::currentName() const
{
    return m_table->currentIndex().data(models::NameRole).toString();
}

void NicPage::takeChosen(const QStringList &names)
{
    if (isRefreshing())
        return;
    draft()->setSlaves(names);
}

void NicPage::move(int by)
{
    const int row = m_table->currentIndex().row();
    if (by < 0)
        m_picker->moveUp(row);
    else
        m_picker->moveDown(row);
    showOrder();
}

void NicPage::blink()
{
    const QString nic = currentName();
    m_blinkAnswer->setText(tr("The LED of %1 blinks for ten seconds.").arg(nic));
    m_helper->identify(nic, 10s, this, [this](const Result<helper::HelperClient::Nothing> &answer) {
        if (!answer)
            m_blinkAnswer->setText(answer.error().text());
    });
}

void NicPage::takeNamed(const QString &text)
{
    QStringList names = typedList(text);
    names.removeDuplicates();
    takeChosen(names);
}

void NicPage::showField(const QString &field)
{
    if (field == u"options.primary" && m_primary->isVisible())
        m_primary->setFocus();
    else if (m_takeOut->isVisible() && field.startsWith(u"slaves["))
        m_takeOut->setFocus();
    else if (isForThisHost())
        m_table->setFocus();
    else
        m_newName->setFocus();
}

} // namespace bondwright::ui
