// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/suggestion.h"
#include "common/values.h"
#include "domain/plan.h"
#include "help.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::cli;
using namespace Qt::StringLiterals;

namespace
{

Command sample()
{
    Option ping{u"ping"_s, u"a host"_s, takes::host()};
    ping.isRepeatable = true;
    Option output{u"output"_s, u"a file"_s, takes::file()};
    output.letter = u'o';
    Option noWait{u"no-wait"_s, u"do not wait"_s};
    noWait.insteadOf = u"wait"_s;
    return {CommandGroup::Look,
            u"sample"_s,
            u"A sample."_s,
            {},
            {takes::bondWord(), {takes::of(Value::Kind::Nic, u"NIC"_s), u"NICs"_s, 0, -1}},
            {ping,
             output,
             {u"n"_s, u"a number"_s, takes::number(u"N"_s, 1, 10)},
             {u"mode"_s, u"a mode"_s, takes::of(Value::Kind::Mode, u"MODE"_s)},
             {u"backend"_s, u"a choice"_s, takes::choice({u"nm"_s, u"ifcfg"_s})},
             {u"wait"_s, u"wait"_s},
             noWait,
             takes::json()},
            {},
            [](Context &, const Arguments &) { return int(Success); }};
}

QStringList splitLine(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

/// The command lines of a document: "bondctl …" at the beginning of a line or behind "&&", until a comment.
QStringList commandLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList found;
    for (QString line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        line.remove(QRegularExpression(u"\\s+(#|>).*$"_s)).replace(u"\\-"_s, u"-"_s);
        for (const QString &part : line.split(u"&&"_s)) {
            const QString command = part.trimmed();
            if (command.startsWith(u"bondctl ") && !command.startsWith(u"bondctl - "))
                found.append(command.mid(8));
        }
    }
    return found;
}

QString textOf(const QString &path)
{
    QFile file(QStringLiteral(SOURCE_FOLDER "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList documents()
{
    QStringList found{u"README.md"_s, u"CONTRIBUTING.md"_s, u"packaging/man/bondctl.1.in"_s,
                      u"packaging/man/zh_CN/bondctl.1.in"_s, u"packaging/ansible/bondwright/bond/README.md"_s};
    for (const QString &folder : {u"docs"_s, u"docs/guide"_s}) {
        for (const QString &name : QDir(QStringLiteral(SOURCE_FOLDER "/") + folder).entryList({u"*.md"_s}, QDir::Files))
            found.append(folder + u'/' + name);
    }
    return found;
}

/// Commands within a sentence: "`bondctl render bond0.json --format nm`", also with names of what stands there.
QStringList commandsInSentences(const QString &text)
{
    static const QRegularExpression quoted(u"`(?:ssh HOST |sudo -n )?bondctl ([^`]+)`"_s);
    static const QMap<QString, QString> examples{
        {u"PLAN"_s, u"bond0.json"_s}, {u"FILE"_s, u"x"_s},        {u"BOND"_s, u"bond0"_s},  {u"FORMAT"_s, u"nm"_s},
        {u"GOAL"_s, u"survive"_s},    {u"VENDOR"_s, u"huawei"_s}, {u"MODE"_s, u"802.3ad"_s}};
    QStringList found;
    for (auto match = quoted.globalMatch(text); match.hasNext();) {
        QString line = match.next().captured(1).simplified();
        line.remove(QRegularExpression(u"[\\[\\]…]"_s));
        QStringList words = splitLine(line);
        for (QString &word : words)
            word = examples.value(word, word);
        // "--host srv1 …" alone: before any command.
        if (!words.isEmpty() && !words.constFirst().startsWith(u'-'))
            found.append(words.join(u' '));
    }
    return found;
}

} // namespace

/// The one parser, what it says, and that every documented command line is one.
class TestCommandLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesApart();
    void otherHosts_data();
    void otherHosts();
    void anUnknownHostIsReported();
    void refuses_data();
    void refuses();
    void suggests_data();
    void suggests();
    void commandsAreDescribed_data();
    void commandsAreDescribed();
    void documentedLinesParse_data();
    void documentedLinesParse();
    void commandsInSentencesExist_data();
    void commandsInSentencesExist();
    void documentedLinesRun();
    void documentedProgramsExist();
    void picturesComeFromTheTour();
    void overviewFitsAScreen();
    void survivesItsStreams_data();
    void survivesItsStreams();
};

void TestCommandLines::takesApart()
{
    const auto good = Arguments::parse(
        sample(), splitLine(u"bond0 --ping 192.0.2.1 --json --ping=192.0.2.2 eth0 -o x --n=5 eth1 -- --eth2"_s));
    QVERIFY2(good, good ? "" : qPrintable(good.error().message));
    QCOMPARE(good->words(), (QStringList{u"bond0"_s, u"eth0"_s, u"eth1"_s, u"--eth2"_s}));
    QCOMPARE(good->values(u"ping"_s), (QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s}));
    QVERIFY(good->has(u"json"_s) && !good->has(u"wait"_s));
    QCOMPARE(good->value(u"output"_s), u"x"_s);
    QCOMPARE(good->number(u"n"_s, 1), 5);
    QCOMPARE(good->number(u"other"_s, 7), 7);
    QCOMPARE(usageOf(sample()),
             u"sample BOND [NIC …] [--ping HOST …] [--output FILE] [--n N] [--mode MODE] [--backend nm|ifcfg] "
             "[--wait | --no-wait] [--json]"_s);
}

void TestCommandLines::otherHosts_data()
{
    QTest::addColumn<QString>("message");
    const auto row
        = [](const char *line, const char *message = "") { QTest::newRow(line) << QString::fromUtf8(message); };
    row("show --host srv1 bond0");
    row("create bond0 --slave eth0 --host root@192.0.2.1");
    row("confirm --host=srv1");
    row("backups --host srv1");
    row("events --host srv1");
    row("test bond0 --ping 192.0.2.1 --host srv1");
    row("list --host -oProxyCommand=x",
        "--host takes a host as ssh does, such as srv1 or root@192.0.2.1, not “-oProxyCommand=x”.");
    row("list --host srv1 --host srv2", "--host can be given only once.");
    row("show bond0 --host srv1 --proc x", "--host and --proc cannot be combined.");
    row("monitor --host srv1 --replay x", "--host and --replay cannot be combined.");
    row("events --host srv1 --file x", "--host and --file cannot be combined.");
    row("backups --host srv1 --root x", "--host and --root cannot be combined.");
    row("modes --host srv1", "“modes” works on this computer only: leave --host out.");
    row("serve --host=srv1", "“serve” works on this computer only: leave --host out.");
    row("render --host srv1 bond0.json", "“render” works on this computer only: leave --host out.");
}

void TestCommandLines::otherHosts()
{
    QFETCH(QString, message);
    QStringList words = splitLine(QString::fromUtf8(QTest::currentDataTag()));
    const auto parsed = Arguments::parse(*findCommand(words.takeFirst()), words);
    QCOMPARE(parsed ? QString() : parsed.error().message, message);
    QVERIFY(!parsed || parsed->has(u"host"_s));
}

/// "--host" before the command is the same; what ssh says about a host that there is not is passed on.
void TestCommandLines::anUnknownHostIsReported()
{
    QTemporaryDir folder;
    QFile ssh(folder.filePath(u"ssh"_s));
    QVERIFY(ssh.open(QIODevice::WriteOnly));
    ssh.write("#!/bin/sh\necho 'ssh: Could not resolve hostname srv9' >&2\nexit 255\n");
    ssh.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    ssh.close();
    for (const QString &line : {u"--host srv9 list"_s, u"list --host=srv9"_s, u"--host=srv9 status --json"_s}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, folder.path() + u':' + environment.value(u"PATH"_s));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BONDCTL), splitLine(line));
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), int(Failure));
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(said.contains(u"Could not resolve hostname srv9"), qPrintable(said));
    }
}

void TestCommandLines::refuses_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *line, const char *message, const char *hint = "") {
        QTest::newRow(line) << QString::fromUtf8(message) << QString::fromUtf8(hint);
    };
    row("", "“sample” needs BOND: name of the bond.");
    row("bond0 --jsn", "There is no option --jsn for “sample”.", "Did you mean “--json”?");
    row("bond0 -json", "There is no option -json for “sample”.", "Did you mean “--json”?");
    row("bond0 -x", "There is no option -x for “sample”.");
    row("bond0 --=", "There is no option -- for “sample”.");
    row("bond0 --ping", "--ping needs a value.");
    row("bond0 --json=1", "--json takes no value.");
    row("bond0 --n 11", "--n takes a whole number from 1 to 10, not “11”.");
    row("bond0 --n 99999999999999999999", "--n takes a whole number from 1 to 10, not “99999999999999999999”.");
    row("bond0 --n 1 --n 2", "--n can be given only once.");
    row("bond0 --ping -f", "--ping takes the IP address of one host, such as 192.0.2.1, not “-f”.");
    row("bond0 --mode active_backup",
        "--mode takes one of balance-rr, active-backup, balance-xor, broadcast, 802.3ad, balance-tlb, balance-alb, "
        "not “active_backup”.",
        "Did you mean “active-backup”?");
    row("bond0 --backend=", "--backend takes one of nm, ifcfg, not “”.");
    row("bond0 --output=", "--output is empty.");
    row("bond0 --no-wait --wait", "--wait and --no-wait cannot be combined.");
}

void TestCommandLines::refuses()
{
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const auto parsed = Arguments::parse(sample(), splitLine(QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, u"usage"_s);
    QCOMPARE(parsed.error().message, message);
    QCOMPARE(parsed.error().hint, hint);
}

void TestCommandLines::suggests_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *word, const char *name) { QTest::newRow(word) << QString::fromLatin1(name); };
    row("chekc", "check");
    row("mointor", "monitor");
    row("roll-back", "rollback");
    row("rollb", "rollback");
    row("rol", ""); // or rollout
    row("x", "");
    row("", "");
    row("frobnicate", "");
    QTest::newRow("very long") << QString();
}

void TestCommandLines::suggests()
{
    QFETCH(QString, name);
    const QString word = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(closest(word == u"very long" ? QString(100'000, u'c') : word, commandNames()), name);
}

void TestCommandLines::commandsAreDescribed_data()
{
    QTest::addColumn<QString>("name");
    for (const Command &command : allCommands())
        QTest::newRow(qPrintable(command.name)) << command.name;
}

void TestCommandLines::commandsAreDescribed()
{
    QFETCH(QString, name);
    const Command &command = *findCommand(name);
    QVERIFY(command.isHidden || !command.examples.isEmpty());
    QVERIFY(command.summary.endsWith(u'.') && command.summary.size() < 90);
    for (const Option &option : command.options) {
        QVERIFY2(!option.help.isEmpty() && !option.help.endsWith(u'.'), qPrintable(option.name));
        QVERIFY2(!option.isRequired || option.value, qPrintable(option.name));
        QVERIFY2(option.value || !option.isRepeatable, qPrintable(option.name));
    }
    for (const Word &word : command.words)
        QVERIFY2(!word.help.isEmpty() && !word.help.endsWith(u'.'), qPrintable(word.value.name));
}

void TestCommandLines::documentedLinesParse_data()
{
    QTest::addColumn<QString>("line");
    const auto rows = [](const QString &from, const QStringList &lines) {
        for (const QString &line : lines)
            QTest::newRow(qPrintable(from + u": "_s + line)) << line;
    };
    for (const Command &command : allCommands())
        rows(u"help "_s + command.name, command.examples);
    for (const char *document :
         {"README.md", "docs/guide/en.md", "docs/guide/zh_CN.md", "docs/guide/fleets.en.md",
          "docs/guide/fleets.zh_CN.md", "docs/guide/hosts.en.md", "docs/guide/hosts.zh_CN.md", "docs/RELIABILITY.md",
          "docs/SECURITY.md", "docs/FORMATS.md", "packaging/man/bondctl.1.in", "packaging/man/zh_CN/bondctl.1.in"})
        rows(QLatin1String(document), commandLines(QStringLiteral(SOURCE_FOLDER "/") + QLatin1String(document)));
}

void TestCommandLines::documentedLinesParse()
{
    QFETCH(QString, line);
    QStringList words = splitLine(line);
    const Command *command = findCommand(words.takeFirst());
    QVERIFY(command);
    if (words.contains(u"--help"_s))
        return;
    const auto parsed = Arguments::parse(*command, words);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
}

void TestCommandLines::commandsInSentencesExist_data()
{
    QTest::addColumn<QString>("line");
    for (const QString &document : documents()) {
        for (const QString &line : commandsInSentences(textOf(document)))
            QTest::addRow("%s: %s", qPrintable(document), qPrintable(line)) << line;
    }
}

/// A sentence may leave out what a command is about, but names no option that there is not, nor a wrong value of one.
void TestCommandLines::commandsInSentencesExist()
{
    QFETCH(QString, line);
    QStringList words = splitLine(line);
    const Command *command = findCommand(words.takeFirst());
    QVERIFY(command);
    const auto parsed = Arguments::parse(*command, words);
    if (parsed)
        return;
    Command anyWords = *command;
    for (Word &word : anyWords.words)
        word.minimum = 0;
    for (Option &option : anyWords.options)
        option.isRequired = false;
    const auto again = Arguments::parse(anyWords, words);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
}

/// Those of the README and the guides that only read, in their order, by the program itself.
void TestCommandLines::documentedLinesRun()
{
    static const QSet<QString> harmless{u"modes"_s,  u"advise"_s, u"options"_s, u"check"_s,
                                        u"switch"_s, u"bundle"_s, u"render"_s,  u"list"_s};
    QTemporaryDir folder;
    const auto run = [&folder](const QString &line, QByteArray *said) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral(BONDCTL), splitLine(line));
        if (!process.waitForFinished())
            return -1;
        *said = process.readAllStandardOutput();
        const QByteArray error = process.readAllStandardError();
        if (!error.isEmpty())
            qInfo().noquote() << line << ':' << error;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    };
    BondPlan bond;
    bond.name = u"bond0"_s;
    bond.options = {{u"miimon"_s, u"100"_s}};
    bond.slaves = {{u"eth3"_s, {}, {}, {}}, {u"eth4"_s, {}, {}, {}}};
    const QByteArray plan = planToJson(bond);
    for (const QString &name : {u"bond0.json"_s, u"bond1.json"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(plan) == plan.size());
    }
    int ran = 0;
    for (const QString &document : {u"README.md"_s, u"docs/guide/en.md"_s, u"docs/guide/zh_CN.md"_s}) {
        QStringList lines = commandLines(QStringLiteral(SOURCE_FOLDER "/") + document);
        lines += commandsInSentences(textOf(document));
        for (const QString &line : std::as_const(lines)) {
            const QString command = line.section(u' ', 0, 0);
            if (!harmless.contains(command) || (command == line && command != u"modes" && command != u"list"))
                continue;
            QByteArray said;
            const int status = run(line, &said);
            // This host has no eth3: a plan is checked, and found wanting.
            QVERIFY2(status == Success || (command == u"check" && status == Failure), qPrintable(line));
            ++ran;
        }
    }
    QVERIFY2(ran >= 10, qPrintable(QString::number(ran)));
}

/// "./run --tour", "tests/lab/lab …": the programs of this tree, and the options that a script takes.
void TestCommandLines::documentedProgramsExist()
{
    static const QRegularExpression quoted(
        u"(?:`|^    )((?:\\./(?:run|test)|(?:tests|packaging|docs|\\.ci)/[a-z0-9/-]+)(?: [^`\n#]*)?)(?=`|#|$)"_s,
        QRegularExpression::MultilineOption);
    int found = 0;
    for (const QString &document : documents()) {
        const QString text = textOf(document);
        for (auto match = quoted.globalMatch(text); match.hasNext();) {
            const QStringList words = splitLine(match.next().captured(1));
            const QString path = QStringLiteral(SOURCE_FOLDER "/") + words.constFirst();
            QVERIFY2(QFileInfo::exists(path), qPrintable(document + u": "_s + words.constFirst()));
            ++found;
            if (words.constFirst() != u"./run")
                continue;
            for (const QString &word : words.mid(1))
                QVERIFY2(textOf(u"run"_s).contains(word), qPrintable(document + u": ./run "_s + word));
        }
    }
    QVERIFY2(found >= 10, qPrintable(QString::number(found)));
}

/// docs/pictures/renew names pictures as the tour does, and every picture of a document is one of them.
void TestCommandLines::picturesComeFromTheTour()
{
    QString tour;
    const QDir chapters(QStringLiteral(SOURCE_FOLDER "/tests/tour"));
    for (const QString &name : chapters.entryList({u"*.cpp"_s}))
        tour += textOf(u"tests/tour/"_s + name);
    // As the tour makes a file's name of a caption.
    tour = tour.toLower().replace(QRegularExpression(u"[^a-z0-9]+"_s), u"-"_s);
    static const QRegularExpression line(u"^([a-z0-9-]+) ([a-z0-9-]+\\.(?:en|zh_CN))$"_s,
                                         QRegularExpression::MultilineOption);
    QSet<QString> renewed;
    const QString list = textOf(u"docs/pictures/renew"_s);
    for (auto match = line.globalMatch(list); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        // Written once for both cables: "The %1 cable pulled".
        const QString caption = one.captured(1).replace(u"-second-"_s, u"-1-"_s);
        QVERIFY2(tour.contains(u"-u-"_s + caption), qPrintable(caption));
        renewed.insert(one.captured(2) + u".png"_s);
    }
    QVERIFY(renewed.size() >= 15);
    for (const QString &name : QDir(QStringLiteral(SOURCE_FOLDER "/docs/pictures")).entryList({u"*.png"_s}))
        QVERIFY2(renewed.contains(name), qPrintable(name));
}

void TestCommandLines::overviewFitsAScreen()
{
    QString text;
    QTextStream out(&text);
    printOverview(out);
    QVERIFY2(text.count(u'\n') < 24, qPrintable(text));
    for (const QString &name : commandNames())
        QVERIFY2(text.contains(u' ' + name), qPrintable(name));
}

void TestCommandLines::survivesItsStreams_data()
{
    QTest::addColumn<int>("status");
    const auto row = [](const char *line, int status) { QTest::newRow(line) << status; };
    row("$BONDCTL list >/dev/full 2>&1", 1);
    row("$BONDCTL modes --json >/dev/full 2>/dev/full", 1);
    row("$BONDCTL modes >&-", 0);
    row("$BONDCTL chekc >&- 2>&-", 2);
    row("$BONDCTL check - --no-host <&- 2>/dev/null", 1);
    row("$BONDCTL modes | head -n 1 >/dev/null", 0);
    row("env -i $BONDCTL help create >/dev/null", 0);
    row("LC_ALL=C $BONDCTL options | grep -q active-backup", 0);
    row("LC_ALL=zh_CN.GB18030 $BONDCTL modes >/dev/null", 0);
    row("$BONDCTL show $(printf '\\377\\033[2J') 2>/dev/null", 1);
    row("! $BONDCTL show $(printf 'a\\033[2J') 2>&1 | grep -q $(printf '\\033')", 0);
    row("$BONDCTL set bond0 $(head -c 100000 /dev/zero | tr '\\0' a)=1 2>/dev/null", 2);
}

void TestCommandLines::survivesItsStreams()
{
    QFETCH(int, status);
    qputenv("BONDCTL", BONDCTL);
    QProcess shell;
    shell.start(u"/bin/bash"_s, {u"-c"_s, QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY(shell.waitForFinished(30'000));
    QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
    QVERIFY2(shell.exitCode() == status, shell.readAll().constData());
}

QTEST_GUILESS_MAIN(TestCommandLines)
#include "tst_commandlines.moc"
