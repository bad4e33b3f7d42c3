// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/nicpage.h"
#include "common/actionicon.h"
#include "common/findingsview.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/settings.h"
#include "helperclient/helperclient.h"
#include "models/nicpickermodel.h"

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

NicPage::NicPage(WizardDraft *draft, models::NicModel *nics, helper::HelperClient *helper, QWidget *parent)
    : WizardPage(PageId::Nics, draft, parent)
    , m_helper(helper)
    , m_nics(nics)
    , m_picker(new models::NicPickerModel(nics, this))
    , m_table(new QTreeView(this))
    , m_intro(mutedLabel(this))
    , m_order(textLabel(this))
    , m_primaryLabel(new QLabel(this))
    , m_primary(new QComboBox(this))
    , m_findings(new FindingsView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    buildTable();
    layout->addWidget(m_intro);
    layout->addWidget(m_table, 1);
    buildButtons(layout);
    layout->addWidget(m_order);
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
    connect(m_primary, &QComboBox::activated, this,
            [this] { this->draft()->setOption(u"primary"_s, m_primary->currentData().toString()); });
    retranslateWith(this, [this] { retranslate(); });
}

void NicPage::buildTable()
{
    m_table->setObjectName(u"nics"_s);
    m_table->setModel(m_picker);
    auto *delegate = new RowDelegate(m_table);
    delegate->setElide(Qt::ElideRight);
    m_table->setItemDelegate(delegate);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setAlternatingRowColors(true);
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setMinimumHeight(fontMetrics().height() * 9);
    const int letter = fontMetrics().averageCharWidth();
    using Nic = models::NicModel;
    m_table->header()->resizeSection(Nic::Name, letter * 16);
    m_table->header()->resizeSection(Nic::Use, letter * 20);
    m_table->header()->resizeSection(Nic::Link, letter * 9);
    m_table->header()->resizeSection(Nic::Speed, letter * 12);
    m_table->header()->resizeSection(Nic::Driver, letter * 9);
    m_table->header()->resizeSection(Nic::Place, letter * 15);
    m_table->header()->resizeSection(Nic::Address, letter * 20);
    settings::rememberHeader(m_table->header(), u"wizard-nics"_s);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showOrder(); });
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
    m_newName->setObjectName(u"card-names"_s);
    m_newLabel->setBuddy(m_newName);
    named->addWidget(m_newLabel);
    named->addWidget(m_newName, 1);
    layout->addWidget(m_named);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_blink, &QPushButton::clicked, this, &NicPage::blink);
    connect(m_newName, &QLineEdit::textEdited, this, &NicPage::takeNamed);
}

bool NicPage::isForThisHost() const
{
    return draft()->target().kind == TargetKind::ThisHost;
}

void NicPage::retranslate()
{
    describe(m_table, tr("Network cards to choose from"),
             tr("Space ticks the marked card; the order is that of the bond"));
    //: @action:button
    m_up->setText(tr("Move &up"));
    //: @action:button
    m_down->setText(tr("Move &down"));
    describe(m_up, tr("Move up"), tr("The marked card comes earlier in the bond"));
    describe(m_down, tr("Move down"), tr("The marked card comes later in the bond"));
    //: @action:button makes the card's lamp blink
    m_blink->setText(tr("B&link LED"));
    describe(m_blink, tr("Blink LED"),
             tr("The lamp of the marked card blinks for ten seconds, so that you can find it."));
    //: @label
    m_newLabel->setText(tr("Cards of the other &host"));
    describe(m_newName, tr("Names of the other host's network cards"),
             tr("as that host calls them, with commas, e.g. eth0, eth1"));
    m_newName->setPlaceholderText(u"eth0, eth1"_s);
    //: @label
    m_primaryLabel->setText(tr("Preferred &card"));
    describe(m_primary, tr("Preferred card (primary)"),
             tr("Carries the traffic whenever its link works; otherwise whichever card works keeps it."));
    if (isVisible())
        refresh();
}

void NicPage::refresh()
{
    const bool here = isForThisHost();
    m_table->setVisible(here);
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
    //: @item:inlistbox no preferred card
    m_primary->addItem(tr("none"), QString());
    if (!draft()->primary().isEmpty() && !names.contains(draft()->primary()))
        names.append(draft()->primary());
    for (const QString &name : std::as_const(names))
        m_primary->addItem(name, name);
    m_primary->setCurrentIndex(std::max(0, m_primary->findData(draft()->primary())));
    m_findings->setFindings(draft()->findingsOn(PageId::Nics));
    showOrder();
}

void NicPage::showOrder()
{
    QStringList names;
    for (const SlavePlan &slave : draft()->slaves())
        names.append(slave.name);
    m_order->setText(names.isEmpty() ? tr("Nothing chosen yet.")
                                     : tr("Chosen, in this order: %1").arg(names.join(tr(", ", "between names"))));
    const qsizetype at = names.indexOf(currentName());
    m_up->setEnabled(at > 0);
    m_down->setEnabled(at >= 0 && at + 1 < names.size());
    m_blink->setEnabled(!currentName().isEmpty() && m_helper->isReachable());
}

QString NicPage::currentName() const
{
    return m_table->currentIndex().data(models::NameRole).toString();
}

void NicPage::takeChosen(const QStringList &names)
{
    if (isRefreshing())
        return;
    const QList<SlavePlan> before = draft()->slaves();
    for (const SlavePlan &slave : before) {
        if (!names.contains(slave.name))
            draft()->setSlaveChosen(slave.name, false);
    }
    for (qsizetype at = 0; at < names.size(); ++at) {
        draft()->setSlaveChosen(names.at(at), true);
        for (qsizetype from = at; from < draft()->slaves().size(); ++from) {
            if (draft()->slaves().at(from).name == names.at(at)) {
                draft()->moveSlave(from, at);
                break;
            }
        }
    }
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
    m_blinkAnswer->setText(tr("The lamp of %1 blinks for ten seconds.").arg(nic));
    m_helper->identify(nic, 10s, this, [this](const Result<helper::HelperClient::Nothing> &answer) {
        if (!answer)
            m_blinkAnswer->setText(answer.error().message + u' ' + answer.error().hint);
    });
}

void NicPage::takeNamed(const QString &text)
{
    QStringList names;
    for (const QString &part : text.split(u',')) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    takeChosen(names);
}

void NicPage::showField(const QString &field)
{
    if (field == u"options.primary" && m_primary->isVisible())
        m_primary->setFocus();
    else if (isForThisHost())
        m_table->setFocus();
    else
        m_newName->setFocus();
}

} // namespace bondwright::ui
