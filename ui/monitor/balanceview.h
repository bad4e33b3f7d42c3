// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/balancebars.h"

#include "kernel/snapshot.h"

namespace bondwright::helper
{
class HelperClient;
}

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace bondwright::ui
{

class FlowCounter;
class HashCalculator;

/// How evenly the slaves carry, and for hash modes which slave a flow takes and which policy would spread them.
class BalanceView : public QWidget
{
    Q_OBJECT
public:
    explicit BalanceView(QWidget *parent = nullptr);
    /// @param enslaveOrder see kernel::hashCandidates(); empty: not known
    void setBond(const kernel::BondState &bond, const kernel::NicState &nic, const QStringList &enslaveOrder);
    void setParts(const QList<BalanceBars::Part> &parts);
    /// @param helper counts flows, and must outlive this; null: none can be counted, as in a recording
    void setHelper(helper::HelperClient *helper);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();

    kernel::BondState m_bond;
    BalanceBars *m_bars;
    QLabel *m_explanation;
    HashCalculator *m_calculator;
    FlowCounter *m_counter;
    QScrollArea *m_scroll;
    QBoxLayout *m_parts; ///< bars and calculator
};

} // namespace bondwright::ui
