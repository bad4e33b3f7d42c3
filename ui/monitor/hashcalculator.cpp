// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/hashcalculator.h"

#include "domain/sentences.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;
using kernel::FlowProtocol;

namespace
{

constexpr int columns = 4;

/// Of those that are counted; encap2+3 and encap3+4 are not.
QString countedShare(const std::optional<kernel::FlowCount> &count, XmitPolicy policy)
{
    if (!count)
        return {};
    const kernel::PolicySpread *spread = count->of(policy);
    return spread ? u"%1 %"_s.arg(qRound(100 * spread->busiestShare())) : u"–"_s;
}

} // namespace

HashCalculator::HashCalculator(QWidget *parent)
    : QWidget(parent)
    , m_sourceLabel(new QLabel(this))
    , m_source(new QLineEdit(this))
    , m_destinationLabel(new QLabel(this))
    , m_destination(new QLineEdit(this))
    , m_nextHopLabel(new QLabel(this))
    , m_nextHop(new QLineEdit(this))
    , m_protocolLabel(new QLabel(this))
    , m_protocol(new QComboBox(this))
    , m_portsLabel(new QLabel(this))
    , m_sourcePort(new QSpinBox(this))
    , m_destinationPort(new QSpinBox(this))
    , m_vlanLabel(new QLabel(this))
    , m_vlan(new QSpinBox(this))
    , m_table(new QTreeWidget(this))
    , m_note(new QLabel(this))
{
    m_destination->setObjectName(u"destination"_s);
    m_nextHop->setObjectName(u"next-hop"_s);
    m_destinationPort->setObjectName(u"destination-port"_s);
    for (const FlowProtocol protocol :
         {FlowProtocol::Tcp, FlowProtocol::Udp, FlowProtocol::IcmpEcho, FlowProtocol::Other})
        m_protocol->addItem(QString(), int(protocol));
    m_sourcePort->setRange(0, 65'535);
    m_sourcePort->setValue(40'000);
    m_destinationPort->setRange(0, 65'535);
    m_destinationPort->setValue(443);
    m_vlan->setRange(0, 4'094);
    m_sourceLabel->setBuddy(m_source);
    m_destinationLabel->setBuddy(m_destination);
    m_nextHopLabel->setBuddy(m_nextHop);
    m_protocolLabel->setBuddy(m_protocol);
    m_portsLabel->setBuddy(m_sourcePort);
    m_vlanLabel->setBuddy(m_vlan);
    m_table->setRootIsDecorated(false);
    m_table->setColumnCount(columns);
    for (int i = 0; i <= int(XmitPolicy::VlanSrcMac); ++i) {
        auto *item = new QTreeWidgetItem(m_table);
        item->setText(0, xmitPolicyName(XmitPolicy(i)));
    }
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    layOut();
    for (QLineEdit *edit : {m_source, m_destination, m_nextHop})
        connect(edit, &QLineEdit::textChanged, this, &HashCalculator::calculate);
    for (QSpinBox *box : {m_sourcePort, m_destinationPort, m_vlan})
        connect(box, &QSpinBox::valueChanged, this, &HashCalculator::calculate);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, &HashCalculator::calculate);
    retranslate();
}

void HashCalculator::layOut()
{
    auto *ports = new QHBoxLayout;
    ports->addWidget(m_sourcePort, 1);
    ports->addWidget(new QLabel(u"→"_s, this));
    ports->addWidget(m_destinationPort, 1);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(4);
    form->addRow(m_sourceLabel, m_source);
    form->addRow(m_destinationLabel, m_destination);
    form->addRow(m_nextHopLabel, m_nextHop);
    form->addRow(m_protocolLabel, m_protocol);
    form->addRow(m_portsLabel, ports);
    form->addRow(m_vlanLabel, m_vlan);
    auto *right = new QVBoxLayout;
    right->addWidget(m_table, 1);
    right->addWidget(m_note);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(16);
    layout->addLayout(form, 1);
    layout->addLayout(right, 1);
}

void HashCalculator::retranslate()
{
    //: @label:textbox
    m_sourceLabel->setText(tr("From address"));
    //: @label:textbox
    m_destinationLabel->setText(tr("To address"));
    //: @label:textbox MAC address of the gateway or of the destination in the same network
    m_nextHopLabel->setText(tr("Next hop's MAC"));
    //: @label:listbox
    m_protocolLabel->setText(tr("Protocol"));
    m_protocol->setItemText(0, u"TCP"_s);
    m_protocol->setItemText(1, u"UDP"_s);
    //: @item:inlistbox
    m_protocol->setItemText(2, tr("Ping (the first number is its identifier)"));
    //: @item:inlistbox an IP protocol that has no ports
    m_protocol->setItemText(3, tr("Without ports"));
    //: @label:spinbox
    m_portsLabel->setText(tr("Ports"));
    //: @label:spinbox
    m_vlanLabel->setText(tr("VLAN above the bond"));
    //: @item:valuesuffix a VLAN number that means: none
    m_vlan->setSpecialValueText(tr("none"));
    //: @title:column
    m_table->setHeaderLabels({tr("Policy"), tr("Hash"), tr("Slave"), tr("Busiest link")});
    //: @info:tooltip
    m_table->headerItem()->setToolTip(
        3, tr("How much of the counted traffic the busiest link would send under this policy"));
    m_table->setAccessibleName(tr("Slave under each policy"));
    m_nextHop->setPlaceholderText(u"aa:bb:cc:dd:ee:ff"_s);
    for (const auto &[edit, label] : {std::pair(m_source, m_sourceLabel), std::pair(m_destination, m_destinationLabel),
                                      std::pair(m_nextHop, m_nextHopLabel)})
        edit->setAccessibleName(label->text());
    m_sourcePort->setAccessibleName(tr("Source port"));
    m_destinationPort->setAccessibleName(tr("Destination port"));
    calculate();
}

void HashCalculator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HashCalculator::setBond(const kernel::BondState &bond, const MacAddress &bondMac, const QStringList &addresses,
                             const QStringList &enslaveOrder)
{
    m_bond = bond;
    m_bondMac = bondMac;
    m_isOrderKnown = !enslaveOrder.isEmpty();
    m_candidates = kernel::hashCandidates(bond, enslaveOrder);
    if (m_source->text().isEmpty() && !addresses.isEmpty())
        m_source->setText(addresses.first().section(u'/', 0, 0));
    calculate();
}

void HashCalculator::setCount(const kernel::FlowCount &count)
{
    m_count = count;
    calculate();
}

std::optional<kernel::Flow> HashCalculator::flow() const
{
    kernel::Flow flow;
    const MacAddress next = MacAddress::fromString(m_nextHop->text().trimmed());
    flow.source = IpAddress::fromString(m_source->text().trimmed());
    flow.destination = IpAddress::fromString(m_destination->text().trimmed());
    if (!m_bondMac.isEthernet() || next.isEmpty() || !flow.source || !flow.destination
        || flow.source->family() != flow.destination->family())
        return std::nullopt;
    flow.sourceMac = m_bondMac;
    flow.destinationMac = next;
    flow.protocol = FlowProtocol(m_protocol->currentData().toInt());
    flow.sourcePort = flow.icmpId = quint16(m_sourcePort->value());
    flow.destinationPort = quint16(m_destinationPort->value());
    if (m_vlan->value() > 0)
        flow.vlan = quint16(m_vlan->value());
    return flow;
}

QString HashCalculator::slaveUnder(XmitPolicy policy) const
{
    const auto entered = flow();
    return entered ? kernel::slaveForHash(kernel::xmitHash(policy, *entered), m_candidates) : QString();
}

void HashCalculator::calculate()
{
    const auto entered = flow();
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_table->topLevelItem(i);
        const auto policy = XmitPolicy(i);
        const bool isCurrent = kernel::sendsByHash(m_bond) && policy == m_bond.options.xmitPolicy();
        QFont weight = m_table->font();
        weight.setBold(isCurrent);
        for (int column = 0; column < columns; ++column)
            item->setFont(column, weight);
        //: @item:intable the policy the bond uses; %1 is its name
        item->setText(0, isCurrent ? tr("%1 (in use)").arg(xmitPolicyName(policy)) : xmitPolicyName(policy));
        item->setText(1,
                      entered ? u"0x%1"_s.arg(kernel::xmitHash(policy, *entered), 8, 16, QLatin1Char('0')) : QString());
        item->setText(2, slaveUnder(policy));
        item->setText(3, countedShare(m_count, policy));
    }
    for (const int column : {0, 2, 3})
        m_table->resizeColumnToContents(column);
    QStringList notes;
    if (!entered)
        //: @info
        notes.append(tr("Enter both addresses and the MAC address of the next hop (the gateway's, for addresses "
                        "outside this network)."));
    else if (m_candidates.isEmpty())
        //: @info
        notes.append(tr("No slave can send now."));
    //: @info
    notes.append(tr("encap3+4 cannot be foretold for connections that begin on this host: they use a random number."));
    if (!m_isOrderKnown)
        //: @info
        notes.append(tr("The order in which the slaves were added is not known here; it is taken to be that of their "
                        "numbers."));
    m_note->setText(joinSentences(notes));
}

} // namespace bondwright::ui
