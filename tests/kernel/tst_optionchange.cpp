// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/optionchange.h"

#include <QTest>

using namespace bondwright::kernel;
using namespace Qt::StringLiterals;
using Options = QMap<QString, QString>;
using Messages = QList<Options>;

/// The order that the driver asks for; tst_helper_options_lab holds the same against the driver itself.
class TestOptionChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messages_data()
    {
        QTest::addColumn<Options>("running");
        QTest::addColumn<Options>("wanted");
        QTest::addColumn<Messages>("expected");
        const Options mii{{u"miimon"_s, u"100"_s}, {u"updelay"_s, u"200"_s}, {u"arp_interval"_s, u"0"_s}};
        const Options arp{{u"miimon"_s, u"0"_s}, {u"updelay"_s, u"0"_s}, {u"arp_interval"_s, u"1000"_s}};
        QTest::newRow("nothing differs") << mii << mii << Messages{};
        QTest::newRow("one option") << mii << Options{{u"resend_igmp"_s, u"3"_s}}
                                    << Messages{{{u"resend_igmp"_s, u"3"_s}}};
        QTest::newRow("no primary any more")
            << Options{{u"primary"_s, u"eth1"_s}} << Options{{u"primary"_s, {}}} << Messages{{{u"primary"_s, {}}}};
        QTest::newRow("targets in another order")
            << Options{{u"arp_ip_target"_s, u"192.0.2.2,192.0.2.1"_s}}
            << Options{{u"arp_ip_target"_s, u"192.0.2.1,192.0.2.2"_s}} << Messages{};
        QTest::newRow("a delay goes while miimon is still there")
            << mii << Options{{u"miimon"_s, u"0"_s}, {u"updelay"_s, u"0"_s}, {u"arp_interval"_s, u"1000"_s}}
            << Messages{{{u"updelay"_s, u"0"_s}}, {{u"miimon"_s, u"0"_s}, {u"arp_interval"_s, u"1000"_s}}};
        QTest::newRow("probes take the place of miimon unsaid")
            << mii << Options{{u"updelay"_s, u"0"_s}, {u"arp_interval"_s, u"1000"_s}}
            << Messages{{{u"updelay"_s, u"0"_s}}, {{u"arp_interval"_s, u"1000"_s}}};
        QTest::newRow("a delay is written again with another miimon")
            << mii << Options{{u"miimon"_s, u"50"_s}, {u"updelay"_s, u"200"_s}}
            << Messages{{{u"miimon"_s, u"50"_s}, {u"updelay"_s, u"200"_s}}};
        QTest::newRow("a delay that is none where nothing monitors")
            << arp << Options{{u"updelay"_s, u"0"_s}} << Messages{};
        QTest::newRow("from probes to miimon")
            << arp << Options{{u"miimon"_s, u"100"_s}, {u"arp_interval"_s, u"0"_s}, {u"updelay"_s, u"300"_s}}
            << Messages{{{u"miimon"_s, u"100"_s}, {u"arp_interval"_s, u"0"_s}, {u"updelay"_s, u"300"_s}}};
    }

    void messages()
    {
        QFETCH(Options, running);
        QFETCH(Options, wanted);
        QTEST(optionMessages(running, wanted), "expected");
    }
};

QTEST_GUILESS_MAIN(TestOptionChange)
#include "tst_optionchange.moc"
