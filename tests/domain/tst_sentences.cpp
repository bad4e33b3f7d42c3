// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/result.h"
#include "domain/sentences.h"

#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

class TestSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areJoined_data()
    {
        QTest::addColumn<QStringList>("sentences");
        QTest::addColumn<QString>("paragraph");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("one") << QStringList{u"eth0 is down."_s} << u"eth0 is down."_s;
        QTest::newRow("English") << QStringList{u"eth0 is down."_s, u"Check its cable."_s}
                                 << u"eth0 is down. Check its cable."_s;
        QTest::newRow("Chinese") << QStringList{u"eth0 链路断开。"_s, u"请检查网线。"_s}
                                 << u"eth0 链路断开。请检查网线。"_s;
        QTest::newRow("the switch's words behind Chinese ones")
            << QStringList{u"错误：12。"_s, u"port down."_s, u"请重试。"_s} << u"错误：12。port down. 请重试。"_s;
        QTest::newRow("empty ones") << QStringList{QString(), u"One."_s, QString(), u"Two."_s, QString()}
                                    << u"One. Two."_s;
    }

    void areJoined()
    {
        QFETCH(QStringList, sentences);
        QFETCH(QString, paragraph);
        QCOMPARE(joinSentences(sentences), paragraph);
    }

    void errorIsOneParagraph()
    {
        QCOMPARE((Error{u"x"_s, u"It failed."_s, u"Try again."_s}.text()), u"It failed. Try again."_s);
        QCOMPARE((Error{u"x"_s, u"It failed."_s, {}}.text()), u"It failed."_s);
        QCOMPARE((Error{u"x"_s, u"失败。"_s, u"请重试。"_s}.text()), u"失败。请重试。"_s);
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
