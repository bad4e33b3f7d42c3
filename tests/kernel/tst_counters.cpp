// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/counters.h"

#include <QTest>

using namespace bondwright::kernel;

class TestCounters : public QObject
{
    Q_OBJECT
private:
    static double rxRate(std::uint64_t before, std::uint64_t after, qint64 ns = 1'000'000'000)
    {
        Counters first{1, before};
        Counters second{1, after};
        return ratesBetween(first, 5, second, 5 + ns).rxBytes;
    }

private Q_SLOTS:
    void rates_data()
    {
        QTest::addColumn<quint64>("before");
        QTest::addColumn<quint64>("after");
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<double>("rate");
        constexpr quint64 top32 = 0xffffffff;
        const qint64 second = 1'000'000'000;
        QTest::newRow("nothing moved") << quint64(7) << quint64(7) << second << 0.0;
        QTest::newRow("a second") << quint64(0) << quint64(1000) << second << 1000.0;
        QTest::newRow("half a second") << quint64(0) << quint64(1000) << second / 2 << 2000.0;
        QTest::newRow("reset") << quint64(1'000'000'000'000) << quint64(10) << second << 0.0;
        QTest::newRow("reset of a small one") << quint64(1000) << quint64(10) << second << 0.0;
        QTest::newRow("32 bits wrapped") << top32 - 99 << quint64(100) << second << 200.0;
        QTest::newRow("no time") << quint64(0) << quint64(1000) << qint64(0) << 0.0;
        QTest::newRow("time went back") << quint64(0) << quint64(1000) << -second << 0.0;
    }

    void rates()
    {
        QFETCH(quint64, before);
        QFETCH(quint64, after);
        QFETCH(qint64, ns);
        QTEST(rxRate(before, after, ns), "rate");
    }

    void everyFieldHasItsOwn()
    {
        const Counters before{3, 0, 0, 0, 0, 0, 0, 0, 0};
        const Counters after{3, 1, 2, 3, 4, 5, 6, 7, 8};
        const Rates rates = ratesBetween(before, 0, after, 1'000'000'000);
        QCOMPARE(rates.ifindex, 3);
        QCOMPARE((QList<double>{rates.rxBytes, rates.txBytes, rates.rxPackets, rates.txPackets, rates.rxErrors,
                                rates.txErrors, rates.rxDropped, rates.txDropped}),
                 (QList<double>{1, 2, 3, 4, 5, 6, 7, 8}));
        QCOMPARE(ratesBetween(Counters{4}, 0, after, 1'000'000'000).rxBytes, 0.0); // another interface
    }
};

QTEST_GUILESS_MAIN(TestCounters)
#include "tst_counters.moc"
