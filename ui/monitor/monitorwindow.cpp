// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/monitorwindow.h"

#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "common/readingorder.h"
#include "common/retranslate.h"
#include "common/stateheader.h"
#include "diagnosis/healthkeeper.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "kernel/replaysource.h"
#include "kernel/xmithash.h"
#include "monitor/balanceview.h"
#include "monitor/chartbar.h"
#include "monitor/eventpanel.h"
#include "monitor/pingpanel.h"
#include "monitor/slavecards.h"

#include <QCloseEvent>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Counts away from the source's numbers and the database's, and on from window to window: who keeps the events knows
/// them by these.
qint64 nextOutageId()
{
    static qint64 last = 0;
    return std::numeric_limits<qint64>::min() + ++last;
}

} // namespace

MonitorWindow::MonitorWindow(const Services &services, const QString &bond, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_services(services)
    , m_bond(bond)
    , m_feed(BondFeed::of(services.source, bond))
    , m_recorder(services.source)
    , m_strip(new StateHeader(this))
    , m_chart(new LiveChart(this))
    , m_bar(new ChartBar(m_chart, this))
    , m_cards(new SlaveCards(m_feed, this))
    , m_events(new EventPanel(services, bond, this))
    , m_pings(new PingPanel(bond, m_feed->data(), this))
    , m_balance(new BalanceView(this))
    , m_tabs(new QTabWidget(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_message(new QLabel(this))
{
    m_chart->setData(m_feed->data());
    m_chart->setSpan(std::chrono::minutes(2));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();

    m_columns->addWidget(m_chart);
    m_columns->addWidget(m_cards);
    readInOrder(m_columns);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_events, QString());
    m_tabs->addTab(m_pings, QString());
    m_tabs->addTab(m_balance, QString());
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_tabs);
    readInOrder(m_rows);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    m_rows->setSizes({420, 200});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_strip);
    layout->addWidget(m_bar);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_message);
    resize(1100, 720);
    connectParts();
    m_strip->setClock([source = services.source] { return source->now(); });
    m_cards->setChangeable(!services.isRecording());
    m_balance->setHelper(services.isRecording() ? nullptr : services.helper);
    retranslate();
    restoreState();
    onSnapshot();
}

void MonitorWindow::connectParts()
{
    connect(m_services.source, &kernel::KernelSource::snapshotChanged, this, &MonitorWindow::onSnapshot);
    connect(diagnosis::HealthKeeper::of(m_services.source), &diagnosis::HealthKeeper::changed, this,
            &MonitorWindow::onSnapshot);
    connect(diagnosis::HealthKeeper::of(m_services.source), &diagnosis::HealthKeeper::portsChanged, this,
            &MonitorWindow::onSnapshot);
    connect(m_services.source, &kernel::KernelSource::sampleTaken, this, &MonitorWindow::onSample);
    connect(m_services.source, &kernel::KernelSource::eventOccurred, this, &MonitorWindow::onEvent);
    connect(m_services.source, &kernel::KernelSource::troubleOccurred, this, &MonitorWindow::say);
    connect(m_events, &EventPanel::chosen, this, [this](qint64 monotonicNs) {
        if (monotonicNs > 0 && monotonicNs >= m_feed->data()->firstTime())
            m_chart->showInstant(monotonicNs);
        else
            //: @info:status
            say(tr("This event is older than the chart."));
    });
    connect(m_feed->data(), &ChartData::structureChanged, m_bar, &ChartBar::applyTotals);
    connect(m_pings, &PingPanel::outageEnded, this, &MonitorWindow::onOutage);
    connect(m_pings, &PingPanel::replied, this, [this](const QString &target, const ping::PingReply &reply) {
        const auto rtt = reply.rtt ? std::optional<qint64>(reply.rtt->count()) : std::nullopt;
        m_recorder.addPing({m_bond, target, reply.sequence, rtt}, reply.sentMonotonicNs);
    });
    m_pings->setPingerFactory(m_services.makePinger);
    if (auto *replay = qobject_cast<kernel::ReplaySource *>(m_services.source))
        m_pings->showRecorded(replay); // whose pings come from nowhere else
    connect(m_cards, &SlaveCards::visibilityChanged, this, [this](int ifindex, bool isVisible) {
        for (const int id : m_feed->idsOf(ifindex))
            m_chart->setShown(id, isVisible);
    });
    connect(m_cards, &SlaveCards::activationRequested, this, &MonitorWindow::activateSlave);
    connect(&m_recorder, &kernel::Recorder::stopped, this, [this](const QString &error) {
        if (!error.isEmpty())
            say(error);
        buildExportMenu();
    });
}

MonitorWindow::~MonitorWindow() = default;

void MonitorWindow::retranslate()
{
    //: @title:window %1 is a bond's name
    setWindowTitle(m_services.titled(tr("Monitor – %1").arg(m_bond)));
    //: @title:tab
    m_tabs->setTabText(m_tabs->indexOf(m_events), tr("Events"));
    //: @title:tab
    m_tabs->setTabText(m_tabs->indexOf(m_pings), tr("Ping"));
    //: @title:tab
    m_tabs->setTabText(m_tabs->indexOf(m_balance), tr("Balance"));
    m_chart->setAccessibleName(tr("Chart of traffic, slave states, pings and events"));
    m_chart->setAccessibleDescription(
        tr("Left and Right move the cross-hair, Page Up and Page Down the time, plus and minus zoom, Space pauses, "
           "End returns to now."));
    describe(m_cards, tr("Slaves"), tr("State and traffic of each; its box shows it in the chart"));
    m_tabs->setAccessibleName(tr("Events, pings and balance"));
    m_tabs->setAccessibleDescription(tr("The arrow keys change between them"));
    buildExportMenu();
    // The shown texts are in the other language.
    say(m_recorder.isRecording() ? recordingText() : QString());
    onSnapshot();
}

void MonitorWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    // What was said when it was to be closed is of that moment.
    if (event->type() == QEvent::LanguageChange || (event->type() == QEvent::ActivationChange && isActiveWindow()))
        m_closeAsked = false;
    QWidget::changeEvent(event);
}

void MonitorWindow::closeEvent(QCloseEvent *event)
{
    if (m_recorder.isRecording() && !std::exchange(m_closeAsked, true)) {
        //: @info:status %1 is a path
        say(tr("The recording into %1 ends with this window. Close again to end it.").arg(m_recordingTo));
        event->ignore();
        return;
    }
    saveState();
    QWidget::closeEvent(event);
}

void MonitorWindow::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void MonitorWindow::onSnapshot()
{
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    auto *keeper = diagnosis::HealthKeeper::of(m_services.source);
    const kernel::BondState *bond = snapshot.bondByName(m_bond);
    const diagnosis::Diagnosis health = bond ? keeper->judge(*bond) : diagnosis::Diagnosis();
    m_cards->setSnapshot(snapshot, keeper->ports(), health.findings);
    if (!bond) {
        m_strip->setTitle(m_bond, {});
        //: @info:status
        m_strip->setState(StateShape::Unknown, tr("Not there"),
                          //: @info
                          tr("%1 does not exist now. The window goes on as soon as it is created.").arg(m_bond), {});
        m_tabs->setTabVisible(m_tabs->indexOf(m_balance), false);
        return;
    }
    const kernel::NicState nic = snapshot.nics.value(bond->ifindex);
    QStringList facts{modeText(bond->mode)};
    facts += nic.addresses.toStrings().mid(0, 2);
    m_strip->setTitle(m_bond, facts.join(u" · "_s));
    m_strip->setHealth(health, keeper->since(*bond, health));
    const bool balances = bond->mode != Mode::ActiveBackup && bond->mode != Mode::Broadcast;
    m_tabs->setTabVisible(m_tabs->indexOf(m_balance), balances);
    if (balances)
        m_balance->setBond(*bond, nic,
                           m_services.isRecording() || m_services.isElsewhere() ? QStringList()
                                                                                : kernel::enslaveOrder(m_bond));
    pingGateway();
}

void MonitorWindow::pingGateway()
{
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    const kernel::BondState *bond = snapshot.bondByName(m_bond);
    if (m_hasPinged || !bond || m_services.isRecording())
        return;
    const auto gateway = snapshot.nics.value(bond->ifindex).gateway;
    if (!gateway)
        return;
    m_hasPinged = true;
    if (m_pings->targets().isEmpty())
        m_pings->addTarget(gateway->toString());
}

void MonitorWindow::onSample(const kernel::CounterSample &sample)
{
    if (!isVisible())
        return;
    m_cards->setSample(sample, m_chart->unit());
    if (!m_balance->isVisible())
        return;
    const kernel::BondState *bond = m_services.source->snapshot().bondByName(m_bond);
    if (!bond)
        return;
    QList<BalanceBars::Part> parts;
    for (const kernel::SlaveState &slave : bond->slaves) {
        const kernel::Rates rates = m_feed->data()->traffic().latest(slave.ifindex).value_or(kernel::Rates{});
        parts.append({slave.name, m_feed->colourOf(slave.ifindex), rates.rxBytes, rates.txBytes});
    }
    m_balance->setParts(parts);
}

void MonitorWindow::onEvent(const kernel::BondEvent &event)
{
    if (event.bond == m_bond)
        m_matcher.note(event);
}

void MonitorWindow::onOutage(const ping::PingOutage &outage, const QString &target)
{
    const kernel::BondState *bond = m_services.source->snapshot().bondByName(m_bond);
    const auto match = m_matcher.match(outage, bond ? bond->ifindex : 0, m_bond, target, QDateTime::currentDateTime());
    kernel::BondEvent event = match.event;
    if (match.isUpdate) {
        m_events->model().update(event);
    } else {
        event.id = nextOutageId();
        m_events->model().append(event);
    }
    Q_EMIT outageMeasured(event);
}

void MonitorWindow::activateSlave(const QString &slave)
{
    say({});
    m_services.helper->activateSlave(m_bond, slave, this, [this](const Result<helper::HelperClient::Nothing> &done) {
        if (!done)
            say(done.error().text());
    });
}

} // namespace bondwright::ui
