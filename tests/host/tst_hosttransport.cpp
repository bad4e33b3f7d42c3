// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/linesplitter.h"
#include "host/transport/commandchannel.h"
#include "host/transport/commandrun.h"
#include "host/transport/ssh.h"
#include "host/transport/sshconfig.h"
#include "host/transport/stdiochannel.h"
#include "host/transport/steadychannel.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

#include <sys/socket.h>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHostTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreCut_data();
    void linesAreCut();
    void aLineThatIsTooLongEndsIt();
    void whatIsSentWaitsForTheReader();
    void aCommandAnswers();
    void aCommandThatEndsSaysWhy_data();
    void aCommandThatEndsSaysWhy();
    void aHangingCommandBlocksNothing();
    void whatComesNearerIsWaitedFor();
    void namesOfHosts_data();
    void namesOfHosts();
    void configuredHosts_data();
    void configuredHosts();
    void includedHosts();
    void sshIsTheUsersOwn();
    void aNewConnectionIsNotShared();
    void aCommandIsEndedInTime();
};

void TestHostTransport::linesAreCut_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("one") << QByteArrayList{"one\n"} << QByteArrayList{"one"};
    QTest::newRow("in pieces") << QByteArrayList{"o", "n", "e\ntw", "o\n"} << QByteArrayList{"one", "two"};
    QTest::newRow("without an end") << QByteArrayList{"one"} << QByteArrayList{};
    QTest::newRow("carriage returns") << QByteArrayList{"one\r\ntwo\r", "\n"} << QByteArrayList{"one", "two"};
    QTest::newRow("empty lines") << QByteArrayList{"\n\r\n\none\n\n"} << QByteArrayList{"one"};
    QTest::newRow("as long as allowed") << QByteArrayList{"12345678\n"} << QByteArrayList{"12345678"};
}

void TestHostTransport::linesAreCut()
{
    QFETCH(QByteArrayList, pieces);
    QFETCH(QByteArrayList, lines);
    LineSplitter splitter(8);
    QByteArrayList seen;
    for (const QByteArray &piece : pieces) {
        const auto some = splitter.add(piece);
        QVERIFY(some);
        seen.append(*some);
    }
    QCOMPARE(seen, lines);
}

void TestHostTransport::aLineThatIsTooLongEndsIt()
{
    LineSplitter splitter(8);
    QVERIFY(!splitter.add("one\n123456789"));
    QVERIFY(!splitter.add("two\n"));
}

void TestHostTransport::whatIsSentWaitsForTheReader()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    StdioChannel channel(ends[0], ends[0], 1024);
    QSignalSpy drained(&channel, &LineChannel::drained);
    QSignalSpy closed(&channel, &LineChannel::closed);
    const QByteArray line(100'000, 'x');
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 50; ++i)
        channel.send(line);
    QVERIFY2(clock.elapsed() < 10'000, "sending must not wait for the reader");
    QVERIFY(channel.waitingBytes() > 1'000'000);
    QByteArray got;
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    while (got.size() < 50 * (line.size() + 1)) {
        const ssize_t size = ::recv(ends[1], buffer.data(), std::size_t(buffer.size()), MSG_DONTWAIT);
        if (size > 0)
            got.append(buffer.constData(), size);
        QCoreApplication::processEvents();
        QVERIFY(clock.elapsed() < 20'000);
    }
    QCOMPARE(got.count('\n'), 50);
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(channel.waitingBytes(), 0);
    ::close(ends[1]);
    QTRY_COMPARE(closed.size(), 1);
    ::close(ends[0]);
}

void TestHostTransport::aCommandAnswers()
{
    CommandChannel channel({u"cat"_s, {}}, 1024);
    QSignalSpy lines(&channel, &LineChannel::lineReceived);
    channel.send("one");
    channel.send("two");
    QTRY_COMPARE(lines.size(), 2);
    QCOMPARE(lines.at(1).at(0).toByteArray(), "two");
}

void TestHostTransport::aCommandThatEndsSaysWhy_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    const auto shell = [](const QString &script) { return QStringList{u"-c"_s, script}; };
    QTest::newRow("no such program") << u"/nonexistent/ssh"_s << QStringList{} << u"transport.no-program"_s
                                     << u"/nonexistent/ssh"_s;
    QTest::newRow("no bondctl there") << u"sh"_s << shell(u"exit 127"_s) << u"transport.no-bondctl"_s << u"bondctl"_s;
    QTest::newRow("its last words") << u"sh"_s << shell(u"echo first >&2; echo last words >&2; exit 3"_s)
                                    << u"transport.ended"_s << u"last words"_s;
    QTest::newRow("lines as ssh ends them") << u"sh"_s << shell(u"printf 'Hello\\r\\nNo such host\\r\\n' >&2; exit 3"_s)
                                            << u"transport.ended"_s << u"No such host"_s;
    QTest::newRow("killed") << u"sh"_s << shell(u"kill -9 $$"_s) << u"transport.killed"_s << u"sh"_s;
    QTest::newRow("just ended") << u"true"_s << QStringList{} << QString() << u"ended"_s;
    QTest::newRow("a flood on standard error")
        << u"sh"_s << shell(u"yes | head -c 5000000 >&2; echo the end >&2; exit 3"_s) << u"transport.ended"_s
        << u"the end"_s;
    QTest::newRow("a line without end") << u"sh"_s << shell(u"yes | tr -d '\\n'"_s) << u"protocol.too-long"_s
                                        << u"too long"_s;
}

void TestHostTransport::aCommandThatEndsSaysWhy()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    QFETCH(QString, words);
    CommandChannel channel({program, arguments}, 4096);
    std::optional<Error> why;
    connect(&channel, &LineChannel::closed, &channel, [&why](const Error &error) { why = error; });
    QTRY_VERIFY_WITH_TIMEOUT(why.has_value(), 20'000);
    QCOMPARE(why->code, code);
    QVERIFY2(why->message.contains(words), qPrintable(why->message));
    QVERIFY2(!why->text().contains(u"\\u000d"), qPrintable(why->text()));
}

void TestHostTransport::aHangingCommandBlocksNothing()
{
    // A busy machine delays one now and then; what waits for the command does so each time.
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 3 && best >= 500; ++round) {
        auto channel
            = std::make_unique<CommandChannel>(Command{u"sh"_s, {u"-c"_s, u"trap '' TERM HUP; sleep 60"_s}}, 1024);
        QTest::qWait(100);
        for (int i = 0; i < 1000; ++i)
            channel->send(QByteArray(1000, 'x')); // nobody reads
        QElapsedTimer clock;
        clock.start();
        channel.reset();
        best = std::min(best, clock.elapsed());
    }
    QVERIFY2(best < 500, qPrintable(QString::number(best)));
}

/// A machine that boots is not given up while it goes on.
void TestHostTransport::whatComesNearerIsWaitedFor()
{
    struct Booting final : LineChannel {
        void send(const QByteArray &) override { }
        qint64 waitingBytes() const override { return 0; }
        void close() override { }
    };
    Booting *machine = nullptr;
    SteadyChannel channel(
        [&machine] {
            auto one = std::make_unique<Booting>();
            machine = one.get();
            return one;
        },
        "alive", 3s);
    QSignalSpy lost(&channel, &SteadyChannel::lost);
    channel.start();
    for (int step = 0; step < 8; ++step) {
        QTest::qWait(500);
        Q_EMIT machine->approached();
    }
    QCOMPARE(lost.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 20'000);
    QCOMPARE(lost.first().first().value<Error>().code, u"host.silent"_s);
}

void TestHostTransport::namesOfHosts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isGood");
    for (const char *good : {"srv1", "root@srv1", "192.0.2.1", "2001:db8::1", "ops@srv1.example.org", "主机",
                             "CORP\\ops@srv1", "ssh://ops@[2001:db8::1]:2222", "fe80::1%eth0"})
        QTest::newRow(good) << QString::fromUtf8(good) << true;
    QTest::newRow("as long as allowed") << QString(255, u'a') << true;
    QTest::newRow("too long") << QString(256, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("an option") << u"-oProxyCommand=touch"_s << false;
    QTest::newRow("a dash") << u"-"_s << false;
    QTest::newRow("two words") << u"srv1 reboot"_s << false;
    QTest::newRow("a new line") << u"srv\n1"_s << false;
    QTest::newRow("an escape") << u"\x1b[2Jx"_s << false;
    for (const char *shell :
         {"srv1;reboot", "$HOME", "$(reboot)", "`reboot`", "`reboot`@srv1", "srv1|reboot", "srv1\\x"})
        QTest::newRow(shell) << QString::fromLatin1(shell) << false;
    QTest::newRow("an option behind a user") << u"ops@-oProxyCommand=touch"_s << false;
    QTest::newRow("a user without a host") << u"root@"_s << false;
    QTest::newRow("a host without a user") << u"@srv1"_s << false;
}

void TestHostTransport::namesOfHosts()
{
    QFETCH(QString, name);
    QFETCH(bool, isGood);
    QCOMPARE(isHostName(name), isGood);
    const auto command = sshCommand(name, {u"bondctl"_s});
    QCOMPARE(command.has_value(), isGood);
    if (!isGood)
        QCOMPARE(command.error().code, u"host.name"_s);
}

void TestHostTransport::configuredHosts_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("some") << QByteArray("Host srv1 srv2\n  User root\nHost web\n")
                          << QStringList{u"srv1"_s, u"srv2"_s, u"web"_s};
    QTest::newRow("ways to write it") << QByteArray("host=a\n\tHOST \"b\"\nHost  = c\r\n")
                                      << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("no patterns") << QByteArray("Host * srv? !srv3 srv4\nMatch host x\nHostName y\n#Host z\n")
                                 << QStringList{u"srv4"_s};
    QTest::newRow("twice") << QByteArray("Host a b\nHost b\n") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("no names of ssh's") << QByteArray("Host -oProxyCommand=x ok\n") << QStringList{u"x"_s, u"ok"_s};
    QTest::newRow("junk") << QByteArray("\0\xff\xfe Host\nHost\n\nHost \x01\n", 22) << QStringList();
}

void TestHostTransport::configuredHosts()
{
    QFETCH(QByteArray, config);
    QFETCH(QStringList, names);
    QCOMPARE(hostNamesIn(config), names);
}

void TestHostTransport::includedHosts()
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toLocal8Bit());
    QVERIFY(QDir(home.path()).mkpath(u".ssh/more"_s));
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(home.filePath(u".ssh/"_s + name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(QDir(home.path()).mkpath(u".ssh/sites/one/deep"_s));
    QVERIFY(write(u"config"_s, "Include more/*.conf ~/.ssh/own missing sites/*/config config\nHost a\n"));
    QVERIFY(write(u"sites/one/config"_s, "Match originalhost x\nInclude sites/one/deep/*\nHost e *.web !f\n"));
    QVERIFY(write(u"sites/one/deep/1"_s, "Host g\nInclude config\n"));
    QVERIFY(write(u"more/1.conf"_s, "Host b\n") && write(u"more/2.conf"_s, "Host c\n"));
    QVERIFY(write(u"more/3.txt"_s, "Host no\n") && write(u"own"_s, "Host d a\n"));
    QCOMPARE(bondwright::host::configuredHosts(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"g"_s}));
    qputenv("HOME", before);
}

void TestHostTransport::sshIsTheUsersOwn()
{
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    const auto command = sshCommand(u"ops@srv1"_s, {u"bondctl"_s, u"serve"_s, u"--stdio"_s});
    QVERIFY(command);
    QCOMPARE(command->program, u"ssh"_s);
    QCOMPARE(command->arguments.last(5), (QStringList{u"--"_s, u"ops@srv1"_s, u"bondctl"_s, u"serve"_s, u"--stdio"_s}));
    // Host keys, keys and agents are the user's affair.
    for (const QString &argument : command->arguments)
        QVERIFY2(!argument.contains(u"HostKey") && !argument.contains(u"KnownHosts"), qPrintable(argument));
    QVERIFY(command->arguments.contains(u"ConnectTimeout=10"_s));
    QVERIFY(command->arguments.contains(u"RemoteCommand=none"_s)); // whatever the user has for a terminal
    QVERIFY(command->arguments.contains(u"ClearAllForwardings=yes"_s));
    // One master a host, in a place that is private to the user; none without such a place.
    QVERIFY(command->arguments.contains(u"ControlPath=%1/bondwright/%C"_s.arg(runtime.path())));
    QCOMPARE(QFile::permissions(runtime.filePath(u"bondwright"_s)) & 0x0077, QFile::Permissions());
    qunsetenv("XDG_RUNTIME_DIR");
    QVERIFY(!sshCommand(u"srv1"_s, {u"true"_s})->arguments.contains(u"ControlMaster=auto"_s));
}

void TestHostTransport::aNewConnectionIsNotShared()
{
    const auto command = freshSshCommand(u"srv1"_s, {u"true"_s});
    QVERIFY(command);
    QVERIFY(command->arguments.contains(u"ControlPath=none"_s));
    QVERIFY(!command->arguments.contains(u"ControlMaster=auto"_s));
}

/// ssh that hangs while it agrees on keys notices no cut cable.
void TestHostTransport::aCommandIsEndedInTime()
{
    std::optional<CommandOutcome> outcome;
    const auto take = [&outcome](const CommandOutcome &said) { outcome = said; };
    runCommand({u"sleep"_s, {u"60"_s}}, {}, std::chrono::seconds(1), this, take);
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->isUnreached());
    QVERIFY2(outcome->complaint.contains(u"in time"), qPrintable(outcome->complaint));
    outcome.reset();
    runCommand({u"sh"_s, {u"-c"_s, u"cat; printf 'no\\033[2J' >&2"_s}}, "said\t\xe9\033\n", std::chrono::seconds(20),
               this, take);
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->isGood());
    QCOMPARE(outcome->output, QByteArray("said\t\xef\xbf\xbd\\u001b\n"));
    QCOMPARE(outcome->complaint, u"no\\u001b[2J"_s);
}

QTEST_GUILESS_MAIN(TestHostTransport)
#include "tst_hosttransport.moc"
