// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellfile.h"
#include "formats/shell/shellquote.h"
#include "tests/formats/hostilevalues.h"
#include "tests/formats/realshell.h"

#include <QRandomGenerator>
#include <QTest>

using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

class TestShellFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected"); // of A; "<unset>", "<dynamic>"
        const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("bare", "A=1\n", u"1"_s);
        row("no newline at the end", "A=1", u"1"_s);
        row("empty", "A=\n", u""_s);
        row("double quotes", "A=\"x y\"\n", u"x y"_s);
        row("single quotes", "A='x $y'\n", u"x $y"_s);
        row("mixed quotes", "A=a\"b c\"'d e'f\n", u"ab cd ef"_s);
        row("escapes in double quotes", "A=\"\\$\\`\\\"\\\\\\n\"\n", u"$`\"\\\\n"_s);
        row("escape outside", "A=a\\ b\n", u"a b"_s);
        row("ansi", "A=$'a\\tb\\'c\\x41\\101'\n", u"a\tb'cAA"_s);
        row("export", "export A=1\n", u"1"_s);
        row("export twice", "export B=2 A=1\n", u"1"_s);
        row("last wins", "A=1\nA=2\n", u"2"_s);
        row("indented", "  \tA=1\n", u"1"_s);
        row("comment behind", "A=1 # two\n", u"1"_s);
        row("hash within", "A=1#2\n", u"1#2"_s);
        row("commented out", "#A=1\n", u"<unset>"_s);
        row("semicolons", "B=2; A=1;\n", u"1"_s);
        row("two on a line", "B=2 A=1\n", u"1"_s);
        row("continued", "A=1\\\n2\n", u"12"_s);
        row("continued in quotes", "A=\"1\\\n2\"\n", u"12"_s);
        row("newline in quotes", "A=\"1\n2\"\n", u"1\n2"_s);
        row("crlf", "B=2\r\nA=1\r\nC=3\r\n", u"1"_s);
        row("in front of a command", "A=1 /bin/id\n", u"<unset>"_s);
        row("command only", "id\n", u"<unset>"_s);
        row("expansion", "A=$B\n", u"<dynamic>"_s);
        row("command substitution", "A=$(id)\n", u"<dynamic>"_s);
        row("nested substitution", "A=\"$(echo $(id) ')')\"x\nB=1\n", u"<dynamic>"_s);
        row("backquotes", "A=`id`\n", u"<dynamic>"_s);
        row("tilde", "A=~\n", u"<dynamic>"_s);
        row("quoted tilde", "A='~'\n", u"~"_s);
        row("lone dollar", "A=a$\n", u"a$"_s);
        row("quoted name", "\"A\"=1\n", u"<unset>"_s);
        row("append", "A+=1\n", u"<dynamic>"_s);
        row("append to what is known", "A=1\nA+=2\n", u"<dynamic>"_s);
        row("unclosed", "A=\"1\n", u"<unset>"_s);
        row("unclosed behind it", "A=1\nB=\"2\n", u"1"_s);
        row("unclosed on its line", "A=1; B=\"2\n", u"<unset>"_s);
        row("behind a case", "case $H in\n x) B=1 ;;\n *) B=2 ;;\nesac\nA=1\n", u"1"_s);
        row("in a case", "A=1\ncase $H in\n x) A=2 ;;\nesac\n", u"<dynamic>"_s);
        row("behind an if", "if [ -f /x ]; then B=1; else B=2; fi\nA=1\n", u"1"_s);
        row("in an if", "if [ -f /x ]; then A=1; fi\n", u"<dynamic>"_s);
        row("in a function", "f() {\n A=2\n}\nA=1\n", u"1"_s);
        row("a function is called", "f() {\n A=2\n}\nA=1\nf\n", u"<dynamic>"_s);
        row("in a subshell", "A=1\n( A=2 )\n", u"1"_s);
        row("another file is sourced", "A=1\n. /etc/x\n", u"<dynamic>"_s);
        row("may end before it", "[ -f /x ] && return\nA=1\n", u"<dynamic>"_s);
        row("another program runs", "A=1\n/sbin/ethtool -K eth0 gro off\n", u"1"_s);
        row("set by an expansion", "B=${A:=1}\n", u"<dynamic>"_s);
        row("unset", "A=1\nunset A\n", u"<dynamic>"_s);
        row("here-document", "echo <<'END'\nA=2\nEND\nA=1\n", u"1"_s);
        row("remark of another language", "A=1 // two\n", u"<unset>"_s);
        row("remark of another language, chinese", "A='x' //主备\n", u"<unset>"_s);
        row("byte order mark",
            "\xef\xbb\xbf"
            "A=1\n",
            u"1"_s);
        row("background", "A=1 &\n", u"<unset>"_s);
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const ShellFile file(text);
        const QString actual = !file.contains("A") ? u"<unset>"_s
            : file.isUncertain("A")                ? u"<dynamic>"_s
                                                   : file.text("A");
        QCOMPARE(actual, expected);
        QCOMPARE(file.toBytes(), text);
    }

    void quotesSurviveEveryShell()
    {
        QByteArray text;
        QMap<QByteArray, QByteArray> expected;
        int refused = 0;
        for (const QString &value : hostileValues()) {
            const auto quoted = shellQuote(value);
            if (!quoted) {
                ++refused;
                continue;
            }
            QVERIFY(!quoted->contains('\n'));
            const QByteArray key = "V" + QByteArray::number(expected.size());
            text += key + '=' + *quoted + '\n';
            expected.insert(key, value.toUtf8());
            QCOMPARE(ShellFile("A=" + *quoted).text("A"), value);
        }
        QVERIFY(refused >= 10);
        QVERIFY(expected.size() > 40);
        for (const QString &shell : {u"bash"_s, u"dash"_s, u"busybox"_s}) {
            const Sourced real = sourceFile(shell, text, expected.keys());
            QVERIFY2(real.ran, real.errors.constData());
            QCOMPARE(real.leftBehind, QStringList());
            QCOMPARE(real.errors, QByteArray());
            QCOMPARE(real.values, expected);
        }
    }

    void randomValuesSurviveEveryShell()
    {
        QRandomGenerator random(7);
        QByteArray text;
        QMap<QByteArray, QByteArray> expected;
        for (int i = 0; i < 2000; ++i) {
            QString value;
            for (int n = int(random.bounded(12)); n > 0; --n)
                value += QChar(char16_t(random.bounded(5) ? 32 + random.bounded(95) : 0x4e00 + random.bounded(2000)));
            const auto quoted = shellQuote(value);
            QVERIFY(quoted);
            const QByteArray key = "V" + QByteArray::number(i);
            text += key + '=' + *quoted + '\n';
            expected.insert(key, value.toUtf8());
            QCOMPARE(ShellFile(key + '=' + *quoted).text(key), value);
        }
        for (const QString &shell : {u"bash"_s, u"dash"_s}) {
            const Sourced real = sourceFile(shell, text, expected.keys());
            QVERIFY2(real.ran, real.errors.constData());
            QCOMPARE(real.leftBehind, QStringList());
            QCOMPARE(real.values, expected);
        }
    }

    void edits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("value"); // of A; null: remove
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("replace in place")
            << QByteArray("# x\nA=1 # keep\nB=2\n") << u"3"_s << QByteArray("# x\nA=3 # keep\nB=2\n");
        QTest::newRow("same value keeps the spelling") << QByteArray("A='1'\n") << u"1"_s << QByteArray("A='1'\n");
        QTest::newRow("append") << QByteArray("B=2") << u"1"_s << QByteArray("B=2\nA=1\n");
        QTest::newRow("append to nothing") << QByteArray() << u"1"_s << QByteArray("A=1\n");
        QTest::newRow("earlier ones go") << QByteArray("A=1\nB=2\nA=2\n") << u"3"_s << QByteArray("B=2\nA=3\n");
        QTest::newRow("export stays") << QByteArray("export A=1\n") << u"2 3"_s << QByteArray("export A=\"2 3\"\n");
        QTest::newRow("on one line") << QByteArray("B=2; A=1; C=3\n") << u"9"_s << QByteArray("B=2; A=9; C=3\n");
        QTest::newRow("remove") << QByteArray("B=2\n  A=1 # gone\n\nC=3\n") << QString() << QByteArray("B=2\n\nC=3\n");
        QTest::newRow("remove from a line") << QByteArray("B=2; A=1; C=3\n") << QString() << QByteArray("B=2; C=3\n");
        QTest::newRow("remove several lines") << QByteArray("A=\"1\n2\"\nB=2\n") << QString() << QByteArray("B=2\n");
        QTest::newRow("remove all") << QByteArray("A=1\nB=2\nA=3\n") << QString() << QByteArray("B=2\n");
        QTest::newRow("remove what is not there")
            << QByteArray("B=2\n#A=1\n") << QString() << QByteArray("B=2\n#A=1\n");
        QTest::newRow("dynamic is replaced") << QByteArray("A=$(id)\n") << u"1"_s << QByteArray("A=1\n");
    }
    void edits()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, value);
        QFETCH(QByteArray, after);
        ShellFile file(before);
        if (value.isNull())
            file.remove("A");
        else
            QVERIFY(file.set("A", value));
        QCOMPARE(file.toBytes(), after);
        QCOMPARE(ShellFile(after).contains("A"), !value.isNull());
    }

    void refusesWhatCannotBeQuoted()
    {
        ShellFile file("A=1\n");
        QVERIFY(!file.set("A", u"x\ny"_s));
        QVERIFY(!file.set("A B", u"x"_s));
        QCOMPARE(file.toBytes(), QByteArray("A=1\n"));
    }

    void normalizes()
    {
        ShellFile file("\xef\xbb\xbf"
                       "A=1\r\nB=2\r\n");
        QVERIFY(file.problems().bom == 1 && file.problems().crlf == 1);
        file.normalize();
        QCOMPARE(file.toBytes(), QByteArray("A=1\nB=2\n"));
        QCOMPARE(file.problems(), ShellFile::Problems{});
    }

    /// What only a shell knows is left as it is, byte for byte.
    void refusesWhatOnlyAShellKnows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("open quote") << QByteArray("A=1\nB=\"2\nC=3\n") << 2;
        QTest::newRow("syntax error") << QByteArray("A=1\nfi\n") << 2;
        QTest::newRow("NUL") << QByteArray("A=1\0\nB=2\n", 9) << 1;
        QTest::newRow("set in an if") << QByteArray("B=1\nif true; then\nA=1\nfi\n") << 2;
        QTest::newRow("set in a case") << QByteArray("A=1\ncase $H in\nx) A=2 ;;\nesac\n") << 2;
        QTest::newRow("appended to") << QByteArray("A=1\nA+=2\n") << 2;
        QTest::newRow("sourced") << QByteArray("B=1\n\n. /etc/x\n") << 3;
    }
    void refusesWhatOnlyAShellKnows()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        ShellFile file(text);
        QVERIFY(!file.set("A", u"9"_s));
        QCOMPARE(file.refusedLine(), line);
        QCOMPARE(file.toBytes(), text);
        file.remove("A");
        QCOMPARE(file.toBytes(), text);
    }

    void keepsCommandsAround()
    {
        const QByteArray text = "case $H in\n x) MTU=9000 ;;\nesac\nA=1 # one\nf() { B=2; }\n";
        ShellFile file(text);
        QVERIFY(file.set("A", u"2"_s) && file.set("C", u"3"_s));
        QCOMPARE(file.toBytes(), QByteArray(text).replace("A=1", "A=2") + "C=3\n");
        QCOMPARE(file.refusedLine(), 0);
    }

    void problemsAreSeen()
    {
        QCOMPARE(ShellFile("A=1\n. /etc/x\n").problems().unclear, 2);
        QCOMPARE(ShellFile("A=1\n\nB='1\n").problems().broken, 3);
        QCOMPARE(ShellFile("B=1\nC=2 D='1\n").problems().isOpenQuote, true);
        QCOMPARE(ShellFile(";A=1\n").problems().broken, 1);
        QCOMPARE(ShellFile(QByteArray("A=1\0\n", 5)).problems().broken, 1);
        QCOMPARE(ShellFile("B=1\nA = 2\n").slips().first().line, 2);
        QCOMPARE(ShellFile("B=1\nA=2 //x\n").slips().first().word, QByteArray("//x"));
        QCOMPARE(ShellFile("export A\n# c\nA=1\n").problems(), ShellFile::Problems{});
    }
};

QTEST_GUILESS_MAIN(TestShellFile)
#include "tst_shellfile.moc"
