// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "diagnosis/healthkeeper.h"
#include "domain/plan.h"

#include <QWidget>

#include <functional>

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
class SwitchPage;
class TrafficPage;
class StateHeader;

/// Everything about the selected bond: the verdict, and five tabs, each built when it is first looked at.
class BondPane final : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Status, Traffic, Events, Configuration, Switch };

    BondPane(const Services &services, models::BondTreeModel *bonds, models::EventModel *events,
             QWidget *parent = nullptr);

    void showBond(int ifindex);
    /// The configured plan, requested again; without one, the running plan (isConfigured false).
    void askPlanToEdit(QObject *context, const std::function<void(const BondPlan &plan, bool isConfigured)> &done);

Q_SIGNALS:
    /// The helper did not do what was asked for here; translated.
    void refused(const QString &words);

private:
    void build(int tab);
    ConfigurationPage *configurationPage();
    void refresh();
    void retranslate();
    void blink();
    void tell(const Error &error);

    Services m_services;
    diagnosis::HealthKeeper *m_health; ///< of the source, which outlives this
    StateHeader *m_strip;
    QTabWidget *m_tabs;
    StatusPage *m_status;
    TrafficPage *m_traffic = nullptr;
    EventsPage *m_events = nullptr;
    ConfigurationPage *m_configuration = nullptr;
    SwitchPage *m_switch = nullptr;
    models::EventModel *m_eventModel;
    QString m_hurtSlave;
    int m_bond = 0;
};

} // namespace bondwright::ui
