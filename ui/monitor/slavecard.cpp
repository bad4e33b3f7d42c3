// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/slavecard.h"

#include "chart/bondfeed.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/statesign.h"
#include "models/bondtreemodel.h"
#include "models/texts.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

QIcon swatch(const QColor &colour, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(colour);
    return QIcon(pixmap);
}

} // namespace

SlaveCard::SlaveCard(int ifindex, QWidget *parent)
    : QFrame(parent)
    , m_ifindex(ifindex)
    , m_title(new QCheckBox(this))
    , m_icon(new StateSign(StateShape::Unknown, this))
    , m_role(new QLabel(this))
    , m_link(new QLabel(this))
    , m_port(new QLabel(this))
    , m_traffic(new QLabel(this))
    , m_share(new QProgressBar(this))
    , m_faults(new QLabel(this))
    , m_lacp(new QLabel(this))
    , m_activate(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setChecked(true);
    for (QLabel *label : {m_role, m_link, m_port, m_traffic, m_faults, m_lacp})
        label->setTextFormat(Qt::PlainText);
    m_traffic->setFont(fixedFont(font()));
    m_link->setWordWrap(true); // it is longer than its card in some languages
    m_lacp->setWordWrap(true);
    m_lacp->hide();
    m_port->hide();
    m_share->setRange(0, 100);
    m_share->setMaximumHeight(fontMetrics().height() + 4); // its text must not touch the frame
    m_activate->hide();

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_icon, 0, 1);
    layout->addWidget(m_role, 0, 2);
    layout->addWidget(m_link, 1, 0, 1, 3);
    layout->addWidget(m_port, 2, 0, 1, 3);
    layout->addWidget(m_traffic, 3, 0, 1, 3);
    layout->addWidget(m_share, 4, 0, 1, 3);
    layout->addWidget(m_faults, 5, 0, 1, 3);
    layout->addWidget(m_lacp, 6, 0, 1, 3);
    layout->addWidget(m_activate, 7, 0, 1, 3);
    layout->setColumnStretch(0, 1);

    connect(m_title, &QCheckBox::toggled, this, [this](bool on) { Q_EMIT visibilityChanged(m_ifindex, on); });
    connect(m_activate, &QPushButton::clicked, this, [this] { Q_EMIT activationRequested(m_name); });
    retranslate();
}

void SlaveCard::retranslate()
{
    //: @info:tooltip
    m_title->setToolTip(tr("Show in the chart"));
    //: @action:button
    m_activate->setText(tr("Make active"));
    //: @label a slave's part of the bond's traffic; %p is replaced by a number
    m_share->setFormat(tr("%p % of the traffic"));
    m_share->setAccessibleName(tr("Part of the bond's traffic"));
    showFaults();
}

void SlaveCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SlaveCard::setState(const kernel::BondState &bond, const kernel::SlaveState &slave, const kernel::NicState &nic,
                         const std::optional<neighbours::SwitchPort> &port, const QString &cause, const QColor &colour,
                         bool isChangeable)
{
    m_name = slave.name;
    const int side = fontMetrics().height();
    m_title->setText(QString(slave.name).replace(u'&', u"&&"_s));
    m_title->setIcon(swatch(colour, side * 2 / 3));
    const kernel::SlaveRole role = kernel::roleOf(bond, slave, &nic);
    m_icon->setShape(shapeOf(role));
    m_role->setText(models::BondTreeModel::roleText(role));
    m_port->setVisible(port.has_value());
    if (port) {
        //: @info %1 a switch and its port
        m_port->setText(tr("Cable to %1").arg(neighbours::shortSwitchPortText(*port)));
        m_port->setToolTip(plainToolTip(switchPortText(*port)));
    }
    using models::Texts;
    setAccessibleName(Texts::list({slave.name, m_role->text()}));
    const QString link
        = nic.carrier ? Texts::list({Texts::speed(nic.speedMbps), Texts::duplex(nic.duplex)}) : Texts::link(nic);
    //: @info %1 is speed and duplex or "link down", %2 the MII state, %3 the number of link failures
    m_link->setText(tr("%1 · MII %2 · failures %3").arg(link, Texts::mii(slave.mii)).arg(slave.linkFailures));
    const bool isLacp = bond.mode == Mode::Ieee8023ad && slave.actorPortState;
    m_lacp->setVisible(isLacp);
    if (isLacp) {
        const QString partner = slave.partnerPortState ? Texts::lacpState(*slave.partnerPortState) : u"–"_s;
        //: @info LACP states of this host and of the switch
        const QString states = tr("This host: %1\nSwitch: %2").arg(Texts::lacpState(*slave.actorPortState), partner);
        m_lacp->setText(cause.isEmpty() ? states : cause + u'\n' + states);
    }
    m_activate->setVisible(kernel::hasActiveSlave(bond.mode) && isChangeable);
    m_activate->setEnabled(kernel::canBeMadeActive(bond, slave, &nic));
    //: @info:tooltip %1 is a NIC
    m_activate->setToolTip(plainToolTip(tr("Let %1 carry the traffic").arg(slave.name)));
}

void SlaveCard::setTraffic(const kernel::Rates &rates, const kernel::Counters &totals, double share, RateUnit unit)
{
    m_traffic->setText(
        u"↓ %1\n↑ %2"_s.arg(formatRate(rates.rxBytes, unit), 12).arg(formatRate(rates.txBytes, unit), 12));
    m_share->setValue(share < 0 ? 0 : int(std::lround(share * 100)));
    m_share->setTextVisible(share >= 0);
    m_errors = totals.rxErrors + totals.txErrors;
    m_drops = totals.rxDropped + totals.txDropped;
    showFaults();
}

void SlaveCard::showFaults()
{
    //: @info counters of a NIC since it came up
    m_faults->setText(m_drops ? tr("Errors %1 · drops %2").arg(m_errors).arg(*m_drops) : QString());
}

} // namespace bondwright::ui
