// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/slavecards.h"

#include "chart/bondfeed.h"
#include "common/fonts.h"
#include "monitor/slavecard.h"

#include <QVBoxLayout>

#include <algorithm>

namespace bondwright::ui
{

SlaveCards::SlaveCards(BondFeed *feed, QWidget *parent)
    : QScrollArea(parent)
    , m_feed(feed)
{
    auto *content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(8, 0, 8, 8);
    m_layout->setSpacing(8);
    m_layout->addStretch();
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(characterWidth(fontMetrics()) * 46);
}

void SlaveCards::setSnapshot(const kernel::Snapshot &snapshot, const neighbours::SwitchPorts &ports,
                             const QList<diagnosis::Finding> &findings)
{
    const kernel::BondState *bond = snapshot.bondByName(m_feed->bond());
    for (auto card = m_cards.begin(); card != m_cards.end();) {
        if (bond && bond->slave(card.key())) {
            ++card;
        } else {
            card.value()->deleteLater();
            card = m_cards.erase(card);
        }
    }
    if (!bond)
        return;
    for (qsizetype i = 0; i < bond->slaves.size(); ++i) {
        const kernel::SlaveState &slave = bond->slaves.at(i);
        SlaveCard *&card = m_cards[slave.ifindex];
        if (!card) {
            card = new SlaveCard(slave.ifindex, widget());
            m_layout->insertWidget(int(i), card);
            connect(card, &SlaveCard::visibilityChanged, this, &SlaveCards::visibilityChanged);
            connect(card, &SlaveCard::activationRequested, this, &SlaveCards::activationRequested);
        }
        const auto port = ports.constFind(slave.name);
        const auto finding = std::ranges::find_if(
            findings, [&slave](const diagnosis::Finding &one) { return one.slaves.contains(slave.name); });
        card->setState(*bond, slave, snapshot.nics.value(slave.ifindex),
                       port == ports.cend() ? std::nullopt : std::optional(*port),
                       finding == findings.cend() ? QString() : finding->cause, m_feed->colourOf(slave.ifindex),
                       m_isChangeable);
    }
}

void SlaveCards::setSample(const kernel::CounterSample &sample, RateUnit unit)
{
    double sum = 0;
    QHash<int, kernel::Rates> rates;
    for (auto card = m_cards.cbegin(); card != m_cards.cend(); ++card) {
        const kernel::Rates own = m_feed->data()->traffic().latest(card.key()).value_or(kernel::Rates{});
        rates.insert(card.key(), own);
        sum += own.rxBytes + own.txBytes;
    }
    for (const kernel::Counters &counters : sample.interfaces) {
        SlaveCard *card = m_cards.value(counters.ifindex);
        if (!card)
            continue;
        const kernel::Rates own = rates.value(counters.ifindex);
        card->setTraffic(own, counters, sum > 0 ? (own.rxBytes + own.txBytes) / sum : -1, unit);
    }
}

} // namespace bondwright::ui
