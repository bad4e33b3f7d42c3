// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartdata.h"
#include "kernel/kernelsource.h"

#include <QHash>
#include <QObject>

#include <deque>

namespace bondwright::kernel
{
class CounterWatch;
}

namespace bondwright::ui
{

/// Fills a ChartData with one bond's traffic, slave states and events, for as long as the source lives. Shared
/// by all windows that show this bond: history gathered behind one of them is there when another opens.
class BondFeed : public QObject
{
    Q_OBJECT
public:
    /// The feed for this bond (by name: a bond created anew goes on in the same chart). Owned by the source.
    static BondFeed *of(kernel::KernelSource *source, const QString &bond);

    const QString &bond() const { return m_bond; }
    ChartData *data() { return &m_data; }
    /// Place of a slave in the bond's list: decides its colour everywhere; -1: not a slave now.
    int placeOf(int ifindex) const;
    /// Band and curves of a slave in data().
    QList<int> idsOf(int ifindex) const;
    /// The colour of a slave, or of the bond's total, for the application's palette.
    QColor colourOf(int ifindex) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    BondFeed(kernel::KernelSource *source, const QString &bond);
    void onSnapshot();
    void onEvent(const kernel::BondEvent &event);
    void onSample(const kernel::CounterSample &sample);
    void recolour();
    void retranslate();

    struct Slave {
        int ifindex = 0;
        QString name;
        int lane = 0;
        int receive = 0;
        int transmit = 0;
    };
    void addSlave(const kernel::SlaveState &state);
    void removeSlave(qsizetype at);
    void watch(int bondIndex);
    void addMarker(const kernel::BondEvent &event);

    kernel::KernelSource *m_source;
    kernel::CounterWatch *m_watch;
    QString m_bond;
    int m_bondIndex = 0;
    int m_lastBondIndex = 0; ///< also while there is none
    int m_totalReceive = 0;
    int m_totalTransmit = 0;
    QList<Slave> m_slaves; ///< by ifindex
    std::deque<kernel::BondEvent> m_marked; ///< those with a marker, which speaks the language of the day
    ChartData m_data;
};

} // namespace bondwright::ui
