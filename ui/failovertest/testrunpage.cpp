// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testrunpage.h"

#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "common/palette.h"
#include "common/retranslate.h"
#include "i18n/language.h"
#include "posix/clock.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bondwright::ui
{

using failover::TestPhase;

namespace
{

QString milliseconds(std::chrono::microseconds time)
{
    return formatMilliseconds(double(time.count()) / 1000);
}

QString givingBack(const QString &slave)
{
    //: @info
    return TestRunPage::tr("Giving the link of %1 back").arg(slave);
}

} // namespace

TestRunPage::TestRunPage(const Services &services, const QString &bond, QWidget *parent)
    : QWidget(parent)
    , m_bond(bond)
    , m_services(services)
    , m_instruction(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_steps(new QTreeWidget(this))
    , m_chart(new LiveChart(this))
    , m_refresh(new QTimer(this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_instruction->setFont(large);
    for (QLabel *label : {m_instruction, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_steps->setRootIsDecorated(false);
    m_steps->setColumnCount(6);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->setMaximumHeight(fontMetrics().height() * 9);
    m_chart->setSpan(std::chrono::seconds(60));
    m_chart->setData(BondFeed::of(services.source, bond)->data());
    m_refresh->setInterval(200);
    connect(m_refresh, &QTimer::timeout, this, &TestRunPage::showSteps);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_instruction);
    layout->addWidget(m_detail);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_steps);
    retranslateWith(this, [this] {
        m_chart->setAccessibleName(tr("Chart of the test"));
        m_chart->setAccessibleDescription(tr("Slave states, pings and outages while the test runs"));
        describe(m_steps, tr("Slaves in turn"), tr("What was measured at each"));
    });
}

TestRunPage::~TestRunPage()
{
    setTest(nullptr);
}

void TestRunPage::setTest(failover::FailoverTest *test)
{
    ChartData *chartData = BondFeed::of(m_services.source, m_bond)->data();
    for (const int track : std::as_const(m_tracks))
        chartData->remove(track);
    m_tracks.clear();
    m_test = test;
    m_refresh->stop();
    if (!test)
        return;
    connect(test, &QObject::destroyed, this, [this] {
        m_test = nullptr;
        m_refresh->stop();
    });
    connect(test, &failover::FailoverTest::changed, this, &TestRunPage::showPhase);
    connect(test, &failover::FailoverTest::troubleOccurred, m_detail, &QLabel::setText);
    m_refresh->start();
    showPhase();
}

void TestRunPage::followPings()
{
    if (!m_tracks.isEmpty() || !m_test)
        return;
    ChartData *chartData = BondFeed::of(m_services.source, m_bond)->data();
    int place = 4; // after the first slaves' colours
    for (ping::Pinger *pinger : m_test->pingers()) {
        const int track
            = chartData->addPingTrack(pinger->target().address.toString(), seriesColour(place++, palette()));
        m_tracks.append(track);
        connect(pinger, &ping::Pinger::replied, this, [this, chartData, track](const ping::PingReply &reply) {
            if (!m_tracks.contains(track))
                return;
            chartData->appendPing(track, reply.sentMonotonicNs,
                                  reply.rtt ? std::optional(double(reply.rtt->count()) / 1e6) : std::nullopt);
        });
        connect(pinger, &ping::Pinger::outageEnded, this, [this, chartData, track](const ping::PingOutage &outage) {
            if (m_tracks.contains(track))
                chartData->endOutage({track, outage.startMonotonicNs, outage.endMonotonicNs, outage.packets});
        });
    }
}

void TestRunPage::showPhase()
{
    if (!m_test)
        return;
    followPings();
    const failover::TestMachine &machine = m_test->machine();
    const QString slave = machine.slave();
    const bool isAutomatic = machine.settings().automatic;
    const QString port = machine.settings().switchPorts.value(slave);
    QString text;
    QString detail;
    switch (machine.phase()) {
    case TestPhase::Idle:
        break;
    case TestPhase::Checking:
        //: @info what the test does now; %1 is a NIC
        text = tr("%1: checking that everything works").arg(slave);
        //: @info
        detail = tr("All slaves up, all targets answering.");
        break;
    case TestPhase::WaitingForPull:
        if (!machine.wrongSlave().isEmpty()) {
            //: @info:warning %1 and %2 are NICs
            text = tr("That was %1. Plug it in again.").arg(machine.wrongSlave());
            //: @info
            detail = tr("Then pull the cable of %1.").arg(slave);
        } else if (isAutomatic) {
            //: @info
            text = tr("Taking the link of %1 down").arg(slave);
        } else {
            //: @info
            text = port.isEmpty() ? tr("Pull the cable of %1").arg(slave)
                                  //: @info %1 a NIC, %2 a switch and its port
                                  : tr("Pull the cable from %1 to %2").arg(slave, port);
            //: @info
            detail = tr("Its LED is blinking, if the NIC can do that.");
        }
        break;
    case TestPhase::Measuring:
        //: @info
        text = tr("%1: link down, measuring").arg(slave);
        break;
    case TestPhase::WaitingForPlug:
        //: @info
        text = isAutomatic   ? givingBack(slave)
            : port.isEmpty() ? tr("Plug the cable of %1 in again").arg(slave)
                             //: @info %1 a NIC, %2 a switch and its port
                             : tr("Plug the cable from %1 to %2 in again").arg(slave, port);
        break;
    case TestPhase::Settling:
        //: @info
        text = tr("%1: link up again, waiting until it is in use").arg(slave);
        break;
    case TestPhase::Finished:
        //: @info
        text = m_test->returning().isEmpty() ? tr("Finished") : givingBack(m_test->returning());
        break;
    }
    m_instruction->setText(text);
    m_instruction->setAccessibleDescription(text);
    m_detail->setText(detail);
    showSteps();
}

void TestRunPage::showSteps()
{
    if (!m_test)
        return;
    const failover::TestMachine &machine = m_test->machine();
    QList<failover::StepResult> steps = machine.result().steps;
    const bool isRunning = !machine.isFinished() && !machine.slave().isEmpty();
    if (isRunning)
        steps.append(machine.currentStep(monotonicNow()));
    //: @title:column
    m_steps->setHeaderLabels(
        {tr("Slave"), tr("Result"), tr("New active"), tr("Noticed after"), tr("Outage"), tr("Lost")});
    while (m_steps->topLevelItemCount() > steps.size())
        delete m_steps->takeTopLevelItem(m_steps->topLevelItemCount() - 1);
    for (int i = 0; i < int(steps.size()); ++i) {
        const failover::StepResult &step = steps.at(i);
        QTreeWidgetItem *item = m_steps->topLevelItem(i);
        if (!item) {
            item = new QTreeWidgetItem(m_steps);
            // The numbers stand together, at the right of what is text: a heading at the right of its column would touch the
            // next one at the left.
            for (int column = 3; column <= 5; ++column) {
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
                m_steps->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            }
        }
        const bool isCurrent = isRunning && i == int(steps.size()) - 1;
        item->setText(0, step.slave);
        //: @info:status a step of the test
        item->setText(1, isCurrent ? tr("under way") : i18n::inCurrentLanguage(failover::outcomeText(step.outcome)));
        item->setText(2, step.activeAfter);
        item->setText(3, step.detection ? milliseconds(*step.detection) : QString());
        item->setText(4, step.targets.isEmpty() ? QString() : milliseconds(step.outage()));
        item->setText(5, step.targets.isEmpty() ? QString() : QString::number(step.lost()));
        if (!step.problems.isEmpty()) {
            const BilingualText words = failover::problemText(step.problems.first(), step, machine.limit());
            item->setToolTip(1, plainToolTip(i18n::inCurrentLanguage(words)));
        }
    }
}

void TestRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showPhase();
    QWidget::changeEvent(event);
}

} // namespace bondwright::ui
