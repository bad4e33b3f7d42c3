// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/changesteps.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::models;
using helper::TransactionState;

class ChangeStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInOrder();
    void stepNotHeardToEndIsDone();
    void stepUnderWayIsTheOneThatFailed();
    void unconfirmedChangeFailsAtTheConfirmation();
    void causeNamesWhatDiffers();

private:
    void step(int index, const char *text, bool finished);
    void state(TransactionState state, const QString &reason = {}, const QStringList &differences = {});
    QString words() const;

    ChangeSteps m_steps;
};

void ChangeStepsTest::step(int index, const char *text, bool finished)
{
    helper::StepProgress progress;
    progress.index = index;
    progress.text = QString::fromLatin1(text);
    progress.finished = finished;
    progress.elapsedMs = finished ? 60'000 : 0;
    m_steps.take(progress);
}

void ChangeStepsTest::state(TransactionState state, const QString &reason, const QStringList &differences)
{
    helper::Transaction now;
    now.state = state;
    now.reason = reason;
    now.differences = differences;
    m_steps.take(now);
}

QString ChangeStepsTest::words() const
{
    QStringList words;
    for (const ChangeSteps::Step &step : m_steps.steps())
        words.append(ChangeSteps::text(step));
    return words.join(QLatin1Char('|'));
}

void ChangeStepsTest::endsInOrder()
{
    m_steps.clear();
    step(0, "Writing", false);
    step(0, "Writing", true);
    step(1, "Verifying", false);
    QCOMPARE(words(), QStringLiteral("Writing: done, 1 min 0 s|Verifying"));
    step(1, "Verifying", true);
    state(TransactionState::AwaitingConfirm);
    state(TransactionState::Done);
    QCOMPARE(words(), QStringLiteral("Writing: done, 1 min 0 s|Verifying: done, 1 min 0 s|Confirmation: done"));
}

void ChangeStepsTest::stepNotHeardToEndIsDone()
{
    m_steps.clear();
    step(0, "Writing", true);
    step(1, "Verifying", false);
    state(TransactionState::AwaitingConfirm);
    QCOMPARE(words(), QStringLiteral("Writing: done, 1 min 0 s|Verifying: done|Confirmation"));
    state(TransactionState::RollingBack, QStringLiteral("Not confirmed."));
    QCOMPARE(words(), QStringLiteral("Writing: done, 1 min 0 s|Verifying: done|Confirmation: failed\nNot confirmed."));
}

void ChangeStepsTest::stepUnderWayIsTheOneThatFailed()
{
    m_steps.clear();
    step(0, "Writing", true);
    state(TransactionState::Verifying);
    step(1, "Verifying", false);
    // As the helper tells it: the state first, then the end of the step, then the rollback.
    state(TransactionState::RollingBack, QStringLiteral("Not as asked."), {QStringLiteral("192.0.2.1 is silent.")});
    step(1, "Verifying", true);
    step(2, "Restoring", false);
    step(2, "Restoring", true);
    state(TransactionState::RolledBack, QStringLiteral("Not as asked."), {QStringLiteral("192.0.2.1 is silent.")});
    QCOMPARE(
        words(),
        QStringLiteral("Writing: done, 1 min 0 s|Verifying: failed, 1 min 0 s\nNot as asked.\n192.0.2.1 is silent.|"
                       "Confirmation: skipped|Restoring: done, 1 min 0 s"));
}

void ChangeStepsTest::unconfirmedChangeFailsAtTheConfirmation()
{
    m_steps.clear();
    step(0, "Writing", true);
    state(TransactionState::AwaitingConfirm);
    state(TransactionState::RollingBack, QStringLiteral("Not confirmed."));
    step(1, "Restoring", true);
    QCOMPARE(
        words(),
        QStringLiteral("Writing: done, 1 min 0 s|Confirmation: failed\nNot confirmed.|Restoring: done, 1 min 0 s"));
}

void ChangeStepsTest::causeNamesWhatDiffers()
{
    helper::Transaction now;
    now.reason = QStringLiteral("Why.");
    now.differences = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    QCOMPARE(causeOf(now), QStringLiteral("Why. a b c and 1 more"));
    now.differences.clear();
    QCOMPARE(causeOf(now), QStringLiteral("Why."));
}

QTEST_GUILESS_MAIN(ChangeStepsTest)
#include "tst_changesteps.moc"
