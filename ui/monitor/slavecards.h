// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartaxis.h"
#include "diagnosis/diagnosis.h"
#include "kernel/counters.h"
#include "kernel/snapshot.h"
#include "neighbours/switchport.h"

#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace bondwright::ui
{

class BondFeed;
class SlaveCard;

/// The cards of a bond's slaves, one above the other.
class SlaveCards : public QScrollArea
{
    Q_OBJECT
public:
    explicit SlaveCards(BondFeed *feed, QWidget *parent = nullptr);
    /// @param findings about the bond
    void setSnapshot(const kernel::Snapshot &snapshot, const neighbours::SwitchPorts &ports,
                     const QList<diagnosis::Finding> &findings);
    /// Whether the cards offer to make their slave active; not in a recording.
    void setChangeable(bool isChangeable) { m_isChangeable = isChangeable; }
    void setSample(const kernel::CounterSample &sample, RateUnit unit);

Q_SIGNALS:
    /// Its curves and its band in the chart.
    void visibilityChanged(int ifindex, bool isVisible);
    void activationRequested(const QString &slave);

private:
    BondFeed *m_feed;
    QHash<int, SlaveCard *> m_cards;
    QVBoxLayout *m_layout;
    bool m_isChangeable = true;
};

} // namespace bondwright::ui
