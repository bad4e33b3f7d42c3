// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sentences.h"
#include "i18n/printable.h"
#include "i18n/sentence.h"

#include <QCoreApplication>
#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

/// The reader's language: one whose words stand in another order.
class Backwards final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int n) const override
    {
        if (qstrcmp(context, "test") != 0)
            return {};
        const QByteArray text(source);
        if (text == "%1 is changing %2")
            return u"%2<-%1"_s;
        if (text == "no carrier")
            return u"断开"_s;
        if (text == "%1 is down.")
            return u"%1 已断开。"_s;
        if (text == "%n file(s) of %1")
            return u"%1:%n"_s;
        if (text == "%L1 of %L1 frames, 100 % of %2")
            return u"%L1/%2"_s;
        Q_UNUSED(n)
        return {};
    }
    bool isEmpty() const override { return false; }
};

QString say(const char *source, int n = -1)
{
    return QCoreApplication::translate("test", source, nullptr, n);
}

} // namespace

class TestSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void travels_data()
    {
        QTest::addColumn<QString>("recorded");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("translated");
        i18n::SentenceRecorder recorder;
        QCoreApplication::installTranslator(&recorder);
        const QString reason = say("no carrier");
        QTest::newRow("without arguments") << reason << u"no carrier"_s << u"断开"_s;
        QTest::newRow("two arguments, in another order")
            << say("%1 is changing %2").arg(u"ann"_s, u"bond0"_s) << u"ann is changing bond0"_s << u"bond0<-ann"_s;
        QTest::newRow("one argument after the other")
            << say("%1 is changing %2").arg(u"ann"_s).arg(2) << u"ann is changing 2"_s << u"2<-ann"_s;
        QTest::newRow("a sentence as an argument")
            << say("%1 is changing %2").arg(u"eth0"_s, reason) << u"eth0 is changing no carrier"_s << u"断开<-eth0"_s;
        QTest::newRow("several joined") << QStringList{reason, u"eth1"_s, reason}.join(u"; "_s)
                                        << u"no carrier; eth1; no carrier"_s << u"断开; eth1; 断开"_s;
        const QString down = say("%1 is down.");
        QTest::newRow("sentences of a script without blanks")
            << joinSentences({down.arg(u"eth0"_s), down.arg(u"eth1"_s)}) << u"eth0 is down. eth1 is down."_s
            << u"eth0 已断开。eth1 已断开。"_s;
        QTest::newRow("within other text")
            << u"bond0: %1!"_s.arg(reason) << u"bond0: no carrier!"_s << u"bond0: 断开!"_s;
        QTest::newRow("a number") << say("%n file(s) of %1", 3).arg(u"x"_s) << u"3 file(s) of x"_s << u"x:3"_s;
        QTest::newRow("percent signs") << say("%L1 of %L1 frames, 100 % of %2").arg(7).arg(u"50 %1 %n"_s)
                                       << u"7 of 7 frames, 100 % of 50 %1 %n"_s << u"7/50 %1 %n"_s;
        QTest::newRow("not known to the reader") << say("Lost %1.").arg(u"it"_s) << u"Lost it."_s << u"Lost it."_s;
        QTest::newRow("no sentence") << u"eth0 100 % %1"_s << u"eth0 100 % %1"_s << u"eth0 100 % %1"_s;
        QTest::newRow("empty") << QString() << QString() << QString();
        QCoreApplication::removeTranslator(&recorder);
    }

    void travels()
    {
        QFETCH(QString, recorded);
        QFETCH(QString, english);
        QFETCH(QString, translated);
        Backwards reader;
        QCoreApplication::installTranslator(&reader);
        QCOMPARE(i18n::inEnglish(recorded), english);
        QCOMPARE(i18n::rendered(recorded), translated);
        QCoreApplication::removeTranslator(&reader);
    }

    void printableText()
    {
        const QString text = u"\x1b[2J\tb\u009b31m\u202e绑定\U0001f50c\r\n"_s;
        QCOMPARE(i18n::printable(text), u"\\u001b[2J\\u0009b\\u009b31m\\u202e绑定\U0001f50c\\u000d\\u000a"_s);
        QCOMPARE(i18n::printable(text, i18n::Lines::Kept), u"\\u001b[2J\tb\\u009b31m\\u202e绑定\U0001f50c\\u000d\n"_s);
    }

    /// Names and values in arguments come from files and from the network.
    void whatOnlyLooksLikeOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("begins, never ends") << u"a\x01 b\x1f c"_s;
        QTest::newRow("ends, never began") << u"a\x02\x1f"_s;
        QTest::newRow("too few fields") << u"\x01 a\x02"_s;
        QTest::newRow("empty") << u"\x01\x02"_s;
        QTest::newRow("deep") << QString(100'000, QChar(1));
        QTest::newRow("a number that is none") << u"\x01 x\x1f s %n\x1f\x1f many\x02"_s;
    }

    void whatOnlyLooksLikeOne()
    {
        QFETCH(QString, text);
        for (const QString &result : {i18n::rendered(text), i18n::inEnglish(text)}) {
            QVERIFY(!result.contains(QChar(1)) && !result.contains(QChar(2)));
            QVERIFY(result.size() <= text.size() + 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
