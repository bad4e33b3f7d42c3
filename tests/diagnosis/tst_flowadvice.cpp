// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/flowadvice.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

class TestFlowAdvice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void advises_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("connections");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, Mode mode, const QString &policy, int connections, const QString &says) {
            QTest::newRow(name) << int(mode) << policy << connections << says;
        };
        row("nothing", Mode::BalanceXor, u"layer2"_s, 0, u"bond0 sent nothing meanwhile."_s);
        row("another mode", Mode::BalanceRr, u"layer2"_s, 200,
            u"bond0 runs in mode balance-rr, which does not choose links by xmit_hash_policy."_s);
        row("one connection", Mode::BalanceXor, u"layer2"_s, 1,
            u"One flow sends nearly all of it: no xmit_hash_policy divides a flow."_s);
        row("tunnels", Mode::BalanceXor, u"encap3+4"_s, 200,
            u"What encap3+4 would do is not counted: it looks into tunnels."_s);
        row("one peer", Mode::Ieee8023ad, u"layer2"_s, 200,
            u"layer3+4 would spread this traffic better: the busiest link would send 50 %, with layer2 it sends "
            u"100 %."_s);
        row("as good as it gets", Mode::Ieee8023ad, u"layer3+4"_s, 200,
            u"No other policy would spread this traffic clearly better than layer3+4."_s);
    }
    void advises()
    {
        QFETCH(int, mode);
        QFETCH(QString, policy);
        QFETCH(int, connections);
        BondState bond;
        bond.name = u"bond0"_s;
        bond.mode = Mode(mode);
        bond.options[u"xmit_hash_policy"_s] = policy;
        FlowCensus census(2);
        Flow flow;
        flow.source = IpAddress::fromString(u"192.0.2.1");
        flow.destination = IpAddress::fromString(u"192.0.2.254");
        flow.destinationPort = 443;
        for (int i = 0; i < connections; ++i) {
            flow.sourcePort = quint16(40'000 + i);
            census.add(flow, 1000);
        }
        QTEST(flowAdvice(bond, census.count()), "says");
    }

    void tellsHowMuch()
    {
        FlowCount count;
        count.frames = 12'345;
        count.bytes = 4'200'000;
        count.flows = 7;
        QLocale::setDefault(QLocale::c());
        QCOMPARE(flowTotals(count), QStringList{u"7 flows, 12345 frames, 4.2 MB sent."_s});
        count.missed = 3;
        QCOMPARE(flowTotals(count).last(), u"3 frames came too fast to be looked at."_s);
    }
};

QTEST_GUILESS_MAIN(TestFlowAdvice)
#include "tst_flowadvice.moc"
