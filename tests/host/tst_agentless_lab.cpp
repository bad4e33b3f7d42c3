// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs in the lab's guest: what watching without an agent costs a host with four bonds of two.
#include "host/agentless/agentlesssource.h"
#include "host/transport/commandchannel.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>

#include <unistd.h>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;

namespace
{

constexpr int measuredSeconds = 20;

bool isRun(const QString &words)
{
    QStringList list = words.split(u' ');
    const QString program = list.takeFirst();
    return QProcess::execute(program, list) == 0;
}

/// Processor time of a process and of its children that have ended.
double secondsOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.sliced(text.lastIndexOf(')') + 2).split(' ');
    double ticks = 0;
    for (int at = 11; at <= 14; ++at) // utime, stime, cutime, cstime
        ticks += fields.at(at).toDouble();
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

struct Cost {
    double percent = 0; ///< of a core
    double bytesPerSecond = 0;
};

Cost costOf(const QStringList &shell, const QByteArray &program)
{
    QProcess process;
    process.start(shell.at(0), shell.sliced(1));
    if (!process.waitForStarted())
        return {};
    process.write(program);
    const auto listen = [&process](int seconds) {
        qint64 bytes = 0;
        QElapsedTimer since;
        since.start();
        while (since.elapsed() < seconds * 1000) {
            process.waitForReadyRead(500);
            bytes += process.readAll().size();
        }
        return bytes;
    };
    listen(3); // the first frame has all
    process.write("alive\n");
    const double before = secondsOf(process.processId());
    const auto bytes = double(listen(measuredSeconds));
    const Cost cost{(secondsOf(process.processId()) - before) * 100 / measuredSeconds, bytes / measuredSeconds};
    process.kill();
    process.waitForFinished();
    return cost;
}

} // namespace

class TestAgentlessLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatItCosts();
    void aFailoverIsSeen();
};

void TestAgentlessLab::initTestCase()
{
    for (int bond = 0; bond < 4; ++bond) {
        QVERIFY(isRun(u"ip link add bond%1 type bond mode %2 miimon 100"_s.arg(bond).arg(bond < 2 ? u"active-backup"_s
                                                                                                  : u"802.3ad"_s)));
        for (const int nic : {2 * bond, 2 * bond + 1}) {
            QVERIFY(isRun(u"ip link set eth%1 down"_s.arg(nic)));
            QVERIFY(isRun(u"ip link set eth%1 master bond%2"_s.arg(nic).arg(bond)));
        }
        QVERIFY(isRun(u"ip link set bond%1 up"_s.arg(bond)));
        QVERIFY(isRun(u"ip address add 198.51.100.%1/28 dev bond%2"_s.arg(16 * bond + 1).arg(bond)));
    }
}

/// A machine that is crowded charges a guest for its waiting: what cat costs in the same minute is the measure, and of up to four
/// rounds the best counts.
void TestAgentlessLab::whatItCosts()
{
    const QByteArray plain = "while :; do cat /proc/net/bonding/* /proc/net/dev; sleep 0.5; done\n";
    for (const QStringList &shell :
         {QStringList{u"bash"_s, u"-s"_s}, {u"dash"_s, u"-s"_s}, {u"busybox"_s, u"sh"_s, u"-s"_s}}) {
        const bool startsNothing = shell.at(0) == u"bash"; // 2 % where cat costs 5, and the others twice what cat costs
        bool isCheap = false;
        for (int round = 0; round < 4 && !isCheap; ++round) {
            const Cost cat = costOf({u"sh"_s, u"-s"_s}, plain);
            const Cost ours = costOf(shell, AgentlessSource::program());
            qInfo("%s: %.1f %% of a core, %.1f kB/s; cat and sleep: %.1f %%, %.1f kB/s", qPrintable(shell.at(0)),
                  ours.percent, ours.bytesPerSecond / 1000, cat.percent, cat.bytesPerSecond / 1000);
            // While nothing changes it says little more than the time, and on a crowded machine not twice a second.
            QVERIFY(ours.bytesPerSecond > 5 && ours.bytesPerSecond < 30'000);
            isCheap
                = ours.percent < (startsNothing ? std::max(2.0, cat.percent * 0.6) : std::max(5.0, cat.percent * 2.5));
        }
        QVERIFY2(isCheap, qPrintable(shell.at(0)));
    }
}

void TestAgentlessLab::aFailoverIsSeen()
{
    AgentlessSource source([] {
        return std::make_unique<CommandChannel>(Command{u"bash"_s, {u"-s"_s}}, FrameReader::maximumBytes);
    });
    QList<kernel::BondEvent> events;
    connect(&source, &kernel::KernelSource::eventOccurred, this,
            [&events](const kernel::BondEvent &event) { events.append(event); });
    source.start();
    QTRY_VERIFY_WITH_TIMEOUT(source.isReached(), 20'000);
    const kernel::BondState *bond = source.snapshot().bondByName(u"bond0");
    QVERIFY(bond && bond->activeSlave);
    const QString active = source.snapshot().nics.value(*bond->activeSlave).name;
    QVERIFY(isRun(u"ip link set %1 down"_s.arg(active)));
    const auto has = [&events](kernel::EventKind kind) {
        return std::ranges::any_of(events, [kind](const kernel::BondEvent &event) { return event.kind == kind; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(has(kernel::EventKind::Failover), 10'000);
    // What a NIC's own files say comes with it, not with the next round.
    QTRY_VERIFY_WITH_TIMEOUT(!source.snapshot().nicByName(active)->carrier, 20'000);
}

QTEST_GUILESS_MAIN(TestAgentlessLab)
#include "tst_agentless_lab.moc"
