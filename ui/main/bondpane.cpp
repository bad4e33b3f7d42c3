// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/bondpane.h"
#include "common/eventspage.h"
#include "common/retranslate.h"
#include "common/scrollroom.h"
#include "common/stateheader.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "kernel/runningplan.h"
#include "main/configurationpage.h"
#include "main/statuspage.h"
#include "main/switchpage.h"
#include "main/trafficpage.h"
#include "models/eventmodel.h"

#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

BondPane::BondPane(const Services &services, models::BondTreeModel *bonds, models::EventModel *events, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_health(diagnosis::HealthKeeper::of(services.source))
    , m_strip(new StateHeader(this))
    , m_tabs(new QTabWidget(this))
    , m_status(new StatusPage(bonds, services.source, m_tabs))
    , m_eventModel(events)
{
    m_strip->setClock([source = services.source] { return source->now(); });
    m_status->setChangeable(!services.isRecording());
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_status, QString());
    // The window appears sooner if it does not build pages that are not shown yet.
    for (int tab = Traffic; tab <= Switch; ++tab) {
        // With large fonts a page may need more height than a low window has: what is wrong stands above and is read whole.
        QScrollArea *room = scrollRoom(m_tabs);
        room->setMinimumHeight(fontMetrics().height());
        m_tabs->addTab(room, QString());
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, &BondPane::build);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_strip);
    layout->addWidget(m_tabs, 1);
    connect(services.source, &kernel::KernelSource::snapshotChanged, this, &BondPane::refresh);
    connect(m_health, &diagnosis::HealthKeeper::changed, this, &BondPane::refresh);
    connect(m_health, &diagnosis::HealthKeeper::portsChanged, this, &BondPane::refresh);
    connect(services.helper, &helper::HelperClient::reachableChanged, this, &BondPane::refresh);
    connect(m_strip, &StateHeader::actionTriggered, this, &BondPane::blink);
    connect(m_status, &StatusPage::makeActiveRequested, this, [this](const QString &slave) {
        const auto bond = m_services.source->snapshot().bonds.constFind(m_bond);
        if (bond == m_services.source->snapshot().bonds.cend())
            return;
        m_services.helper->activateSlave(bond->name, slave, this,
                                         [this](const Result<helper::HelperClient::Nothing> &answer) {
                                             if (!answer)
                                                 tell(answer.error());
                                         });
    });
    retranslateWith(this, [this] { retranslate(); });
}

void BondPane::build(int tab)
{
    QWidget *page = nullptr;
    auto *room = qobject_cast<QScrollArea *>(m_tabs->widget(tab));
    if (tab == Traffic && !m_traffic)
        page = m_traffic = new TrafficPage(m_services.source, room);
    else if (tab == Events && !m_events)
        page = m_events = new EventsPage(m_eventModel, room);
    else if (tab == Configuration && !m_configuration)
        page = m_configuration = new ConfigurationPage(m_services.helper, room);
    else if (tab == Switch && !m_switch)
        page = m_switch = new SwitchPage(m_services, room);
    if (!page || !room)
        return;
    room->setWidget(page);
    page->setAutoFillBackground(false);
    refresh();
}

ConfigurationPage *BondPane::configurationPage()
{
    build(Configuration);
    return m_configuration;
}

void BondPane::retranslate()
{
    m_tabs->setAccessibleName(tr("Views of the bond"));
    m_tabs->setAccessibleDescription(tr("The arrow keys change between them"));
    //: @title:tab
    m_tabs->setTabText(Status, tr("&Status"));
    //: @title:tab
    m_tabs->setTabText(Traffic, tr("&Traffic"));
    //: @title:tab
    m_tabs->setTabText(Events, tr("&Events"));
    //: @title:tab
    m_tabs->setTabText(Configuration, tr("&Configuration"));
    //: @title:tab
    m_tabs->setTabText(Switch, tr("S&witch side"));
    refresh();
}

void BondPane::showBond(int ifindex)
{
    m_bond = ifindex;
    refresh();
}

void BondPane::refresh()
{
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    const auto bond = snapshot.bonds.constFind(m_bond);
    if (bond == snapshot.bonds.cend())
        return;
    const diagnosis::Diagnosis health = m_health->judge(*bond);
    const auto nic = snapshot.nics.constFind(m_bond);
    QString facts = modeText(bond->mode);
    if (nic != snapshot.nics.cend() && !nic->addresses.isEmpty())
        facts += u" · "_s + nic->addresses.constFirst().toString();
    m_strip->setTitle(bond->name, facts);
    m_strip->setHealth(health, m_health->since(*bond, health));
    m_hurtSlave = health.affectedSlaves.value(0);
    if (m_hurtSlave.isEmpty() || !m_services.helper->isReachable())
        m_strip->setAction({}, {});
    else
        //: @action:button makes the NIC's lamp blink
        m_strip->setAction(tr("Blink LED"), tr("The LED of %1 blinks for ten seconds.").arg(m_hurtSlave));
    m_status->showBond(m_bond, snapshot);
    m_status->showFindings(health);
    if (m_traffic)
        m_traffic->showBond(bond->name);
    if (m_events)
        m_events->showBond(bond->name);
    if (m_configuration)
        m_configuration->showBond(bond->name, snapshot);
    if (m_switch)
        m_switch->showBond(m_bond);
}

void BondPane::blink()
{
    m_services.helper->identify(m_hurtSlave, 10s, this, [this](const Result<helper::HelperClient::Nothing> &answer) {
        if (!answer)
            tell(answer.error());
    });
}

void BondPane::tell(const Error &error)
{
    Q_EMIT refused(error.text());
}

void BondPane::askPlanToEdit(QObject *context, const std::function<void(const BondPlan &plan, bool isConfigured)> &done)
{
    const auto bond = m_services.source->snapshot().bonds.constFind(m_bond);
    if (bond == m_services.source->snapshot().bonds.cend())
        return;
    configurationPage()->askPlanOf(bond->name, context, [this, asked = m_bond, done](const BondPlan *configured) {
        const kernel::Snapshot &snapshot = m_services.source->snapshot();
        const auto now = snapshot.bonds.constFind(asked);
        if (configured)
            done(*configured, true);
        else if (now != snapshot.bonds.cend())
            done(kernel::withoutDefaults(kernel::runningPlan(*now, snapshot)), false);
    });
}

} // namespace bondwright::ui
