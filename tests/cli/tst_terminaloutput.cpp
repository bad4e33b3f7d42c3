// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "posix/uniquefd.h"
#include "terminal.h"
#include "tests/formats/scratchroot.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace bondwright::cli;
using namespace bondwright::cli::test;
using namespace Qt::StringLiterals;

namespace
{

/// That a process has had, in the kernel's clock ticks (proc(5), "stat").
qint64 processorTicks(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    const QString text = stat.open(QIODevice::ReadOnly) ? QString::fromLatin1(stat.readAll()) : QString();
    const QStringList fields = text.section(u')', -1).split(u' ');
    return fields.value(12).toLongLong() + fields.value(13).toLongLong();
}

} // namespace

/// What reaches a terminal cannot steer it, and who reads slowly is waited for.
class TestTerminalOutput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostileFileInADiff();
    void slowReaderOfAPipeThatDoesNotWait();
};

void TestTerminalOutput::hostileFileInADiff()
{
    ScratchRoot root;
    QVERIFY(root.write(u"/plan.json"_s,
                       R"({"version":1,"name":"bond0","mode":"active-backup","options":{"miimon":"100"},)"
                       R"("slaves":[{"name":"eth0"},{"name":"eth1"}],"ipv4":{"method":"auto"}})"));
    QVERIFY(
        root.write(u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s,
                   "# \x1b]0;owned\x07\x1b[1A\x1b[2K\nDEVICE=bond0\nBONDING_OPTS=\"mode=1 miimon=50\"\nONBOOT=yes\n"));
    const QStringList line{QStringLiteral(BONDCTL),
                           u"--lang"_s,
                           u"en"_s,
                           u"render"_s,
                           root.path() + u"/plan.json"_s,
                           u"--format"_s,
                           u"ifcfg"_s,
                           u"--rhel"_s,
                           u"6"_s,
                           u"--root"_s,
                           root.path(),
                           u"--diff"_s};
    Terminal terminal(line, 0);
    QVERIFY2(terminal.waitFor(u"+BONDING_OPTS"_s, 30), terminal.raw().constData());
    QCOMPARE(terminal.exitStatus(30), 0);
    QVERIFY2(terminal.raw().contains("]0;owned") && !terminal.raw().contains('\x1b'), terminal.raw().constData());
}

/// As a shell's other program leaves it that shares the pipe.
void TestTerminalOutput::slowReaderOfAPipeThatDoesNotWait()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK), 0);
    const bondwright::UniqueFd reading(ends[0]);
    bondwright::UniqueFd writing(ends[1]);
    QVERIFY(::fcntl(writing.get(), F_SETPIPE_SZ, 4096) > 0);
    QProcess process;
    process.setChildProcessModifier([fd = writing.get()] { ::dup2(fd, STDOUT_FILENO); });
    process.start(QStringLiteral(BONDCTL), {u"help"_s, u"--manual"_s});
    QVERIFY(process.waitForStarted());
    writing = bondwright::UniqueFd();
    QVERIFY(!process.waitForFinished(2000)); // the pipe is full
    const qint64 before = processorTicks(process.processId());
    QVERIFY(!process.waitForFinished(1000));
    const qint64 spent = processorTicks(process.processId()) - before;
    QVERIFY2(spent < ::sysconf(_SC_CLK_TCK) / 5, qPrintable(QString::number(spent)));
    QByteArray said;
    std::array<char, 4096> some{};
    while (true) {
        pollfd there{reading.get(), POLLIN, 0};
        QVERIFY(::poll(&there, 1, 20'000) == 1);
        const ssize_t size = ::read(reading.get(), some.data(), some.size());
        if (size <= 0)
            break;
        said.append(some.data(), size);
    }
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY2(said.size() > 20'000 && said.endsWith("RE\n"), said.right(100).constData());
}

QTEST_GUILESS_MAIN(TestTerminalOutput)
#include "tst_terminaloutput.moc"
