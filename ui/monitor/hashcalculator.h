// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/flowcensus.h"
#include "kernel/snapshot.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTreeWidget;

namespace bondwright::ui
{

/// Which slave a given flow takes, under each transmit hash policy.
class HashCalculator : public QWidget
{
    Q_OBJECT
public:
    explicit HashCalculator(QWidget *parent = nullptr);
    /// @param enslaveOrder empty: not known
    void setBond(const kernel::BondState &bond, const MacAddress &bondMac, const QStringList &addresses,
                 const QStringList &enslaveOrder);
    /// Beside it: what the busiest link would have sent under each policy.
    void setCount(const kernel::FlowCount &count);
    /// The input; nullopt while a part is not valid.
    std::optional<kernel::Flow> flow() const;
    /// The slave under a policy; empty: none, or the flow is not valid.
    QString slaveUnder(XmitPolicy policy) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void calculate();

    kernel::BondState m_bond;
    std::optional<kernel::FlowCount> m_count;
    MacAddress m_bondMac;
    QStringList m_candidates;
    bool m_isOrderKnown = false;
    QLabel *m_sourceLabel;
    QLineEdit *m_source;
    QLabel *m_destinationLabel;
    QLineEdit *m_destination;
    QLabel *m_nextHopLabel;
    QLineEdit *m_nextHop;
    QLabel *m_protocolLabel;
    QComboBox *m_protocol;
    QLabel *m_portsLabel;
    QSpinBox *m_sourcePort;
    QSpinBox *m_destinationPort;
    QLabel *m_vlanLabel;
    QSpinBox *m_vlan;
    QTreeWidget *m_table;
    QLabel *m_note;
};

} // namespace bondwright::ui
