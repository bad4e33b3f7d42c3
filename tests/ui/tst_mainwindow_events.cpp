// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehelperclient.h"
#include "fakekernelsource.h"
#include "history/eventstore.h"
#include "i18n/language.h"
#include "main/hosteventsdialog.h"
#include "main/mainwindow.h"
#include "models/eventmodel.h"
#include "monitor/eventpanel.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "posix/clock.h"
#include "samplehost.h"
#include "tests/monitor/fakepinger.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the main window keeps of what happens: events of the source, and the outages that the monitors measure.
class TestMainWindowEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void eventsAreKept();
    void eventsGrowOld();
    void longHistoryIsReadInParts();
    void monitorOpenedLateHasItsEvents_data();
    void monitorOpenedLateHasItsEvents();
    void failoverGetsItsOutage();
    void unexplainedOutagesAreKeptApart();

private:
    kernel::BondEvent failover(const QString &bond, int index, qint64 atNs, int id) const;
    MonitorWindow *openMonitor(const QString &bond);
    /// The bond's target is silent for some pings, then answers again.
    void cutOff(MonitorWindow *monitor, int pings);
    QList<kernel::BondEvent> kept() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<history::EventStore> m_store;
    std::unique_ptr<FakeKernelSource> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    std::unique_ptr<MainWindow> m_window;
    QHash<MonitorWindow *, FakePinger *> m_pingers;
    bool m_answers = true;
};

void TestMainWindowEvents::initTestCase()
{
    prepareWindows(u"tst_mainwindow_events"_s);
    i18n::installLanguage(u"en"_s);
}

void TestMainWindowEvents::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<history::EventStore>(m_folder->filePath(u"events.sqlite"_s));
    m_source = std::make_unique<FakeKernelSource>();
    m_source->setSnapshot(hostWithBonds());
    m_helper = std::make_unique<FakeHelperClient>();
    fillHelper(m_helper.get());
    Services services;
    services.source = m_source.get();
    services.helper = m_helper.get();
    services.events = m_store.get();
    services.recording = u"nobody's gateway is pinged"_s;
    m_window = std::make_unique<MainWindow>(services);
    m_window->show();
    QTRY_VERIFY(m_store->isOpen());
    m_answers = true;
}

void TestMainWindowEvents::cleanup()
{
    m_window.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_pingers.clear();
    m_helper.reset();
    m_source.reset();
    m_store.reset();
    m_folder.reset();
}

kernel::BondEvent TestMainWindowEvents::failover(const QString &bond, int index, qint64 atNs, int id) const
{
    kernel::BondEvent event;
    event.id = id;
    event.kind = kernel::EventKind::Failover;
    event.monotonicNs = atNs;
    event.wallTime = QDateTime::currentDateTimeUtc();
    event.bond = bond;
    event.bondIndex = index;
    event.from = u"eth2"_s;
    event.to = u"eth3"_s;
    event.reason = kernel::EventReason::CarrierLost;
    return event;
}

MonitorWindow *TestMainWindowEvents::openMonitor(const QString &bond)
{
    m_window->openMonitor(bond);
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *monitor = qobject_cast<MonitorWindow *>(window);
        if (!monitor || !monitor->windowTitle().contains(bond) || m_pingers.contains(monitor))
            continue;
        monitor->findChild<PingPanel *>()->setPingerFactory(
            [this, monitor](const ping::PingTarget &target, QObject *parent) {
                auto *pinger = new FakePinger(
                    target, [this] { return m_answers; }, parent);
                pinger->stop();
                m_pingers.insert(monitor, pinger);
                return pinger;
            });
        if (!monitor->findChild<PingPanel *>()->addTarget(u"192.0.2.254"_s))
            return nullptr;
        m_pingers.value(monitor)->stop(); // sent by hand
        return monitor;
    }
    return nullptr;
}

void TestMainWindowEvents::cutOff(MonitorWindow *monitor, int pings)
{
    FakePinger *pinger = m_pingers.value(monitor);
    pinger->send();
    m_answers = false;
    for (int i = 0; i < pings; ++i) {
        pinger->send();
        QTest::qWait(10);
    }
    m_answers = true;
    pinger->send();
}

/// As another program, or this one tomorrow, reads it.
QList<kernel::BondEvent> TestMainWindowEvents::kept() const
{
    m_store->flush();
    history::EventStore reader(m_folder->filePath(u"events.sqlite"_s));
    if (!reader.open())
        return {};
    return reader.events().value_or(QList<kernel::BondEvent>());
}

void TestMainWindowEvents::eventsAreKept()
{
    m_source->tell(failover(u"bond0"_s, 20, 1'000, 1));
    m_window->close(); // and what happens while it is closed
    m_source->tell(failover(u"bond0"_s, 20, 2'000, 2));
    const auto events = kept();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.last().to, u"eth3"_s);
    QVERIFY(!events.last().outage);
}

/// A monitor that is opened late begins with what has happened, whether or not events are kept.
void TestMainWindowEvents::monitorOpenedLateHasItsEvents_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::newRow("kept") << true;
    QTest::newRow("not kept") << false;
}

void TestMainWindowEvents::monitorOpenedLateHasItsEvents()
{
    QFETCH(bool, isKept);
    if (!isKept) {
        Services services;
        services.source = m_source.get();
        services.helper = m_helper.get();
        services.recording = u"nobody's gateway is pinged"_s;
        m_window = std::make_unique<MainWindow>(services);
        m_window->show();
    }
    m_source->tell(failover(u"bond0"_s, 20, 1'000, 1));
    m_source->tell(failover(u"bond1"_s, 21, 2'000, 2));
    const MonitorWindow *monitor = openMonitor(u"bond0"_s);
    QVERIFY(monitor);
    QCOMPARE(monitor->events()->events().size(), 1);
    for (const QLabel *label : monitor->events()->findChildren<QLabel *>())
        QVERIFY2(!label->isVisible(), qPrintable(label->text())); // "Nothing has happened yet."
}

void TestMainWindowEvents::failoverGetsItsOutage()
{
    MonitorWindow *monitor = openMonitor(u"bond0"_s);
    QVERIFY(monitor);
    m_source->tell(failover(u"bond0"_s, 20, monotonicNow(), 1));
    cutOff(monitor, 5);
    const auto events = kept();
    QCOMPARE(events.size(), 1); // the same event, with its outage
    QCOMPARE(events.first().kind, kernel::EventKind::Failover);
    QVERIFY(events.first().outage);
    QVERIFY2(*events.first().outage >= 40ms && *events.first().outage < 2s,
             qPrintable(QString::number(events.first().outage->count())));
    // And in the monitor's own table.
    QCOMPARE(monitor->events()->events().size(), 1);
    QCOMPARE(monitor->events()->events().first().outage, events.first().outage);
}

void TestMainWindowEvents::eventsGrowOld()
{
    kernel::BondEvent event = failover(u"bond0"_s, 20, 0, 1);
    event.wallTime = event.wallTime.addMSecs(-3'599'000);
    m_source->tell(event);
    const auto *recent = m_window->findChild<QPushButton *>(u"recent-events"_s);
    QCOMPARE(recent->text(), u"1 event in the last hour"_s);
    auto *minute = m_window->findChild<QTimer *>(u"minute"_s);
    QVERIFY(minute->isActive());
    QCOMPARE(minute->intervalAsDuration(), 1min);
    QTest::qWait(1200);
    minute->setInterval(1);
    QTRY_COMPARE(recent->text(), u"0 events in the last hour"_s);
    m_window->hide();
    QVERIFY(!minute->isActive());
}

/// The window stands still no longer than 2,000 events take.
void TestMainWindowEvents::longHistoryIsReadInParts()
{
    const QDateTime began = QDateTime::currentDateTime().addDays(-10);
    for (int i = 0; i < 4'500; ++i) {
        kernel::BondEvent event = failover(u"bond0"_s, 20, 0, i);
        event.wallTime = began.addSecs(60 * i);
        m_store->record(event);
    }
    Services services;
    services.source = m_source.get();
    services.helper = m_helper.get();
    services.events = m_store.get();
    models::EventModel events;
    HostEventsDialog dialog(services, &events);
    dialog.findChild<QDateEdit *>(u"events-date"_s)->setDate(began.date());
    dialog.findChild<QPushButton *>(u"events-jump"_s)->click();
    QCOMPARE(events.rowCount(), 2'000);
    QTRY_COMPARE(events.rowCount(), 4'500);
    QTRY_COMPARE(
        dialog.findChild<QTreeView *>(u"events"_s)->currentIndex().data(models::EventModel::WallTimeRole).toDateTime(),
        events.eventAt(0).wallTime);
}

/// Two monitors, and one that was closed and opened again: none overwrites what another has measured.
void TestMainWindowEvents::unexplainedOutagesAreKeptApart()
{
    for (const QString &bond : {u"bond0"_s, u"bond1"_s, u"bond0"_s}) {
        MonitorWindow *monitor = openMonitor(bond);
        QVERIFY(monitor);
        cutOff(monitor, 3);
        if (bond == u"bond0") {
            monitor->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            m_pingers.remove(monitor);
        }
    }
    QStringList bonds;
    for (const kernel::BondEvent &event : kept()) {
        QCOMPARE(event.kind, kernel::EventKind::PingOutage);
        QCOMPARE(event.to, u"192.0.2.254"_s);
        bonds.append(event.bond);
    }
    QCOMPARE(bonds, QStringList({u"bond0"_s, u"bond1"_s, u"bond0"_s}));
}

QTEST_MAIN(TestMainWindowEvents)
#include "tst_mainwindow_events.moc"
