// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/livechart.h"
#include "fakepinger.h"
#include "i18n/language.h"
#include "kernel/replaysource.h"
#include "monitor/chartexport.h"
#include "monitor/eventpanel.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "monitorstage.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QXmlStreamReader>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a monitor window gives away, by its own menu and file dialog: that it is there, complete and right.
class TestMonitorExports : public QObject, private MonitorStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void svgHoldsWhatTheChartShows();
    void exportsThroughTheMenu();
    void recordingIsReplayable();
    void recordingIsNotEndedUnasked();
    void supportSummaryIsCopied();

private:
    /// Chooses a file in the dialog that the action opens.
    static bool saveAs(MonitorWindow &window, const QString &text, const QString &path);
    QByteArray content(const QString &name) const;

    QTemporaryDir m_home;
};

void TestMonitorExports::initTestCase()
{
    prepareWindows(u"tst_monitorexports"_s);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    i18n::installLanguage(u"en"_s);
}

void TestMonitorExports::init()
{
    QSettings().clear();
    build();
}

void TestMonitorExports::cleanup()
{
    strike();
}

bool TestMonitorExports::saveAs(MonitorWindow &window, const QString &text, const QString &path)
{
    QAction *save = action(window, text);
    if (!save)
        return false;
    save->trigger();
    auto *dialog = window.findChild<QFileDialog *>();
    if (!dialog || dialog->selectedFiles().value(0).isEmpty())
        return false;
    dialog->selectFile(path);
    dialog->findChild<QLineEdit *>()->setText(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    return QFile::exists(path);
}

QByteArray TestMonitorExports::content(const QString &name) const
{
    QFile file(m_home.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestMonitorExports::svgHoldsWhatTheChartShows()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.resize(1000, 700);
    window.show();
    sample(60);
    tell(kernel::EventKind::Failover, 1);
    sample(30);
    QVERIFY(exportSvg(*window.findChild<LiveChart *>(), m_home.filePath(u"chart.svg"_s), QSize(800, 400)));
    QXmlStreamReader reader(content(u"chart.svg"_s));
    QStringList texts;
    QHash<QString, int> shapes; ///< by colour
    QSize size;
    QString fill;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            const auto attributes = reader.attributes();
            if (reader.name() == u"svg")
                size = QSize(int(attributes.value(u"viewBox"_s).split(u' ').value(2).toDouble()),
                             int(attributes.value(u"viewBox"_s).split(u' ').value(3).toDouble()));
            if (reader.name() == u"g" && attributes.hasAttribute(u"fill"_s))
                fill = attributes.value(u"fill"_s).toString();
            if (reader.name() == u"path" || reader.name() == u"polyline" || reader.name() == u"rect"
                || reader.name() == u"polygon")
                ++shapes[fill];
        } else if (reader.isCharacters() && !reader.isWhitespace()) {
            texts.append(reader.text().toString().trimmed());
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(size, QSize(800, 400));
    for (const QString &word : {u"eth0"_s, u"eth1"_s, u"Traffic moved from eth0 to eth1: eth0 lost its link"_s})
        QVERIFY2(texts.contains(word), qPrintable(texts.join(u" | ")));
    QVERIFY(texts.filter(u"bit/s"_s).size() >= 2); // the axes' units, above and below
    // Bands and curves of both slaves and of the total, each in its colour, both directions.
    for (const TrafficSeries &series : window.findChild<LiveChart *>()->data()->series())
        QVERIFY2(shapes.value(series.color.name()) >= 2, qPrintable(series.name + u' ' + series.color.name()));
}

void TestMonitorExports::exportsThroughTheMenu()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    sample(10);
    tell(kernel::EventKind::Failover, 1, 92ms);
    const QSize size = window.findChild<LiveChart *>()->size(); // a message below takes some of it
    QVERIFY(saveAs(window, u"Chart as PNG…"_s, m_home.filePath(u"a.png"_s)));
    QCOMPARE(QImage(m_home.filePath(u"a.png"_s)).size(), size * 2);
    QVERIFY(saveAs(window, u"Chart as SVG…"_s, m_home.filePath(u"a.svg"_s)));
    QVERIFY(content(u"a.svg"_s).contains("</svg>"));
    QVERIFY(saveAs(window, u"Samples as CSV…"_s, m_home.filePath(u"samples.csv"_s)));
    const QList<QByteArray> lines = content(u"samples.csv"_s).trimmed().split('\n');
    QVERIFY2(lines.first().startsWith("time,monotonic_ns,eth0 rx B/s,eth0 tx B/s,eth1 rx B/s,eth1 tx B/s"),
             lines.first().constData());
    QVERIFY2(lines.last().contains(",1000000,500000,2000000,1000000,3000000,1500000"), lines.last().constData());
    QVERIFY(saveAs(window, u"Events as CSV…"_s, m_home.filePath(u"events.csv"_s)));
    QVERIFY(content(u"events.csv"_s).contains(",failover,bond0,eth0,eth0,eth1,carrier-lost,92,"));
}

/// It goes on “until Stop recording”, as was said.
void TestMonitorExports::recordingIsNotEndedUnasked()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    for (const QString &name : {u"b.bwrec"_s, u"c.bwrec"_s}) {
        QVERIFY(saveAs(window, u"Record everything…"_s, m_home.filePath(name)));
        QVERIFY(!window.close());
        QVERIFY(says(&window, u"The recording into %1 ends with this window."_s.arg(m_home.filePath(name))));
        QVERIFY(action(window, u"Stop recording"_s));
        action(window, u"Stop recording"_s)->trigger();
    }
    QVERIFY(saveAs(window, u"Record everything…"_s, m_home.filePath(u"d.bwrec"_s)));
    QVERIFY(!window.close());
    QVERIFY(window.close());
}

void TestMonitorExports::recordingIsReplayable()
{
    const QString file = m_home.filePath(u"a.bwrec"_s);
    {
        MonitorWindow window(services(), u"bond0"_s);
        window.show();
        QVERIFY(saveAs(window, u"Record everything…"_s, file));
        auto *pings = window.findChild<PingPanel *>();
        bool isAnswered = true;
        QList<FakePinger *> pingers;
        pings->setPingerFactory([&](const ping::PingTarget &target, QObject *parent) {
            return pingers.emplace_back(new FakePinger(
                target, [&isAnswered] { return isAnswered; }, parent));
        });
        QVERIFY(pings->addTarget(u"192.0.2.1"_s));
        pingers.last()->stop(); // its own pace would be another one
        sample(30);
        pingers.last()->send();
        isAnswered = false;
        pingers.last()->send();
        isAnswered = true;
        pingers.last()->send();
        m_source->setCarrier(0, false);
        m_source->look();
        m_source->setNow(m_counters.monotonicNs);
        m_source->publish();
        tell(kernel::EventKind::Failover, 1, 92ms);
        sample(30);
        QVERIFY(action(window, u"Stop recording"_s));
        action(window, u"Stop recording"_s)->trigger();
        QVERIFY(action(window, u"Record everything…"_s));
    }
    kernel::ReplaySource replay(file, 0);
    bool isFinished = false;
    connect(&replay, &kernel::ReplaySource::finished, this, [&isFinished] { isFinished = true; });
    Services services{&replay, m_helper.get(), nullptr};
    services.recording = u"a.bwrec"_s;
    MonitorWindow window(services, u"bond0"_s);
    window.show();
    replay.start();
    QTRY_VERIFY(isFinished);
    const ChartData *data = window.findChild<LiveChart *>()->data();
    QCOMPARE(data->lanes().size(), 2);
    QCOMPARE(data->lanes().at(0).segments.back().state, BandState::NoLink);
    QCOMPARE(data->lanes().at(1).segments.back().state, BandState::Active);
    QCOMPARE(data->markers().size(), 1);
    QCOMPARE(data->traffic().axis().times(0).size(), std::size_t(120)); // 60 s at 2 Hz
    QCOMPARE(window.events()->events().size(), 2); // the lost ping is one of its own
    QCOMPARE(window.events()->events().last().outage, 92ms);
    auto *pings = window.findChild<PingPanel *>();
    QCOMPARE(pings->targets(), QStringList{u"192.0.2.1"_s});
    QVERIFY(pings->findChild<QLineEdit *>()->isHidden()); // nothing is sent from here
    window.findChild<QTabWidget *>()->setCurrentWidget(pings);
    const auto *row = pings->findChild<QTreeWidget *>()->topLevelItem(0);
    QTRY_COMPARE(row->text(1), u"3"_s);
    QCOMPARE(row->text(2), u"33.3 %"_s);
    QCOMPARE(data->outages().size(), 1);
    QVERIFY(samplesCsv(*data).contains(",1000000,500000,2000000,1000000,3000000,1500000"));
}

void TestMonitorExports::supportSummaryIsCopied()
{
    MonitorWindow window(services(), u"bond0"_s);
    window.show();
    tell(kernel::EventKind::Failover, 1);
    QGuiApplication::clipboard()->clear();
    action(window, u"Copy support summary"_s)->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"mode: active-backup") && text.contains(u"slave: eth1")
                 && text.contains(u"Traffic moved from eth0 to eth1"),
             qPrintable(text));
}

QTEST_MAIN(TestMonitorExports)
#include "tst_monitorexports.moc"
