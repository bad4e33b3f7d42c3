// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/suggestion.h"
#include "common/values.h"
#include "help.h"

#include <QFile>
#include <QProcess>
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

} // namespace

/// The one parser, and what it says.
class TestCommandLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesApart();
    void otherHosts_data();
    void otherHosts();
    void anUnknownHostIsReported();
    void hintsNameTheHost_data();
    void hintsNameTheHost();
    void refuses_data();
    void refuses();
    void suggests_data();
    void suggests();
    void commandsAreDescribed_data();
    void commandsAreDescribed();
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

void TestCommandLines::hintsNameTheHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("here");
    const QString hint = u"“bondctl remove bond0” removes the bond."_s;
    QTest::newRow("this host") << QString() << hint << hint;
    QTest::newRow("another host") << u"srv1"_s << hint << u"“bondctl --host srv1 remove bond0” removes the bond."_s;
    QTest::newRow("two commands") << u"srv1"_s << u"“bondctl confirm”, or “bondctl rollback”."_s
                                  << u"“bondctl --host srv1 confirm”, or “bondctl --host srv1 rollback”."_s;
    QTest::newRow("the same on every host")
        << u"srv1"_s << u"“bondctl options” lists them."_s << u"“bondctl options” lists them."_s;
    QTest::newRow("no command") << u"srv1"_s << u"“bondctl …” and “bondctl"_s << u"“bondctl …” and “bondctl"_s;
    const QString files = u"Use “bondctl restore a1 --root /” as root."_s;
    QTest::newRow("files") << u"srv1"_s << files << files;
}

/// A command that is pasted from what was said of another host must not change this one.
void TestCommandLines::hintsNameTheHost()
{
    QFETCH(QString, host);
    QFETCH(QString, text);
    QTEST(commandsFor(host, text), "here");
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
    row("$BONDCTL modes >&-", 1);
    row("printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' | $BONDCTL metrics --http >/dev/full 2>/dev/null", 1);
    row("$BONDCTL modes 2>&- >/dev/null", 0);
    row("$BONDCTL check /proc/self/mem --no-host 2>&1 | grep -q 'cannot be read'", 0);
    row("$BONDCTL chekc >&- 2>&-", 2);
    row("$BONDCTL check - --no-host <&- 2>/dev/null", 1);
    row("$BONDCTL modes | head -n 1 >/dev/null", 0);
    row("env -i $BONDCTL help create >/dev/null", 0);
    row("LC_ALL=C $BONDCTL options | grep -q active-backup", 0);
    row("LC_ALL=zh_CN.GB18030 $BONDCTL modes >/dev/null", 0);
    row("$BONDCTL show $(printf '\\377\\033[2J') 2>/dev/null", 1);
    row("! $BONDCTL show $(printf 'a\\033[2J') 2>&1 | grep -q $(printf '\\033')", 0);
    row("$BONDCTL set bond0 $(head -c 100000 /dev/zero | tr '\\0' a)=1 2>/dev/null", 2);
    row("echo '{\"version\": 1, \"name\": \"bond0\", \"mode\": \"active-backup\", \"options\": {\"miimon\": \"100\"}, "
        "\"slaves\": [{\"name\": \"eth0\"}, {\"name\": \"eth1\"}]}'"
        " | $BONDCTL bundle - --rhel 6 -o /dev/stdout 2>/dev/null | grep -q '^#!'",
        0);
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
