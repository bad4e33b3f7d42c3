// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/healthkeeper.h"
#include "kernel/replaysource.h"

#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace Qt::StringLiterals;

/// What was recorded in the lab, judged as a window would that replays it: healthy bonds of every mode stay healthy, and
/// each sick one, which is named after its rule, is told. tests/watch/tst_watch_lab.cpp says how to record anew.
class TestRecordings : public QObject
{
    Q_OBJECT
private:
    /// All that was ever said of each bond.
    static QMap<QString, QSet<QString>> toldOf(const QString &recording, int *looks = nullptr)
    {
        QMap<QString, QSet<QString>> told;
        kernel::ReplaySource source(QStringLiteral(RECORDINGS "/") + recording, 0);
        HealthKeeper *keeper = HealthKeeper::of(&source);
        keeper->watch({});
        const auto look = [&] {
            for (const kernel::BondState &bond : source.snapshot().bonds) {
                QSet<QString> &rules = told[bond.name];
                const Diagnosis diagnosis = keeper->judge(bond);
                if (diagnosis.verdict != Verdict::Healthy)
                    rules.insert(verdictName(diagnosis.verdict));
                for (const Finding &finding : diagnosis.findings)
                    rules.insert(ruleName(finding.rule));
                if (looks)
                    ++*looks;
            }
        };
        connect(&source, &kernel::KernelSource::snapshotChanged, &source, look);
        connect(&source, &kernel::KernelSource::sampleTaken, &source, look);
        QSignalSpy finished(&source, &kernel::ReplaySource::finished);
        source.start();
        if (finished.isEmpty())
            finished.wait(60'000);
        return told;
    }

private Q_SLOTS:
    void healthyBondsStayHealthy()
    {
        int looks = 0;
        const auto told = toldOf(u"healthy.bwrec"_s, &looks);
        QCOMPARE(told.size(), 7); // one of each mode
        QVERIFY(looks > 7 * 50);
        for (auto bond = told.cbegin(); bond != told.cend(); ++bond)
            QVERIFY2(bond->isEmpty(), qPrintable(bond.key() + u": "_s + bond->values().join(u' ')));
    }

    void sickBondsAreTold()
    {
        const auto told = toldOf(u"sick.bwrec"_s);
        QVERIFY(told.size() >= 16);
        for (auto bond = told.cbegin(); bond != told.cend(); ++bond)
            QVERIFY2(bond->contains(bond.key()), qPrintable(bond.key() + u": "_s + bond->values().join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
