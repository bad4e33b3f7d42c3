// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/statuspage.h"
#include "common/columnfitter.h"
#include "common/findingsview.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/scrollroom.h"
#include "common/switchcolumn.h"
#include "diagnosis/healthkeeper.h"
#include "domain/sentences.h"
#include "main/trafficpage.h"
#include "models/bondtreemodel.h"
#include "models/texts.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

StatusPage::StatusPage(models::BondTreeModel *bonds, kernel::KernelSource *source, QWidget *parent)
    : QWidget(parent)
    , m_model(bonds)
    , m_slaves(new QTreeView(this))
    , m_facts(textLabel(this, {}, true))
    , m_findings(new FindingsView(this))
    , m_lacpHeading(headingLabel(this))
    , m_lacp(textLabel(this, {}, true))
    , m_traffic(new TrafficPage(source, this))
{
    m_slaves->setObjectName(u"slaves"_s);
    m_slaves->setModel(bonds);
    m_slaves->setItemDelegate(new RowDelegate(m_slaves));
    m_slaves->setRootIsDecorated(false);
    m_slaves->setUniformRowHeights(true);
    m_slaves->setAllColumnsShowFocus(true);
    m_slaves->setAlternatingRowColors(true);
    using Bond = models::BondTreeModel;
    m_columns = new ColumnFitter(m_slaves, u"status"_s, {Bond::Name, Bond::State, Bond::Link, Bond::SwitchPort});
    showWhileKnown(m_slaves, Bond::SwitchPort, diagnosis::HealthKeeper::of(source));
    m_slaves->installEventFilter(this);
    m_traffic->layout()->setContentsMargins(0, 8, 0, 0);
    m_traffic->setMinimumHeight(fontMetrics().height() * 9);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_slaves);
    layout->addWidget(m_findings);
    layout->addWidget(m_facts);
    layout->addWidget(m_lacpHeading);
    layout->addWidget(m_lacp);
    layout->addWidget(m_traffic, 1);
    // With large fonts or many slaves in mode 4 the page is longer than the window.
    QScrollArea *area = scrollRoom(this, body);
    area->setMinimumHeight(fontMetrics().height());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    retranslateWith(this, [this] {
        describe(m_slaves, tr("Slaves of the bond"),
                 tr("Each with its link, speed and traffic; the menu key offers to make one active"));
        m_lacpHeading->setText(u"LACP"_s);
    });
}

void StatusPage::showBond(int ifindex, const kernel::Snapshot &snapshot)
{
    const QModelIndex root = m_model->bondIndex(ifindex);
    if (root.isValid() && m_slaves->rootIndex() != root)
        m_slaves->setRootIndex(root);
    m_columns->fit();
    fitRows();
    const auto bond = snapshot.bonds.constFind(ifindex);
    if (bond == snapshot.bonds.cend())
        return;
    m_hasActiveSlave = modeInfo(bond->mode).optionGroups.testFlag(OptionGroup::Primary);
    m_traffic->showBond(bond->name);
    fillFacts(*bond, snapshot);
    fillLacp(*bond);
}

/// What the header above does not say.
void StatusPage::showFindings(const diagnosis::Diagnosis &health)
{
    QList<Finding> others;
    for (const diagnosis::Finding &finding : health.findings) {
        if (finding.rule == health.rule && finding.cause == health.cause)
            continue;
        Finding shown;
        shown.severity = finding.isFault() ? Severity::Warning : Severity::Advice;
        shown.scope = FindingScope::Host;
        shown.code = ruleName(finding.rule);
        shown.message = joinSentences({finding.cause, finding.evidence});
        shown.advice = finding.nextStep;
        others.append(shown);
    }
    m_findings->setFindings(others);
}

void StatusPage::fitRows()
{
    constexpr int mostRows = 16;
    const int rows = m_model->rowCount(m_slaves->rootIndex());
    const int row = std::max(m_slaves->sizeHintForRow(0), fontMetrics().height() + 4);
    const int around = m_slaves->header()->sizeHint().height() + 2 * m_slaves->frameWidth();
    const int scroll = m_slaves->horizontalScrollBar()->sizeHint().height();
    m_slaves->setMinimumHeight(around + row * std::clamp(rows, 2, 6) + scroll);
    m_slaves->setMaximumHeight(around + row * std::clamp(rows, 2, mostRows) + scroll);
}

void StatusPage::fillFacts(const kernel::BondState &bond, const kernel::Snapshot &snapshot)
{
    QStringList lines;
    const auto nic = snapshot.nics.constFind(bond.ifindex);
    if (nic != snapshot.nics.cend()) {
        lines.append(nic->addresses.isEmpty() ? tr("No address")
                                              : tr("Addresses: %1").arg(nic->addresses.toStrings().join(u", "_s)));
        if (nic->gateway)
            lines.append(tr("Gateway: %1").arg(nic->gateway->toString()));
        lines.append(tr("MAC %1 · MTU %2").arg(nic->mac.toString()).arg(nic->mtu));
    }
    if (bond.options.monitorsByMii())
        lines.append(tr("MII link monitoring every %1 ms").arg(bond.options.miimon().count()));
    else if (bond.options.monitorsByArp())
        lines.append(tr("ARP monitoring every %1 ms").arg(bond.options.arpInterval().count()));
    else
        lines.append(tr("Links are not monitored: a dead link is never noticed"));
    m_facts->setText(lines.join(u'\n'));
}

void StatusPage::fillLacp(const kernel::BondState &bond)
{
    const bool isLacp = bond.mode == Mode::Ieee8023ad;
    m_lacp->setVisible(isLacp);
    m_lacpHeading->setVisible(isLacp);
    if (!isLacp)
        return;
    QStringList lines;
    if (bond.ad) {
        lines.append(tr("Partner %1 · aggregator %2 with %n port(s)", nullptr, bond.ad->ports)
                         .arg(bond.ad->partnerMac.toString())
                         .arg(bond.ad->aggregatorId));
    } else {
        lines.append(tr("No active aggregator"));
    }
    //: @info shown instead of a value that the kernel does not tell without privileges
    const QString unknown = tr("not told by the kernel");
    for (const kernel::SlaveState &slave : bond.slaves) {
        lines.append(tr("%1: aggregator %2; here %3; partner %4")
                         .arg(slave.name, slave.aggregatorId ? QString::number(*slave.aggregatorId) : unknown,
                              slave.actorPortState ? models::Texts::lacpState(*slave.actorPortState) : unknown,
                              slave.partnerPortState ? models::Texts::lacpState(*slave.partnerPortState) : unknown));
    }
    m_lacp->setText(lines.join(u'\n'));
}

bool StatusPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_slaves && event->type() == QEvent::ContextMenu) {
        openMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void StatusPage::openMenu(const QPoint &at)
{
    const QModelIndex slave = m_slaves->currentIndex();
    if (!slave.isValid() || !m_hasActiveSlave || !m_isChangeable)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString name = slave.data(models::NameRole).toString();
    //: @action:inmenu %1 a slave
    QAction *action = menu->addAction(tr("Make %1 active").arg(name));
    action->setEnabled(slave.data(models::BondTreeModel::CanBeMadeActiveRole).toBool());
    connect(action, &QAction::triggered, this, [this, name] { Q_EMIT makeActiveRequested(name); });
    menu->popup(at);
}

} // namespace bondwright::ui
