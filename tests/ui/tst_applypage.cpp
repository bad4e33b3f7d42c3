// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/monitor/fakepinger.h"
#include "wizardframe.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// What the last page says while a change is applied.
class ApplyPageTest : public QObject, private WizardFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_applypage"_s); }
    void cleanup() { strike(); }
    void troubleOfThePingEndsWithAnAnswer();
    void longStepsAreWhole();
    void stepsByHandCanBeCopied();

private:
    void apply();
};

void ApplyPageTest::apply()
{
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Review);
    QTRY_VERIFY(window()->findChild<QPushButton *>(u"next"_s)->isEnabled());
    window()->findChild<QPushButton *>(u"next"_s)->click();
    QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
}

void ApplyPageTest::troubleOfThePingEndsWithAnAnswer()
{
    FakePinger *pinger = nullptr;
    bool isAnswered = false;
    m_makePinger = [&](const ping::PingTarget &target, QObject *parent) {
        pinger = new FakePinger(
            target, [&isAnswered] { return isAnswered; }, parent);
        return pinger;
    };
    build();
    edited()->setPingTarget(u"192.0.2.254"_s);
    apply();
    QTRY_VERIFY(pinger);
    pinger->stop(); // its own pace would be another one
    Q_EMIT pinger->troubleOccurred(u"Network is unreachable"_s);
    QVERIFY(says(window(), u"Network is unreachable"_s));
    pinger->send();
    QVERIFY(says(window(), u"Network is unreachable"_s)); // not answered
    isAnswered = true;
    pinger->send();
    QVERIFY(!says(window(), u"Network is unreachable"_s));
    Q_EMIT pinger->troubleOccurred(u"The system's ping is used."_s, ping::Pinger::Trouble::Lasting);
    pinger->send();
    QVERIFY(says(window(), u"The system's ping is used."_s)); // its answers are no more precise than before
}

void ApplyPageTest::longStepsAreWhole()
{
    build();
    apply();
    m_helper->step(0, 2, u"核对内核状态"_s, false);
    m_helper->advance(
        helper::TransactionState::RollingBack, 0,
        u"结果与方案不符，因此恢复了原来的配置；如需重试请先执行：sysctl -w net.ipv4.ping_group_range=\"0 2147483647\""_s);
    QTest::qWait(50);
    QStringList whole;
    for (const QListWidget *list : window()->findChildren<QListWidget *>()) {
        for (int row = 0; list->isVisible() && row < list->count(); ++row) {
            const QString text = list->item(row)->text();
            const QRect place = list->visualItemRect(list->item(row));
            const QRect room(0, 0, place.width(), 10'000);
            const int needed = list->fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height();
            QVERIFY2(place.height() >= needed, qPrintable(text));
            whole.append(text);
        }
    }
    for (const QString &words : {u"核对内核状态"_s, u"ping_group_range"_s})
        QVERIFY2(!whole.filter(words).isEmpty(), qPrintable(whole.join(u'|')));
}

void ApplyPageTest::stepsByHandCanBeCopied()
{
    build();
    apply();
    m_helper->now.manualSteps = {u"nmcli connection up eth1"_s, u"systemctl restart NetworkManager"_s};
    m_helper->advance(helper::TransactionState::Failed, 0, u"The disk is full."_s);
    auto *steps = window()->findChild<QListWidget *>(u"details"_s);
    QTRY_COMPARE(steps->count(), 2);
    QTRY_VERIFY(steps->isVisible());
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_helper->now.manualSteps.join(u'\n'));
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {}, steps->visualItemRect(steps->item(1)).center());
    QTest::keyClick(steps, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_helper->now.manualSteps.at(1));
}

QTEST_MAIN(ApplyPageTest)
#include "tst_applypage.moc"
