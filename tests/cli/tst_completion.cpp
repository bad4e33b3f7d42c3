// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/completion.h"
#include "terminal.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright::cli;
using namespace bondwright::cli::test;
using namespace Qt::StringLiterals;

/// What is proposed, and that the shells themselves make of it what they should.
class TestCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void proposes_data();
    void proposes();
    void namesOfThisHost();
    void inBash_data();
    void inBash();
    void inZsh_data();
    void inZsh();
    void inFish_data();
    void inFish();

private:
    static void shellRows();

    QTemporaryDir m_folder;
};

void TestCompletion::initTestCase()
{
    qputenv("PATH", QByteArray(BONDCTL_FOLDER ":") + qgetenv("PATH"));
    qputenv("HOME", m_folder.path().toLocal8Bit()); // none of the user's own start-up files
    qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("TERM", "dumb"); // no colours between the letters
    QVERIFY(QDir(m_folder.path()).mkdir(u"only-folder"_s));
    QFile file(m_folder.filePath(u"a-plan.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void TestCompletion::proposes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *line, const char *texts) {
        // "|" stands for the end: a word that has not begun is typed there.
        QString words = QString::fromLatin1(line);
        QTest::newRow(line) << words.remove(u'|').split(u' ')
                            << QString::fromLatin1(texts).split(u' ', Qt::SkipEmptyParts);
    };
    row("chec|", "check");
    row("x|", "");
    row("--l|", "--lang");
    row("--lang |", "en zh_CN");
    row("--lang en mod|", "modes");
    row("--lang=en mod|", "modes");
    row("--host=srv1 act|", "activate");
    row("--host=srv1 show |", "--json");
    row("advise |", "survive throughput both-lacp both-no-switch");
    row("advise both-|", "both-lacp both-no-switch");
    row("advise survive |", "--no-host --host --json");
    row("options --mode bal|", "balance-rr balance-xor balance-tlb balance-alb");
    row("options --mode=bal|", "--mode=balance-rr --mode=balance-xor --mode=balance-tlb --mode=balance-alb");
    row("options --mode 1 --|", "--json");
    row("--host srv1 act|", "activate");
    row("--host srv1 show |", "--json"); // nobody here knows the bonds there
    row("apply |", ":files");
    row("apply x --w|", "--wait");
    row("apply x --wait --|", "--backend --ping --confirm-within --confirm --yes --dry-run --host --json --rehearse");
    row("apply x --backend=|",
        "--backend=auto --backend=nm --backend=ifcfg --backend=networkd --backend=netplan --backend=ifupdown "
        "--backend=runtime");
    row("read --root |", ":folders");
    row("render p --root=|", ":folders");
    row("help chec|", "check");
    row("create bond0 --mode 4 lacp_r|", "lacp_rate=");
    row("create bond0 --mode 4 lacp_rate=|", "lacp_rate=slow lacp_rate=fast");
    row("create bond0 --mode 4 arp_in|", "");
    row("create bond0 --slave eth7 --slave eth8 primary=|", "primary=eth7 primary=eth8");
    row("nonsense |", "");
    row("check -- -|", ":files");
}

void TestCompletion::proposes()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, texts);
    QStringList found;
    for (const Candidate &candidate : completionsOf(words))
        found.append(candidate.text);
    QCOMPARE(found, texts);
}

void TestCompletion::namesOfThisHost()
{
    QStringList found;
    for (const Candidate &candidate : completionsOf({u"create"_s, u"bond0"_s, u"--slave"_s, QString()}))
        found.append(candidate.text);
    for (const QString &name : QDir(u"/sys/class/net"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const bool isLoopback = name == u"lo";
        const bool isBond = QDir(u"/sys/class/net/"_s + name + u"/bonding"_s).exists();
        QCOMPARE(found.contains(name), !isLoopback && !isBond);
    }
}

void TestCompletion::shellRows()
{
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *line, const char *expected) { QTest::newRow(line) << QString::fromLatin1(expected); };
    row("bondctl chec", "bondctl check");
    row("bondctl advise surv", "bondctl advise survive");
    row("bondctl options --mode=active", "bondctl options --mode=active-backup");
    row("bondctl create bond0 --mode 4 lacp_rate=f", "bondctl create bond0 --mode 4 lacp_rate=fast");
    row("bondctl check a-pl", "bondctl check a-plan.json");
    row("bondctl read --root only-f", "bondctl read --root only-folder/");
    row("bondctl read --root=only-f", "bondctl read --root=only-folder/");
}

void TestCompletion::inBash_data()
{
    shellRows();
}

void TestCompletion::inBash()
{
    QFETCH(QString, expected);
    Terminal bash({u"/bin/bash"_s, u"--norc"_s, u"--noprofile"_s, u"-i"_s}, 0);
    bash.type(u"PS1='> '; bind 'set enable-bracketed-paste off'; cd '%1'; source '%2/bondctl.bash'; echo READY\n"_s.arg(
        m_folder.path(), QStringLiteral(COMPLETION_FOLDER)));
    QVERIFY2(bash.waitFor(u"\r\nREADY"_s, 20), bash.raw().constData());
    bash.type(QString::fromLatin1(QTest::currentDataTag()) + u'\t');
    QVERIFY2(bash.waitFor(expected, 20), bash.raw().constData());
    bash.type(u"\x15"
              "exit\n"_s);
    QCOMPARE(bash.exitStatus(20), 0);
}

void TestCompletion::inZsh_data()
{
    shellRows();
}

void TestCompletion::inZsh()
{
    QFETCH(QString, expected);
    const QString program = QStandardPaths::findExecutable(u"zsh"_s);
    QVERIFY2(!program.isEmpty(), "zsh is not installed (.ci/packages lab)");
    Terminal zsh({program, u"-f"_s, u"-i"_s}, 0);
    // The editor redraws the line with escape sequences: Ctrl+X prints it in one piece.
    zsh.type(u"unset zle_bracketed_paste; fpath=('%2' $fpath); cd '%1'; autoload -Uz compinit; compinit -u -D; "
             "show() { print -r -- \"LINE $BUFFER.\" }; zle -N show; bindkey '^X' show; echo REA''DY\n"_s.arg(
                 m_folder.path(), QStringLiteral(COMPLETION_FOLDER)));
    QVERIFY2(zsh.waitFor(u"READY"_s, 20), zsh.raw().constData());
    zsh.type(QString::fromLatin1(QTest::currentDataTag()) + u"\t\x18"_s);
    QVERIFY2(zsh.waitFor(u"LINE "_s + expected, 20), zsh.raw().constData());
    zsh.type(u"\x15"
             "exit\n"_s);
    QCOMPARE(zsh.exitStatus(20), 0);
}

void TestCompletion::inFish_data()
{
    shellRows();
}

void TestCompletion::inFish()
{
    QFETCH(QString, expected);
    const QString program = QStandardPaths::findExecutable(u"fish"_s);
    QVERIFY2(!program.isEmpty(), "fish is not installed (.ci/packages lab)");
    QProcess fish;
    fish.setWorkingDirectory(m_folder.path());
    fish.start(program,
               {u"--no-config"_s, u"-c"_s,
                u"source '%1/bondctl.fish'; complete -C '%2'"_s.arg(QStringLiteral(COMPLETION_FOLDER),
                                                                    QString::fromLatin1(QTest::currentDataTag()))});
    QVERIFY(fish.waitForFinished(20'000));
    const QString found = QString::fromUtf8(fish.readAllStandardOutput()).section(u'\n', 0, 0).section(u'\t', 0, 0);
    QCOMPARE(found, expected.section(u' ', -1));
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
