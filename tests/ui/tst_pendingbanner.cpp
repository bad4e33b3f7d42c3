// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/pendingchange.h"
#include "main/pendingbanner.h"
#include "mainwindowframe.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using helper::TransactionState;

// What stands above everything while a change is going on.
class PendingBannerTest : public QObject, private MainWindowFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_pendingbanner"_s); }
    void init() { build(); }
    void cleanup() { strike(); }
    void hasTheColourOfWhatHappened_data();
    void hasTheColourOfWhatHappened();
    void runningChangeNamesWhoAndWhat();
    void ownChangeIsNobodyElses();
    void aRemovalIsCalledOne_data();
    void aRemovalIsCalledOne();
    void keptChangeIsNamedAndGoes();
    void stepsByHandCanBeCopied();
};

void PendingBannerTest::hasTheColourOfWhatHappened_data()
{
    QTest::addColumn<TransactionState>("state");
    QTest::addColumn<StateTone>("tone");
    QTest::newRow("kept") << TransactionState::Done << StateTone::Good;
    QTest::newRow("reverted") << TransactionState::RolledBack << StateTone::Caution;
    QTest::newRow("failed") << TransactionState::Failed << StateTone::Critical;
}

void PendingBannerTest::hasTheColourOfWhatHappened()
{
    QFETCH(TransactionState, state);
    QFETCH(StateTone, tone);
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->now.bond = u"bond0"_s;
    m_helper->advance(TransactionState::Verifying);
    m_helper->now.differences = {u"192.0.2.1 does not answer."_s};
    m_helper->advance(state, 0, u"The result is not what was asked for."_s);
    const auto *banner = m_window->findChild<PendingBanner *>();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->tone(), tone);
    if (state != TransactionState::Done)
        QVERIFY(says(u"192.0.2.1 does not answer."_s));
    QVERIFY(says(u"bond0"_s));
}

void PendingBannerTest::runningChangeNamesWhoAndWhat()
{
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->now.bond = u"bond0"_s;
    m_helper->now.ownerName = u"ann"_s;
    m_helper->advance(TransactionState::Verifying);
    QVERIFY(says(u"ann is changing bond0…"_s));
}

/// On a practice host or as root, "root is changing bond0" would be told to the one who has just pressed the button.
void PendingBannerTest::ownChangeIsNobodyElses()
{
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->now.bond = u"bond0"_s;
    m_helper->now.ownerName = u"root"_s;
    m_helper->now.action = ChangeAction::Remove;
    m_helper->advance(TransactionState::Activating);
    QVERIFY(says(u"root is changing bond0…"_s));
    m_window->findChild<PendingChange *>()->setTicket({u"t9"_s, u"secret"_s});
    QVERIFY(says(u"Removing bond0…"_s));
    QVERIFY(!says(u"root"_s));
    // The helper tells of a change before it answers with the ticket.
    auto *pending = m_window->findChild<PendingChange *>();
    m_helper->advance(TransactionState::Done);
    pending->expectOwn();
    m_helper->now.id = u"t10"_s;
    m_helper->advance(TransactionState::Preparing);
    QVERIFY(says(u"Removing bond0…"_s) && !says(u"root"_s));
    // Refused: then it was somebody else's.
    pending->setTicket({});
    m_helper->advance(TransactionState::Activating);
    QVERIFY(says(u"root is changing bond0…"_s));
}

void PendingBannerTest::aRemovalIsCalledOne_data()
{
    QTest::addColumn<TransactionState>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("reverted") << TransactionState::RolledBack
                              << u"The removal of bond0 was reverted; everything is as before."_s;
    QTest::newRow("on its way back") << TransactionState::RollingBack << u"Reverting the removal of bond0…"_s;
    QTest::newRow("failed") << TransactionState::Failed << u"The removal of bond0 failed."_s;
    QTest::newRow("kept") << TransactionState::Done << u"The removal of bond0 is kept."_s;
}

void PendingBannerTest::aRemovalIsCalledOne()
{
    QFETCH(TransactionState, state);
    QFETCH(QString, words);
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->now.bond = u"bond0"_s;
    m_helper->now.action = ChangeAction::Remove;
    m_helper->advance(TransactionState::AwaitingConfirm, 43);
    m_helper->advance(state, 0, u"root asked for it."_s);
    QVERIFY(says(words));
    QVERIFY(!says(u"The change of"_s));
}

void PendingBannerTest::keptChangeIsNamedAndGoes()
{
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->now.bond = u"bond0"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 43);
    m_helper->advance(TransactionState::Done);
    QVERIFY(says(u"The change of bond0 is kept."_s));
    auto *banner = m_window->findChild<PendingBanner *>();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), 15'000);
}

/// They are commands, to be copied.
void PendingBannerTest::stepsByHandCanBeCopied()
{
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->now.bond = u"bond0"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 43);
    auto *text = m_window->findChild<PendingBanner *>()->findChild<QLabel *>();
    QCOMPARE(text->textInteractionFlags(), Qt::NoTextInteraction);
    m_helper->now.manualSteps = {u"systemctl restart NetworkManager"_s};
    m_helper->advance(TransactionState::Failed);
    QVERIFY(says(u"systemctl restart NetworkManager"_s));
    text->setFocus();
    QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"systemctl restart NetworkManager"));
}

QTEST_MAIN(PendingBannerTest)
#include "tst_pendingbanner.moc"
