// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/trafficpage.h"
#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "common/retranslate.h"
#include "common/settings.h"

#include <QTimer>
#include <QVBoxLayout>

namespace bondwright::ui
{

TrafficPage::TrafficPage(kernel::KernelSource *source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
}

void TrafficPage::showBond(const QString &bond)
{
    m_bond = bond;
    if (isVisible())
        connectFeed();
}

void TrafficPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // The chart comes after the words beside it are on the screen.
    QTimer::singleShot(0, this, &TrafficPage::connectFeed);
}

void TrafficPage::connectFeed()
{
    if (!m_chart) {
        m_chart = new LiveChart(this);
        m_chart->setSpan(std::chrono::minutes(2));
        layout()->addWidget(m_chart);
        retranslateWith(m_chart, [this] {
            m_chart->setAccessibleName(tr("Traffic of the last two minutes"));
            m_chart->setAccessibleDescription(tr("Received above the line, sent below it, one colour for each slave"));
        });
    }
    m_chart->setUnit(settings::ratesInBits() ? RateUnit::BitsPerSecond : RateUnit::BytesPerSecond);
    if (m_bond == m_shown || m_bond.isEmpty())
        return;
    m_shown = m_bond;
    m_chart->setData(BondFeed::of(m_source, m_bond)->data());
}

} // namespace bondwright::ui
