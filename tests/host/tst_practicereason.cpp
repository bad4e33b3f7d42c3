// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/practice/practicemachine.h"

#include <QTest>

using bondwright::host::PracticeMachine;
using namespace Qt::StringLiterals;

/// What the window says when the practice host has ended: of all that the lab printed, why.
class TestPracticeReason : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheLastWordOfTheLab_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("one line") << u"lab: no room for the guest's memory\n"_s << u"no room for the guest's memory"_s;
        QTest::newRow("behind what programs said")
            << u"mktemp: failed to create directory\nlab: warned\nlab: the guest did not come up\n"_s
            << u"the guest did not come up"_s;
        QTest::newRow("before the logs")
            << u"lab: the guest went down before the command ended\n---- lab: last lines of console ----\n"
               "lab: NetworkManager did not settle in 30 s\n"_s
            << u"the guest went down before the command ended"_s;
        QTest::newRow("not of the lab") << u"bash: lab: Permission denied\nmore\n"_s
                                        << u"bash: lab: Permission denied"_s;
    }

    void isTheLastWordOfTheLab()
    {
        QFETCH(QString, output);
        QTEST(PracticeMachine::reasonIn(output), "reason");
    }
};

QTEST_GUILESS_MAIN(TestPracticeReason)
#include "tst_practicereason.moc"
