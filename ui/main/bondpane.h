// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "domain/plan.h"
#include "kernel/health.h"

#include <QElapsedTimer>
#include <QHash>
#include <QWidget>

class QTabWidget;

namespace bondwright::models
{
class BondTreeModel;
class EventModel;
} // namespace bondwright::models

namespace bondwright::ui
{

class ConfigurationPage;
class EventsPage;
class StatusPage;
class SwitchPane;
class TrafficPage;
class StateHeader;

/// Everything about the selected bond: the verdict, and five tabs.
class BondPane final : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Status, Traffic, Events, Configuration, Switch };

    BondPane(const Services &services, models::BondTreeModel *bonds, models::EventModel *events,
             QWidget *parent = nullptr);

    void showBond(int ifindex);
    int bond() const { return m_bond; }
    void setTab(Tab tab);
    /// The configured plan, or the one that runs.
    BondPlan planToEdit() const;

private:
    void refresh();
    void retranslate();
    void blink();
    QString since(const kernel::Health &health);

    struct Known {
        kernel::Verdict verdict = kernel::Verdict::Unknown;
        QElapsedTimer since;
        bool isSinceStart = true; ///< it was so when the program began to look
    };

    Services m_services;
    StateHeader *m_strip;
    QTabWidget *m_tabs;
    StatusPage *m_status;
    TrafficPage *m_traffic;
    EventsPage *m_events;
    ConfigurationPage *m_configuration;
    SwitchPane *m_switch;
    QHash<int, Known> m_known; ///< by ifindex
    QString m_hurtSlave;
    int m_bond = 0;
};

} // namespace bondwright::ui
