// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/monitorwindow.h"

#include "chart/bondfeed.h"
#include "chart/livechart.h"

#include <QVBoxLayout>

namespace bondwright::ui
{

MonitorWindow::MonitorWindow(const Services &services, const QString &bond, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_services(services)
    , m_bond(bond)
    , m_feed(BondFeed::of(services.source, bond))
    , m_chart(new LiveChart(this))
{
    //: @title:window %1 is a bond's name
    setWindowTitle(tr("Monitor – %1").arg(bond));
    m_chart->setData(m_feed->data());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_chart);
}

MonitorWindow::~MonitorWindow() = default;

} // namespace bondwright::ui
