// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartaxis.h"
#include "kernel/counters.h"
#include "kernel/snapshot.h"
#include "neighbours/switchport.h"

#include <QFrame>

#include <optional>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace bondwright::ui
{

class StateSign;

/// One slave: its state and its traffic. Its check box is the chart's legend.
class SlaveCard : public QFrame
{
    Q_OBJECT
public:
    explicit SlaveCard(int ifindex, QWidget *parent = nullptr);

    /// @param cause what the diagnosis says of it; empty: nothing
    void setState(const kernel::BondState &bond, const kernel::SlaveState &slave, const kernel::NicState &nic,
                  const std::optional<neighbours::SwitchPort> &port, const QString &cause, const QColor &colour,
                  bool isChangeable);
    /// @param share of the bond's traffic, 0–1; negative: nothing flows
    void setTraffic(const kernel::Rates &rates, const kernel::Counters &totals, double share, RateUnit unit);

Q_SIGNALS:
    void visibilityChanged(int ifindex, bool visible);
    void activationRequested(const QString &slave);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showFaults();

    int m_ifindex;
    quint64 m_errors = 0;
    std::optional<quint64> m_drops; ///< not known before the first sample
    QString m_name;
    QCheckBox *m_title;
    StateSign *m_icon;
    QLabel *m_role;
    QLabel *m_link;
    QLabel *m_port; ///< where the cable ends
    QLabel *m_traffic;
    QProgressBar *m_share;
    QLabel *m_faults;
    QLabel *m_lacp;
    QPushButton *m_activate;
};

} // namespace bondwright::ui
