// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/monitor/fakepinger.h"
#include "wizardframe.h"

#include <QPushButton>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// What the last page says about the ping while a change is applied.
class ApplyPageTest : public QObject, private WizardFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_applypage"_s); }
    void cleanup() { strike(); }
    void troubleOfThePingEndsWithAnAnswer();
};

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
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Review);
    QTRY_VERIFY(window()->findChild<QPushButton *>(u"next"_s)->isEnabled());
    window()->findChild<QPushButton *>(u"next"_s)->click();
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

QTEST_MAIN(ApplyPageTest)
#include "tst_applypage.moc"
