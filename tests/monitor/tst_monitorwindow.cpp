// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cablehost.h"
#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "common/stateheader.h"
#include "fakehelperclient.h"
#include "fakepinger.h"
#include "i18n/language.h"
#include "monitor/balanceview.h"
#include "monitor/chartbar.h"
#include "monitor/chartexport.h"
#include "monitor/eventpanel.h"
#include "monitor/hashcalculator.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "monitor/slavecard.h"
#include "monitor/slavecards.h"
#include "showncolumns.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/cuttexts.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The windows with a host in memory behind them. With BONDWRIGHT_SCREENS=DIR pictures of them are left there.
class TestMonitorWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheBond();
    void followsAFailover();
    void sinceWhenIsByTheHostsClock();
    void everythingIsReachedByTabAndHasAName();
    void waitsForTheBond();
    void pingTargetsComeAndGo();
    void makeActiveAsksTheHelper();
    void cardIsTheLegend();
    void eventJumpsToTheChart();
    void calculatorAgreesWithTheHash();
    void exportsFiles();
    void switchesLanguageAtRunTime();
    void screens_data();
    void screens();

private:
    Services services() { return {m_source.get(), m_helper.get(), nullptr}; }
    void sampleFor(int seconds, int active = 0);
    void failOver();
    ping::Pinger *pinger(const ping::PingTarget &target, QObject *parent);

    std::unique_ptr<CableHost> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    kernel::CounterSample m_counters;
    QTemporaryDir m_home;
};

void TestMonitorWindow::initTestCase()
{
    prepareWindows(u"tst_monitorwindow"_s);
}

void TestMonitorWindow::init()
{
    m_source = std::make_unique<CableHost>();
    m_helper = std::make_unique<FakeHelperClient>();
    // Samples of the last minutes, as if the program had been running.
    m_counters = {monotonicNow() - 120'000'000'000, {}};
    m_source->setNow(m_counters.monotonicNs);
    for (const int ifindex : {2, 3, 10})
        m_counters.interfaces.append(kernel::Counters{.ifindex = ifindex});
    i18n::installLanguage(u"en"_s);
}

void TestMonitorWindow::cleanup()
{
    m_source.reset();
    m_helper.reset();
}

void TestMonitorWindow::sampleFor(int seconds, int active)
{
    for (int i = 0; i < seconds * 2; ++i) {
        m_counters.monotonicNs += 500'000'000;
        const auto bytes = quint64(20e6 * (2 + std::sin(i / 9.0)) + 6e6 * std::sin(i / 2.3));
        for (const int at : {active, 2}) {
            m_counters.interfaces[at].rxBytes += bytes;
            m_counters.interfaces[at].txBytes += bytes / 3;
        }
        m_source->sample(m_counters);
    }
}

void TestMonitorWindow::failOver()
{
    const qint64 at = m_counters.monotonicNs + 100'000'000;
    m_source->setCarrier(0, false);
    m_source->slave(0).linkFailures = 1;
    m_source->look();
    m_source->setNow(at);
    m_source->publish();
    kernel::BondEvent event;
    event.monotonicNs = at;
    event.wallTime = QDateTime::currentDateTime().addMSecs((at - monotonicNow()) / 1'000'000);
    event.bond = u"bond0"_s;
    event.bondIndex = 10;
    event.kind = kernel::EventKind::SlaveDown;
    event.slave = u"eth0"_s;
    event.slaveIndex = 2;
    event.reason = kernel::EventReason::CarrierLost;
    event.id = 1;
    m_source->tell(event);
    event.kind = kernel::EventKind::Failover;
    event.from = u"eth0"_s;
    event.to = u"eth1"_s;
    event.outage = 90ms;
    event.id = 2;
    m_source->tell(event);
}

ping::Pinger *TestMonitorWindow::pinger(const ping::PingTarget &target, QObject *parent)
{
    return new FakePinger(
        target, [this] { return m_source->carries(); }, parent);
}

void TestMonitorWindow::showsTheBond()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    sampleFor(20);
    QVERIFY(window.windowTitle().contains(u"bond0"));
    QCOMPARE(window.findChildren<SlaveCard *>().size(), 2);
    const auto *strip = window.findChild<StateHeader *>();
    QVERIFY(strip);
    QVERIFY(!strip->accessibleName().isEmpty());
    QVERIFY(window.findChildren<SlaveCard *>().first()->accessibleName().contains(u"eth0"));
    QVERIFY(!window.findChild<QTabWidget *>()->isTabVisible(2)); // active-backup does not balance
}

void TestMonitorWindow::followsAFailover()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    sampleFor(30);
    const auto *strip = window.findChild<StateHeader *>();
    const QString before = strip->accessibleName();
    failOver();
    sampleFor(10, 1);
    QVERIFY(strip->accessibleName() != before);
    QCOMPARE(window.events()->findChild<QTreeView *>()->model()->rowCount(), 2);
    const ChartData *data = window.findChild<LiveChart *>()->data();
    QCOMPARE(data->lanes().at(0).segments.back().state, BandState::NoLink);
    QCOMPARE(data->lanes().at(1).segments.back().state, BandState::Active);
    QCOMPARE(data->markers().size(), 2);
    // Marker and band switch at the same instant.
    QCOMPARE(data->markers().last().timeNs, data->lanes().at(1).segments.back().startNs);
}

void TestMonitorWindow::sinceWhenIsByTheHostsClock()
{
    m_source->hostTime = QDateTime::currentDateTime().addDays(-13); // of a recording
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    const auto *strip = window.findChild<StateHeader *>();
    QCOMPARE(strip->accessibleName(), u"bond0, Healthy"_s);
    failOver();
    QCOMPARE(strip->accessibleName(), u"bond0, Degraded"_s);
    const auto says = [strip](const QString &words) {
        return std::ranges::any_of(strip->findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(!says(u"(for "_s));
    m_source->hostTime = m_source->hostTime.addSecs(192);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"(for 3 min 12 s)"_s), 5'000);
}

void TestMonitorWindow::everythingIsReachedByTabAndHasAName()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    failOver();
    sampleFor(2);
    auto *tabs = window.findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (!tabs->isTabVisible(tab))
            continue;
        tabs->setCurrentIndex(tab);
        const QStringList muted = mutedControls(&window);
        QVERIFY2(muted.isEmpty(), qPrintable(muted.join(u'\n')));
    }
    tabs->setCurrentIndex(0);
    Keyboard keys(&window);
    QVERIFY(keys.tabTo(u"events"_s));
    const QStringList round = keys.round(); // also out of the table again
    QVERIFY(round.contains(u"filter"_s));
    const auto buttons = window.findChild<ChartBar *>()->findChildren<QToolButton *>();
    QCOMPARE(round.count(u"QToolButton"_s), std::ranges::count_if(buttons, &QWidget::isVisible));
}

void TestMonitorWindow::waitsForTheBond()
{
    MonitorWindow window(services(), u"bond5"_s);
    window.show();
    const auto *strip = window.findChild<StateHeader *>();
    QVERIFY(strip->accessibleDescription().contains(u"bond5"));
    kernel::BondState bond = m_source->bond();
    bond.name = u"bond5"_s;
    m_source->state().bonds.clear();
    m_source->state().bonds.insert(10, bond);
    m_source->publish();
    QCOMPARE(window.findChildren<SlaveCard *>().size(), 2);
}

void TestMonitorWindow::pingTargetsComeAndGo()
{
    PingPanel panel(u"bond0"_s, BondFeed::of(m_source.get(), u"bond0"_s)->data());
    panel.setPingerFactory([this](const ping::PingTarget &t, QObject *p) { return pinger(t, p); });
    QVERIFY(panel.addTarget(u"192.0.2.254"_s));
    QVERIFY(!panel.addTarget(u"192.0.2.254"_s)); // twice
    for (const QString &bad : {u"-f"_s, u"$(id)"_s, u"255.255.255.255"_s, u"224.0.0.1"_s, u"example.org"_s, u""_s})
        QVERIFY2(!panel.addTarget(bad), qPrintable(bad));
    QCOMPARE(panel.targets(), QStringList({u"192.0.2.254"_s}));
    ChartData *data = BondFeed::of(m_source.get(), u"bond0"_s)->data();
    QCOMPARE(data->pingTracks().size(), 1);
    QTRY_VERIFY(!data->pingTracks().first().axis.times(0).empty());
    // A target's complaint goes with it.
    QVERIFY(panel.addTarget(u"192.0.2.253"_s));
    Q_EMIT panel.findChildren<ping::Pinger *>().constLast()->troubleOccurred(u"No way there."_s);
    const auto complains = [&panel] {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [](const QLabel *label) { return !label->isHidden() && label->text() == u"No way there."; });
    };
    QVERIFY(complains());
    panel.removeTarget(1);
    QVERIFY(!complains());
    panel.removeTarget(0);
    QVERIFY(data->pingTracks().isEmpty());
    panel.removeTarget(7); // nothing
    for (int i = 1; i <= 9; ++i)
        QCOMPARE(panel.addTarget(u"192.0.2.%1"_s.arg(i)), i <= PingPanel::maxTargets);
}

void TestMonitorWindow::makeActiveAsksTheHelper()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    auto *button = window.findChildren<SlaveCard *>().at(1)->findChild<QPushButton *>();
    QVERIFY(button->isEnabled());
    QVERIFY(!window.findChildren<SlaveCard *>().at(0)->findChild<QPushButton *>()->isEnabled()); // is active
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(m_helper->calls, QStringList({u"activate bond0 eth1"_s}));
    m_helper->refusal = Error{u"helper.not-authorized"_s, u"Not allowed."_s, u"Ask the administrator."_s};
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(says(&window, u"Not allowed. Ask the administrator."_s));
}

void TestMonitorWindow::cardIsTheLegend()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    auto *box = window.findChildren<SlaveCard *>().first()->findChild<QCheckBox *>();
    const auto lanes = [](const QWidget &one) { return one.findChild<LiveChart *>()->scene().visibleLanes().size(); };
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(lanes(window), 1);
    MonitorWindow other(services(), u"bond0"_s);
    QCOMPARE(lanes(other), 2); // each window hides for itself
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(lanes(window), 2);
}

void TestMonitorWindow::eventJumpsToTheChart()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.findChild<LiveChart *>()->setSpan(60s);
    sampleFor(60);
    failOver();
    const qint64 at = window.findChild<LiveChart *>()->data()->markers().last().timeNs;
    sampleFor(100, 1);
    QVERIFY(window.findChild<LiveChart *>()->isFollowing());
    Q_EMIT window.events()->chosen(at);
    QVERIFY(!window.findChild<LiveChart *>()->isFollowing());
    const ShownColumns columns(*window.findChild<LiveChart *>());
    QVERIFY(columns.columnOf(at) >= columns.first() && columns.columnOf(at) <= columns.last());
    const qint64 first = columns.first();
    Q_EMIT window.events()->chosen(0); // before the chart began: no jump
    QCOMPARE(columns.first(), first);
}

void TestMonitorWindow::calculatorAgreesWithTheHash()
{
    m_source = std::make_unique<CableHost>(Mode::BalanceXor, 3);
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    QVERIFY(window.findChild<QTabWidget *>()->isTabVisible(2));
    HashCalculator *calculator = window.findChild<HashCalculator *>();
    QVERIFY(!calculator->flow());
    calculator->findChild<QLineEdit *>(u"destination"_s)->setText(u"198.51.100.7"_s);
    calculator->findChild<QLineEdit *>(u"next-hop"_s)->setText(u"00:1b:21:aa:bb:c3"_s);
    const auto flow = calculator->flow();
    QVERIFY(flow);
    QSet<QString> used;
    for (int port = 1; port < 40; ++port) {
        calculator->findChild<QSpinBox *>(u"destination-port"_s)->setValue(port);
        kernel::Flow own = *flow;
        own.destinationPort = quint16(port);
        const QString slave = calculator->slaveUnder(XmitPolicy::Layer34);
        QCOMPARE(slave, u"eth%1"_s.arg(kernel::xmitHash(XmitPolicy::Layer34, own) % 3));
        used.insert(slave);
    }
    QCOMPARE(used.size(), 3);
    calculator->findChild<QLineEdit *>(u"next-hop"_s)->setText(u"nonsense"_s);
    QVERIFY(calculator->slaveUnder(XmitPolicy::Layer2).isEmpty());
}

void TestMonitorWindow::exportsFiles()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.resize(1000, 700);
    window.show();
    sampleFor(60);
    failOver();
    sampleFor(20, 1);
    QVERIFY(exportPng(*window.findChild<LiveChart *>(), m_home.filePath(u"chart.png"_s), QSize(800, 400), 2));
    QCOMPARE(QImage(m_home.filePath(u"chart.png"_s)).size(), QSize(1600, 800));
    QVERIFY(exportSvg(*window.findChild<LiveChart *>(), m_home.filePath(u"chart.svg"_s), QSize(800, 400)));
    QFile svg(m_home.filePath(u"chart.svg"_s));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY2(text.contains("<svg") && text.contains("eth0"), text.right(3000).constData());
    // A curve: a path, or since Qt 6.11 a polygon.
    static const QRegularExpression curve(u" (d|points)=\"[^\"]{500,}\""_s);
    QVERIFY2(curve.match(QString::fromUtf8(text)).hasMatch(), text.right(3000).constData());
    const auto refused = exportText(u"/nowhere/x.csv"_s, "x");
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"/nowhere/x.csv"));
}

void TestMonitorWindow::switchesLanguageAtRunTime()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    failOver();
    QVERIFY(window.findChild<LiveChart *>()->data()->markers().last().text.contains(u"Traffic moved"));
    const QString before = window.windowTitle();
    QCOMPARE(i18n::installLanguage(u"zh_CN"_s), u"zh_CN"_s);
    QCoreApplication::processEvents();
    QVERIFY(window.windowTitle() != before);
    QVERIFY(!window.findChild<LiveChart *>()->data()->markers().last().text.contains(u"Traffic"));
    for (const QTabWidget *tabs : window.findChildren<QTabWidget *>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            const QString text = tabs->tabText(i);
            QVERIFY2(std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Han; }),
                     qPrintable(text));
        }
    }
}

void TestMonitorWindow::screens_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("en-light") << u"en"_s << false;
    QTest::newRow("en-dark") << u"en"_s << true;
    QTest::newRow("zh-light") << u"zh_CN"_s << false;
    QTest::newRow("zh-dark") << u"zh_CN"_s << true;
}

/// Every text fits its widget, in both languages; and the pictures for the eye.
void TestMonitorWindow::screens()
{
    QFETCH(QString, language);
    QFETCH(bool, isDark);
    i18n::installLanguage(language);
    const QPalette old = QApplication::palette();
    if (isDark) {
        QPalette dark(QColor(0x30, 0x33, 0x38), QColor(0x23, 0x26, 0x2a));
        dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x22));
        dark.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x2a));
        QApplication::setPalette(dark);
    }
    const QString folder = qEnvironmentVariable("BONDWRIGHT_SCREENS");
    const QString tag = QLatin1String(QTest::currentDataTag());
    const auto fits = [](QWidget &window) {
        QCoreApplication::processEvents();
        QStringList cut = cutTexts(&window);
        if (i18n::currentLanguage() == u"zh_CN")
            cut += englishTexts(&window);
        if (!cut.isEmpty())
            qWarning("%s", qPrintable(cut.join(u'\n')));
        return cut.isEmpty();
    };
    {
        MonitorWindow window(services(), u"bond0"_s);
        window.findChild<PingPanel *>()->setPingerFactory(
            [this](const ping::PingTarget &t, QObject *p) { return pinger(t, p); });
        while (!window.findChild<PingPanel *>()->targets().isEmpty())
            window.findChild<PingPanel *>()->removeTarget(0);
        ChartData *data = BondFeed::of(m_source.get(), u"bond0"_s)->data();
        const int track = data->addPingTrack(u"192.0.2.254"_s, QColor(0x2a, 0x8c, 0xc4));
        window.resize(1024, 700);
        window.show();
        sampleFor(70);
        failOver();
        const qint64 at = m_counters.monotonicNs + 100'000'000;
        for (qint64 t = at - 70'000'000'000; t < at + 40'000'000'000; t += 100'000'000) {
            const bool isLost = t >= at - 50'000'000 && t < at + 1'500'000'000;
            data->appendPing(track, t, isLost ? std::nullopt : std::optional(0.4 + 0.2 * std::sin(double(t) / 2e9)));
        }
        data->endOutage({track, at, at + 1'500'000'000, 15});
        sampleFor(40, 1);
        QCoreApplication::processEvents();
        const QPixmap picture = window.grab();
        QVERIFY(window.width() <= 1024 && window.height() <= 700); // fits a small screen
        QVERIFY(fits(window));
        window.findChild<QTabWidget *>()->setCurrentIndex(1);
        QVERIFY(fits(window));
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            picture.save(folder + u"/monitor-"_s + tag + u".png"_s);
            window.grab().save(folder + u"/monitor-ping-"_s + tag + u".png"_s);
        }
    }
    {
        m_source = std::make_unique<CableHost>(Mode::BalanceXor, 4);
        MonitorWindow window(services(), u"bond0"_s);
        window.resize(1024, 700);
        window.show();
        window.findChild<QTabWidget *>()->setCurrentIndex(2);
        window.findChild<HashCalculator *>()->findChild<QLineEdit *>(u"destination"_s)->setText(u"198.51.100.7"_s);
        window.findChild<HashCalculator *>()->findChild<QLineEdit *>(u"next-hop"_s)->setText(u"00:1b:21:aa:bb:c3"_s);
        QVERIFY(fits(window));
        if (!folder.isEmpty())
            window.grab().save(folder + u"/monitor-balance-"_s + tag + u".png"_s);
    }
    QApplication::setPalette(old);
}

QTEST_MAIN(TestMonitorWindow)
#include "tst_monitorwindow.moc"
