// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testsetuppage.h"

#include "common/retranslate.h"
#include "common/scrollroom.h"
#include "common/typedlist.h"
#include "ping/ping.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

TestSetupPage::TestSetupPage(const QString &bond, QWidget *parent)
    : QWidget(parent)
    , m_bond(bond)
    , m_intro(new QLabel(this))
    , m_slavesLabel(new QLabel(this))
    , m_slaves(new QListWidget(this))
    , m_targetLabel(new QLabel(this))
    , m_target(new QLineEdit(this))
    , m_byHand(new QRadioButton(this))
    , m_automatic(new QRadioButton(this))
    , m_automaticHint(new QLabel(this))
    , m_limitLabel(new QLabel(this))
    , m_limit(new QSpinBox(this))
    , m_obstacle(new QLabel(this))
{
    m_intro->setWordWrap(true);
    m_automaticHint->setWordWrap(true);
    m_obstacle->setWordWrap(true);
    m_obstacle->setTextFormat(Qt::PlainText);
    m_byHand->setObjectName(u"by-hand"_s);
    m_automatic->setObjectName(u"automatic"_s);
    m_byHand->setChecked(true);
    m_limit->setObjectName(u"longest-outage"_s);
    m_limit->setRange(1, 600'000);
    m_slavesLabel->setBuddy(m_slaves);
    m_targetLabel->setBuddy(m_target);
    m_limitLabel->setBuddy(m_limit);
    m_slaves->setMaximumHeight(m_slaves->fontMetrics().height() * 7);

    auto *way = new QVBoxLayout;
    way->setSpacing(4);
    way->addWidget(m_byHand);
    way->addWidget(m_automatic);
    // Below its choice, where the choice's text begins.
    const int indent = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
        + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing);
    m_automaticHint->setContentsMargins(indent, 0, 0, 0);
    way->addWidget(m_automaticHint);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(16);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // large fonts
    form->addRow(m_slavesLabel, m_slaves);
    form->addRow(m_targetLabel, m_target);
    form->addRow(QString(), way);
    form->addRow(m_limitLabel, m_limit);
    auto *body = new QWidget;
    auto *inBody = new QVBoxLayout(body);
    inBody->setSpacing(16);
    inBody->addWidget(m_intro);
    inBody->addLayout(form);
    inBody->addStretch(1); // and not between the lines of the form
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrollRoom(this, body), 1);
    m_obstacle->setContentsMargins(inBody->contentsMargins());
    layout->addWidget(m_obstacle); // what stands in the way is seen without scrolling

    connect(m_target, &QLineEdit::textEdited, this, [this] { m_targetEdited = true; });
    connect(m_limit, &QSpinBox::valueChanged, this, [this] { m_limitEdited = m_limit->hasFocus() || m_limitEdited; });
    connect(m_target, &QLineEdit::textChanged, this, &TestSetupPage::showObstacle);
    connect(m_slaves, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (item->checkState() == Qt::Checked)
            m_unmarked.remove(item->text());
        else
            m_unmarked.insert(item->text());
        showObstacle();
    });
    retranslate();
}

void TestSetupPage::retranslate()
{
    //: @info
    m_intro->setText(
        tr("Each slave loses its link and gets it again, one after the other, while the targets are pinged. "
           "The last working link is never taken down."));
    //: @label:listbox
    m_slavesLabel->setText(tr("&Slaves"));
    //: @label:textbox
    m_targetLabel->setText(tr("&Ping targets"));
    //: @info:placeholder
    m_target->setPlaceholderText(tr("Addresses, separated by commas"));
    //: @option:radio
    m_byHand->setText(tr("By &hand: the program says which cable to pull"));
    //: @option:radio
    m_automatic->setText(tr("&Automatic: the links are switched off and on"));
    //: @info
    m_automaticHint->setText(
        tr("If anything dies meanwhile, the helper brings the link up again within %n seconds.", nullptr, 30));
    //: @label:spinbox
    m_limitLabel->setText(tr("&Longest outage allowed"));
    //: @item:valuesuffix milliseconds
    m_limit->setSuffix(tr(" ms"));
    m_byHand->setAccessibleDescription(tr("The program itself switches nothing"));
    m_automatic->setAccessibleDescription(m_automaticHint->text());
    describe(m_slaves, tr("Slaves to test"), tr("Only those that are marked lose their link"));
    m_target->setAccessibleName(tr("Ping targets"));
    describe(m_limit, tr("Longest outage allowed"), tr("The test fails if an outage is longer"));
    showObstacle();
}

void TestSetupPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TestSetupPage::setSnapshot(const kernel::Snapshot &snapshot)
{
    m_snapshot = snapshot;
    const kernel::BondState *bond = snapshot.bondByName(m_bond);
    QStringList names;
    if (bond) {
        for (const kernel::SlaveState &slave : bond->slaves)
            names.append(slave.name);
        const auto gateway = snapshot.nics.value(bond->ifindex).gateway;
        if (!m_targetEdited && m_target->text().isEmpty() && gateway)
            m_target->setText(gateway->toString());
        if (!m_limitEdited)
            m_limit->setValue(int(failover::defaultLimit(*bond).count()));
    }
    QStringList shown;
    for (int i = 0; i < m_slaves->count(); ++i)
        shown.append(m_slaves->item(i)->text());
    if (shown != names) {
        const QSignalBlocker blocker(m_slaves); // an item is without a mark while it is made
        m_slaves->clear();
        for (const QString &name : std::as_const(names)) {
            auto *item = new QListWidgetItem(name, m_slaves);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(m_unmarked.contains(name) ? Qt::Unchecked : Qt::Checked);
        }
    }
    showObstacle();
}

void TestSetupPage::setHelperReachable(bool reachable)
{
    m_automatic->setEnabled(reachable);
    //: @info:tooltip
    m_automatic->setToolTip(reachable ? QString() : tr("The helper is not there."));
    if (!reachable)
        m_byHand->setChecked(true);
}

failover::TestSettings TestSetupPage::settings() const
{
    failover::TestSettings settings;
    settings.bond = m_bond;
    settings.automatic = m_automatic->isChecked();
    settings.limit = std::chrono::milliseconds(m_limit->value());
    for (int i = 0; i < m_slaves->count(); ++i) {
        if (m_slaves->item(i)->checkState() == Qt::Checked)
            settings.slaves.append(m_slaves->item(i)->text());
    }
    settings.targets = typedList(m_target->text());
    return settings;
}

QString TestSetupPage::obstacle() const
{
    const kernel::BondState *bond = m_snapshot.bondByName(m_bond);
    if (!bond)
        //: @info:status
        return tr("%1 does not exist now.").arg(m_bond);
    if (bond->slaves.size() < 2)
        //: @info:status
        return tr("%1 has fewer than two slaves: there is nothing to fail over to.").arg(m_bond);
    const failover::TestSettings chosen = settings();
    if (chosen.slaves.isEmpty())
        //: @info:status
        return tr("Choose at least one slave.");
    if (chosen.targets.isEmpty())
        //: @info:status
        return tr("Enter an address to ping, for example the gateway: the outage is measured with it.");
    if (chosen.targets.size() > 8)
        //: @info:status
        return tr("At most eight ping targets.");
    for (const QString &target : chosen.targets) {
        if (!ping::parseTarget(target))
            //: @info:status
            return tr("“%1” is not an address that can be pinged.").arg(target);
    }
    return {};
}

void TestSetupPage::showObstacle()
{
    const QString obstacle = this->obstacle();
    m_obstacle->setText(obstacle);
    m_obstacle->setVisible(!obstacle.isEmpty());
    Q_EMIT changed();
}

} // namespace bondwright::ui
