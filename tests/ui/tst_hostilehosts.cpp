// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/settings.h"
#include "helperclient/wire.h"
#include "host/protocol/wirejson.h"
#include "hosts/hostpage.h"
#include "hosts/questiondialog.h"
#include "hostsframe.h"
#include "mainwindowframe.h"
#include "tests/support/deafness.h"
#include "tests/support/processcost.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QMenu>

#include <limits>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

namespace
{

#ifdef BONDWRIGHT_SANITIZED
// Instrumented code works up to four times as long, and keeps what was freed.
constexpr qint64 longestDeafnessMs = 400;
constexpr double mostMegabytes = 400;
#else
constexpr qint64 longestDeafnessMs = 100;
constexpr double mostMegabytes = 60;
#endif

/// How long the window does not answer, in the best of some seconds: a busy machine delays everything now and then.
qint64 deafness()
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 8 && best >= longestDeafnessMs; ++round) {
        const Deafness deafness;
        QTest::qWait(1000);
        best = std::min(best, deafness.worst());
    }
    return best;
}

} // namespace

/// Hosts that hang, break off, flood or lie; ssh is a program of the test.
class HostileHostsTest : public QObject, private HostsFrame
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { build(); }
    void cleanup() { strike(); }
    void noHostBlocksTheWindow();
    void aHostileHost_data();
    void aHostileHost();
    void aHostIsRemovedMeanwhile_data();
    void aHostIsRemovedMeanwhile();
    void aHostWithAChangeIsNotRemovedUnasked();

private:
    void remove(const QString &name);
};

void HostileHostsTest::initTestCase()
{
    prepareWindows(u"hostilehosts"_s);
    i18n::installLanguage(u"en"_s);
}

/// One that hangs, one that dies in the middle of a line each time, one that was never there.
void HostileHostsTest::noHostBlocksTheWindow()
{
    m_hosts->answer(u"hangs"_s, "sleep 60\n");
    m_hosts->answer(u"dies"_s, "cat \"$dir/lines-srv1\" | head -c 700; exit 255\n");
    m_hosts->answer(u"away"_s, "exit 255\n");
    m_hosts->serve(u"srv1"_s, hostWithBonds());
    open();
    for (const QString &name : {u"hangs"_s, u"dies"_s, u"away"_s, u"srv1"_s})
        m_window->openHost(name);
    const qint64 worst = deafness();
    QVERIFY2(worst < longestDeafnessMs, qPrintable(u"deaf for %1 ms"_s.arg(worst)));
}

void HostileHostsTest::aHostileHost_data()
{
    QTest::addColumn<QByteArray>("shell"); ///< after a proper beginning
    QTest::addColumn<QString>("said"); ///< what a person reads; empty: the host stays
    const QString noMessage = u"does not speak Bondwright's protocol"_s;
    QTest::newRow("a line without end") << QByteArray(R"(tr '\0' x </dev/zero)") << u"too long"_s;
    QTest::newRow("no JSON") << QByteArray("yes Welcome") << noMessage;
    QTest::newRow("JSON cut short") << QByteArray(R"(yes '{"type":"event"')") << noMessage;
    QTest::newRow("deep nesting") << QByteArray(R"(yes [ | head -n 200000 | tr -d '\n'; echo; sleep 60)") << noMessage;
    QTest::newRow("huge numbers") << QByteArray(R"(yes '{"type":"sample","t":1e308,"interfaces":[]}')") << noMessage;
    QTest::newRow("signs of life without end") << QByteArray(R"(yes '{"type":"alive"}')") << QString();
    QTest::newRow("answers that nobody asked for")
        << QByteArray(R"(yes '{"type":"reply","id":4711,"result":{}}')") << QString();
    QTest::newRow("steps without end") << QByteArray(R"(yes '{"type":"notice","about":"step","content":{}}')")
                                       << QString();
    QTest::newRow("the same question without end")
        << QByteArray(R"(yes '{"type":"notice","about":"authentication","content":{"authentication":7,"prompt":"?"}}')")
        << QString();
    QTest::newRow("other questions without end") << QByteArray(R"(i=0; while :; do i=$((i + 1))
echo '{"type":"notice","about":"authentication","content":{"authentication":'$i',"prompt":"?"}}'; done)")
                                                 << QString();
}

void HostileHostsTest::aHostileHost()
{
    QFETCH(QByteArray, shell);
    QFETCH(QString, said);
    m_hosts->serve(u"srv1"_s, hostWithBonds());
    m_hosts->answer(u"srv1"_s, "cat \"$dir/lines-srv1\"\nsleep 1\n: > \"$dir/flooding\"\n" + shell + '\n');
    open();
    m_window->openHost(u"srv1"_s);
    auto *page = m_window->findChild<HostPage *>();
    QTRY_VERIFY(page->window());
    const auto ownMegabytes = [] { return double(memoryKiB("Anonymous")) / 1000; };
    const double before = ownMegabytes();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_hosts->path(u"flooding"_s)), 20'000);
    const qint64 worst = deafness();
    QVERIFY2(worst < longestDeafnessMs, qPrintable(u"deaf for %1 ms"_s.arg(worst)));
    if (said.isEmpty()) {
        QVERIFY(page->window()->centralWidget()->isEnabled());
    } else {
        const auto *reach = page->findChild<QLabel *>(u"reach"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(reach->isVisible() && reach->text().contains(said), qPrintable(reach->text()),
                                  20'000);
    }
    QTest::qWait(1000);
    QVERIFY2(ownMegabytes() - before < mostMegabytes, qPrintable(u"%1 MB more"_s.arg(ownMegabytes() - before)));
    QVERIFY(m_window->findChildren<QuestionDialog *>().size() <= 4);
}

void HostileHostsTest::remove(const QString &name)
{
    auto *list = m_window->findChild<QListView *>(u"host-list"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString().startsWith(name))
            Q_EMIT list->customContextMenuRequested(list->visualRect(index).center());
    }
    const auto menus = m_window->findChildren<QMenu *>();
    QVERIFY(!menus.isEmpty());
    const auto actions = menus.last()->actions();
    const auto at = std::ranges::find_if(
        actions, [&name](const QAction *one) { return one->text() == u"Remove %1 from the list"_s.arg(name); });
    QVERIFY(at != actions.end());
    (*at)->trigger();
    menus.last()->close();
}

void HostileHostsTest::aHostIsRemovedMeanwhile_data()
{
    QTest::addColumn<QByteArray>("shell");
    QTest::newRow("while it connects") << QByteArray("sleep 60\n");
    QTest::newRow("while it greets") << QByteArray("yes Welcome\n");
    QTest::newRow("while it asks") << QByteArray(R"(cat "$dir/lines-srv1"
echo '{"type":"notice","about":"authentication","content":{"authentication":7,"message":"May I?","prompt":"?"}}'
sleep 60
)");
    QTest::newRow("while it is polled") << QByteArray("[ \"$1\" = bondctl ] && exit 127\neval \"$@\"\n");
}

void HostileHostsTest::aHostIsRemovedMeanwhile()
{
    QFETCH(QByteArray, shell);
    m_hosts->serve(u"srv1"_s, hostWithBonds());
    m_hosts->answer(u"srv1"_s, shell);
    open();
    for (int time : {0, 30, 300, 1500}) {
        m_window->openHost(u"srv1"_s);
        QTest::qWait(time);
        QElapsedTimer clock;
        clock.start();
        remove(u"srv1"_s);
        QVERIFY2(clock.elapsed() < 20 * longestDeafnessMs, qPrintable(QString::number(clock.elapsed())));
        QTRY_VERIFY(m_window->findChildren<HostPage *>().isEmpty());
        QTRY_VERIFY(m_window->findChildren<QuestionDialog *>().isEmpty());
    }
}

/// It would be gone without anybody having decided about it.
void HostileHostsTest::aHostWithAChangeIsNotRemovedUnasked()
{
    const helper::Transaction change = [] {
        helper::Transaction now;
        now.id = u"t1"_s;
        now.state = helper::TransactionState::AwaitingConfirm;
        now.bond = u"bond0"_s;
        now.secondsLeft = 50;
        return now;
    }();
    m_hosts->serve(u"srv1"_s, hostWithBonds(),
                   host::toLine(host::Notice{u"transaction"_s, host::toJson(helper::wire::toMap(change))}) + '\n');
    open();
    m_window->openHost(u"srv1"_s);
    auto *page = m_window->findChild<HostPage *>();
    QTRY_VERIFY(page->window());
    QTest::qWait(300);
    remove(u"srv1"_s);
    QVERIFY(!m_window->findChildren<HostPage *>().isEmpty());
    remove(u"srv1"_s); // asked once more, it goes
    QTRY_VERIFY(m_window->findChildren<HostPage *>().isEmpty());
}

QTEST_MAIN(HostileHostsTest)
#include "tst_hostilehosts.moc"
