// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "common/emptyhint.h"
#include "fakepinger.h"
#include "i18n/language.h"
#include "models/eventmodel.h"
#include "monitor/balancebars.h"
#include "monitor/balanceview.h"
#include "monitor/chartbar.h"
#include "monitor/chartexport.h"
#include "monitor/eventpanel.h"
#include "monitor/flowcounter.h"
#include "monitor/hashcalculator.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "monitor/slavecard.h"
#include "monitor/slavecards.h"
#include "monitorstage.h"
#include "ping/replayedpinger.h"
#include "showncolumns.h"
#include "tests/ui/preparewindows.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The monitor window's bars, tabs and exports, used as a person uses them.
class TestMonitorPanels : public QObject, private MonitorStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void viewMenuDecidesWhatIsDrawn();
    void viewIsRemembered();
    void spansFromOneMinuteToADay();
    void pauseButtonFreezesWhileSamplingGoesOn();
    void eventsAreFiltered();
    void eventTableTellsOutagesAndJumps();
    void pingTroubleGoesWithTheAnswer();
    void pingTableTellsLossAndPercentiles();
    void noTwoTargetsShareAColour();
    void slaveCardTellsEverything();
    void makeActiveWhereThereIsAnActiveSlave_data();
    void makeActiveWhereThereIsAnActiveSlave();
    void balanceOfEachMode_data();
    void balanceOfEachMode();
    void flowsAreCounted();
    void whyFlowsCannotBeCounted();
    void noFlowsInARecording();
};

void TestMonitorPanels::initTestCase()
{
    prepareWindows(u"tst_monitorpanels"_s);
    i18n::installLanguage(u"en"_s);
}

void TestMonitorPanels::init()
{
    QSettings().clear();
    build();
}

void TestMonitorPanels::cleanup()
{
    strike();
}

void TestMonitorPanels::viewMenuDecidesWhatIsDrawn()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    sample(20);
    LiveChart *chart = window.findChild<LiveChart *>();
    QCOMPARE(chart->unit(), RateUnit::BitsPerSecond);
    QCOMPARE(chart->scene().style, TrafficStyle::Lines);
    QVERIFY(chart->scene().layout.isTransmitMirrored);
    const auto totals = [chart] {
        int visible = 0;
        for (const TrafficSeries &series : chart->data()->series())
            visible += series.isTotal && !chart->scene().hidden.contains(series.id) ? 1 : 0;
        return visible;
    };
    QCOMPARE(totals(), 2);
    const QImage before = chart->grab().toImage();
    for (const QString &text :
         {u"Bytes per second"_s, u"Stacked"_s, u"Sent in a pane of its own"_s, u"Total of the bond"_s}) {
        QVERIFY2(action(window, text), qPrintable(text));
        action(window, text)->trigger();
    }
    QCOMPARE(chart->unit(), RateUnit::BytesPerSecond);
    QCOMPARE(chart->scene().style, TrafficStyle::Stacked);
    QVERIFY(!chart->scene().layout.isTransmitMirrored);
    QCOMPARE(totals(), 0);
    QVERIFY(chart->grab().toImage() != before);
    // Received above, sent below, each with its own zero.
    const ChartLayout &layout = chart->scene().layout;
    QVERIFY(layout.receive.bottom() < layout.transmit.top());
    for (const QString &text : {u"Bits per second"_s, u"Lines"_s})
        action(window, text)->trigger();
    QCOMPARE(chart->unit(), RateUnit::BitsPerSecond);
    QCOMPARE(chart->scene().style, TrafficStyle::Lines);
}

void TestMonitorPanels::viewIsRemembered()
{
    {
        MonitorWindow window(services(), u"bond0"_s);
        window.show();
        action(window, u"Stacked"_s)->trigger();
        action(window, u"Bytes per second"_s)->trigger();
        action(window, u"Total of the bond"_s)->trigger();
        window.findChild<LiveChart *>()->setSpan(10min);
        window.close();
    }
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    sample(2);
    QCOMPARE(window.findChild<LiveChart *>()->scene().style, TrafficStyle::Stacked);
    QCOMPARE(window.findChild<LiveChart *>()->unit(), RateUnit::BytesPerSecond);
    QCOMPARE(window.findChild<LiveChart *>()->span(), 600s);
    const auto *chart = window.findChild<LiveChart *>();
    for (const TrafficSeries &series : chart->data()->series())
        QCOMPARE(chart->scene().hidden.contains(series.id), series.isTotal);
}

void TestMonitorPanels::spansFromOneMinuteToADay()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    auto *box = window.findChild<ChartBar *>()->findChild<QComboBox *>();
    QList<qint64> spans;
    box->setFocus();
    for (int i = 0; i < box->count(); ++i) {
        QTest::keyClick(box, i == 0 ? Qt::Key_Home : Qt::Key_Down);
        spans.append(window.findChild<LiveChart *>()->span().count());
    }
    QCOMPARE(spans.first(), 60);
    QCOMPARE(spans.last(), 24 * 3600);
    QVERIFY(std::is_sorted(spans.cbegin(), spans.cend()));
    // Zoomed by other means, the box says so, or nothing.
    window.findChild<LiveChart *>()->setSpan(5min);
    QCOMPARE(box->currentText(), u"5 min"_s);
    action(window, u"+"_s)->trigger();
    QCOMPARE(window.findChild<LiveChart *>()->span(), 150s);
    QCOMPARE(box->currentIndex(), -1);
    action(window, u"−"_s)->trigger();
    QCOMPARE(box->currentText(), u"5 min"_s);
}

void TestMonitorPanels::pauseButtonFreezesWhileSamplingGoesOn()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    sample(20);
    action(window, u"Pause"_s)->trigger();
    QVERIFY(window.findChild<LiveChart *>()->isPaused());
    const qint64 edge = window.findChild<LiveChart *>()->rightEdge();
    const qint64 before = window.findChild<LiveChart *>()->data()->lastTime();
    sample(30);
    QCOMPARE(window.findChild<LiveChart *>()->rightEdge(), edge);
    QCOMPARE(window.findChild<LiveChart *>()->data()->lastTime(), before + 30'000'000'000);
    action(window, u"Now"_s)->trigger(); // the present again, with all that came meanwhile
    QVERIFY(!window.findChild<LiveChart *>()->isPaused());
    QVERIFY(!action(window, u"Pause"_s)->isChecked());
    QVERIFY(window.findChild<LiveChart *>()->rightEdge() >= before + 30'000'000'000);
    const QString csv = QString::fromUtf8(samplesCsv(*window.findChild<LiveChart *>()->data()));
    QCOMPARE(csv.count(u"\r\n"), 1 + 100); // nothing is missing
}

void TestMonitorPanels::eventsAreFiltered()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    EventPanel *panel = window.events();
    auto *table = panel->findChild<QTreeView *>();
    const auto *empty = table->findChild<EmptyHint *>();
    QVERIFY(empty->isVisible()); // words instead of an empty table
    tell(kernel::EventKind::SlaveUp, 1);
    tell(kernel::EventKind::Failover, 2);
    tell(kernel::EventKind::BondDown, 3);
    QVERIFY(!empty->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
    auto *severity = panel->findChild<QComboBox *>();
    severity->setFocus();
    QTest::keyClick(severity, Qt::Key_Down);
    QCOMPARE(table->model()->rowCount(), 2);
    QTest::keyClick(severity, Qt::Key_Down);
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(severity, Qt::Key_Home);
    auto *text = panel->findChild<QLineEdit *>();
    QTest::keyClicks(text, u"moved"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::keyClicks(text, u" to the moon"_s);
    QVERIFY(empty->isVisible());
    text->clear();
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(panel->events().size(), 3); // what is exported is not filtered
}

void TestMonitorPanels::eventTableTellsOutagesAndJumps()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.findChild<LiveChart *>()->setSpan(60s);
    sample(60);
    tell(kernel::EventKind::Failover, 1, 92ms);
    const qint64 at = m_counters.monotonicNs;
    sample(100);
    auto *table = window.events()->findChild<QTreeView *>();
    QCOMPARE(table->model()->index(0, models::EventModel::Outage).data().toString(), u"92 ms"_s);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(!window.findChild<LiveChart *>()->isFollowing());
    const ShownColumns columns(*window.findChild<LiveChart *>());
    const qint64 middle = (columns.first() + columns.last()) / 2;
    QVERIFY(std::abs(columns.columnOf(at) - middle) <= 2);
}

void TestMonitorPanels::pingTroubleGoesWithTheAnswer()
{
    PingPanel panel(u"bond0"_s, BondFeed::of(m_source.get(), u"bond0"_s)->data());
    FakePinger *pinger = nullptr;
    panel.setPingerFactory([&](const ping::PingTarget &target, QObject *parent) {
        return pinger = new FakePinger(
                   target, [] { return true; }, parent);
    });
    panel.show();
    QVERIFY(panel.addTarget(u"192.0.2.254"_s));
    pinger->stop();
    Q_EMIT pinger->troubleOccurred(u"bond0 is not there"_s);
    QVERIFY(says(&panel, u"bond0 is not there"_s));
    pinger->send();
    QVERIFY(says(&panel, u"bond0 is not there"_s)); // there is time to read it
    const auto isOver = [&] {
        pinger->send();
        return !says(&panel, u"bond0 is not there"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), 15'000);
    // How pings are sent here stays true.
    Q_EMIT pinger->troubleOccurred(u"The system's ping is used."_s, ping::Pinger::Trouble::Lasting);
    QTest::qWait(3100);
    pinger->send();
    QVERIFY(says(&panel, u"The system's ping is used."_s));
}

void TestMonitorPanels::pingTableTellsLossAndPercentiles()
{
    PingPanel panel(u"bond0"_s, BondFeed::of(m_source.get(), u"bond0"_s)->data());
    FakePinger *pinger = nullptr;
    bool answers = true;
    panel.setPingerFactory([&](const ping::PingTarget &target, QObject *parent) {
        pinger = new FakePinger(
            target, [&answers] { return answers; }, parent);
        return pinger;
    });
    panel.show();
    auto *edit = panel.findChild<QLineEdit *>();
    QTest::keyClicks(edit, u"192.0.2.254"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(pinger);
    QVERIFY(edit->text().isEmpty());
    pinger->stop();
    while (pinger->statistics().sent < 3)
        pinger->send();
    answers = false;
    pinger->send();
    auto *table = panel.findChild<QTreeWidget *>();
    const QTreeWidgetItem *row = table->topLevelItem(0);
    QTRY_COMPARE(row->text(1), u"4"_s);
    QCOMPARE(row->text(0), u"192.0.2.254"_s);
    QCOMPARE(row->text(2), u"25.0 %"_s);
    for (int column = 3; column < 8; ++column) // mean, median, 95 %, 99 %, longest
        QCOMPARE(row->text(column), u"0.25 ms"_s);
    // Live: another interval starts anew, and removing ends it.
    const QPointer<FakePinger> first = pinger;
    panel.setInterval(20ms);
    QVERIFY(!first);
    QCOMPARE(pinger->target().interval, 20ms);
    const QPointer<FakePinger> second = pinger;
    table->setCurrentItem(table->topLevelItem(0));
    for (QAbstractButton *button : panel.findChildren<QAbstractButton *>()) {
        if (button->text() == u"&Remove")
            QTest::keyClick(button, Qt::Key_Space);
    }
    QVERIFY(!second);
    QCOMPARE(table->topLevelItemCount(), 0);
}

void TestMonitorPanels::noTwoTargetsShareAColour()
{
    ChartData *data = BondFeed::of(m_source.get(), u"bond0"_s)->data();
    PingPanel panel(u"bond0"_s, data);
    panel.setPingerFactory(
        [](const ping::PingTarget &, QObject *parent) { return new ping::ReplayedPinger({}, parent); });
    QVERIFY(panel.addTarget(u"192.0.2.1"_s) && panel.addTarget(u"192.0.2.2"_s));
    panel.removeTarget(0);
    QVERIFY(panel.addTarget(u"192.0.2.3"_s));
    QVERIFY(data->pingTracks().at(0).color != data->pingTracks().at(1).color);
}

void TestMonitorPanels::slaveCardTellsEverything()
{
    use(Mode::Ieee8023ad, 2);
    m_source->bond().ad = kernel::AdInfo{1, 2, 15, 15, MacAddress::fromString(u"02:aa:00:00:00:01")};
    for (int i = 0; i < 2; ++i) {
        m_source->slave(i).aggregatorId = 1;
        m_source->slave(i).actorPortState = 63;
        m_source->slave(i).partnerPortState = 61;
    }
    m_source->slave(1).linkFailures = 4;
    m_counters.interfaces[1].rxErrors = 3;
    m_counters.interfaces[1].txErrors = 4;
    m_counters.interfaces[1].rxDropped = 5;
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    sample(2);
    const auto text = [&window](int card) {
        QStringList words;
        for (const QLabel *label : window.findChildren<SlaveCard *>().at(card)->findChildren<QLabel *>()) {
            if (label->isVisible())
                words.append(label->text());
        }
        return words.join(u'\n');
    };
    QString all = text(1);
    for (const QString &part :
         {u"10 Gbit/s"_s, u"full"_s, u"MII up"_s, u"failures 4"_s, formatRate(2e6, RateUnit::BitsPerSecond),
          formatRate(1e6, RateUnit::BitsPerSecond), u"Errors 7 · drops 5"_s, u"active"_s,
          u"\nThis host: active, fast, in sync, collecting, distributing"_s,
          u"Switch: active, slow, in sync, collecting, distributing"_s})
        QVERIFY2(all.contains(part), qPrintable(part + u" is not in:\n"_s + all));
    QCOMPARE(window.findChildren<SlaveCard *>().at(1)->findChild<QProgressBar *>()->value(), 67); // 2 of 3 MB/s
    // The cable goes, and with it the partner.
    m_source->setCarrier(1, false);
    m_source->look();
    m_source->slave(1).actorPortState = 69;
    m_source->slave(1).partnerPortState = std::nullopt;
    m_source->publish();
    all = text(1);
    for (const QString &part : {u"link down"_s, u"MII down"_s, u"The link of eth1 is down."_s, u"no partner heard"_s})
        QVERIFY2(all.contains(part), qPrintable(part + u" is not in:\n"_s + all));
    QVERIFY2(!all.contains(u"does not speak LACP"), qPrintable(all)); // which nobody can know
}

void TestMonitorPanels::makeActiveWhereThereIsAnActiveSlave_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("has");
    for (int mode = 0; mode <= 6; ++mode)
        QTest::addRow("mode %d", mode) << mode << (mode == 1 || mode == 5 || mode == 6);
}

void TestMonitorPanels::makeActiveWhereThereIsAnActiveSlave()
{
    QFETCH(int, mode);
    QFETCH(bool, has);
    use(Mode(mode), 2);
    m_source->bond().activeSlave = has ? std::optional(2) : std::nullopt;
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    auto *button = window.findChildren<SlaveCard *>().at(1)->findChild<QPushButton *>();
    QCOMPARE(button->isVisible(), has);
    if (!has)
        return;
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(m_helper->calls, QStringList({u"activate bond0 eth1"_s}));
}

void TestMonitorPanels::balanceOfEachMode_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("isShown");
    QTest::addColumn<bool>("hasCalculator");
    QTest::addColumn<QString>("dynamic");
    QTest::newRow("0") << 0 << true << false << QString();
    QTest::newRow("1") << 1 << false << false << QString();
    QTest::newRow("2") << 2 << true << true << QString();
    QTest::newRow("3") << 3 << false << false << QString();
    QTest::newRow("4") << 4 << true << true << QString();
    QTest::newRow("5") << 5 << true << false << u"1"_s;
    QTest::newRow("5 by hash") << 5 << true << true << u"0"_s;
    QTest::newRow("6") << 6 << true << false << u"1"_s;
}

void TestMonitorPanels::balanceOfEachMode()
{
    QFETCH(int, mode);
    QFETCH(bool, isShown);
    QFETCH(bool, hasCalculator);
    QFETCH(QString, dynamic);
    use(Mode(mode), 3);
    if (!dynamic.isEmpty())
        m_source->bond().options[u"tlb_dynamic_lb"_s] = dynamic;
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    auto *tabs = window.findChild<QTabWidget *>();
    const int tab = tabs->indexOf(window.findChild<BalanceView *>());
    QCOMPARE(tabs->isTabVisible(tab), isShown);
    if (!isShown)
        return;
    tabs->setCurrentIndex(tab);
    sample(3);
    QCOMPARE(window.findChild<HashCalculator *>()->isVisibleTo(&window), hasCalculator);
    // 1, 2 and 3 MB/s: Jain's index 36 / 42, from 1/3 (one carries all) to 1 stretched to 0 … 1.
    const auto *bars = window.findChild<BalanceView *>()->findChild<BalanceBars *>();
    QVERIFY2(bars->accessibleDescription().contains(u"79 %"), qPrintable(bars->accessibleDescription()));
}

/// 200 connections to one peer: layer2 puts all on one link, and the tab says what would not.
void TestMonitorPanels::flowsAreCounted()
{
    use(Mode::BalanceXor, 2);
    kernel::FlowCensus census(2);
    kernel::Flow flow;
    for (quint16 port = 1; port <= 200; ++port) {
        flow.sourcePort = port;
        flow.source = IpAddress::fromString(u"192.0.2.1");
        flow.destination = IpAddress::fromString(u"192.0.2.254");
        census.add(flow, 1000);
    }
    m_helper->flows = census.count();
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    window.findChild<QTabWidget *>()->setCurrentWidget(window.findChild<BalanceView *>());
    FlowCounter *counter = window.findChild<FlowCounter *>();
    QVERIFY(counter->isVisible() && !counter->findChild<QProgressBar *>()->isVisible());
    QVERIFY(counter->findChild<QLabel *>(u"message"_s)->text().contains(u"xmit_hash_policy"));
    const auto *table = window.findChild<HashCalculator *>()->findChild<QTreeWidget *>();
    const auto share = [table](XmitPolicy policy) { return table->topLevelItem(int(policy))->text(3); };
    QCOMPARE(share(XmitPolicy::Layer2), QString());

    QTest::keyClick(counter->findChild<QPushButton *>(), Qt::Key_Space);
    QVERIFY(counter->findChild<QProgressBar *>()->isVisible() && !counter->findChild<QPushButton *>()->isEnabled());
    QVERIFY2(counter->findChild<QLabel *>(u"message"_s)->text().contains(u"bond0"),
             qPrintable(counter->findChild<QLabel *>(u"message"_s)->text()));
    QTRY_VERIFY(!counter->findChild<QProgressBar *>()->isVisible() && counter->findChild<QPushButton *>()->isEnabled());
    QCOMPARE(m_helper->calls, QStringList{u"count-flows bond0 10"_s});
    QVERIFY2(counter->findChild<QLabel *>(u"message"_s)->text().contains(u"200 flows")
                 && counter->findChild<QLabel *>(u"message"_s)->text().contains(u"layer3+4 would spread"),
             qPrintable(counter->findChild<QLabel *>(u"message"_s)->text()));
    QCOMPARE(share(XmitPolicy::Layer2), u"100 %"_s);
    QVERIFY(share(XmitPolicy::Layer34) != share(XmitPolicy::Layer2));
    QCOMPARE(share(XmitPolicy::Encap34), u"–"_s); // not counted
    // The advice follows the policy in force.
    kernel::Snapshot now = m_source->snapshot();
    now.bonds[10].options[u"xmit_hash_policy"_s] = u"layer3+4"_s;
    m_source->setSnapshot(now);
    QVERIFY2(counter->findChild<QLabel *>(u"message"_s)->text().contains(u"No other policy"),
             qPrintable(counter->findChild<QLabel *>(u"message"_s)->text()));
}

void TestMonitorPanels::whyFlowsCannotBeCounted()
{
    use(Mode::BalanceXor, 2);
    m_helper->trouble = Error{u"helper.not-authorized"_s, u"You may not."_s, u"Ask root."_s};
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    FlowCounter *counter = window.findChild<FlowCounter *>();
    counter->findChild<QPushButton *>()->click();
    QTRY_COMPARE(counter->findChild<QLabel *>(u"message"_s)->text(), u"You may not. Ask root."_s);
    QVERIFY(counter->findChild<QPushButton *>()->isEnabled());
    const auto *table = window.findChild<HashCalculator *>()->findChild<QTreeWidget *>();
    QCOMPARE(table->topLevelItem(0)->text(3), QString());
}

void TestMonitorPanels::noFlowsInARecording()
{
    use(Mode::BalanceXor, 2);
    Services recorded = services();
    recorded.recording = u"yesterday.bwrec"_s;
    MonitorWindow window(recorded, u"bond0"_s);
    window.show();
    window.findChild<QTabWidget *>()->setCurrentWidget(window.findChild<BalanceView *>());
    QVERIFY(window.findChild<HashCalculator *>()->isVisible());
    QVERIFY(!window.findChild<FlowCounter *>()->isVisible());
}

QTEST_MAIN(TestMonitorPanels)
#include "tst_monitorpanels.moc"
