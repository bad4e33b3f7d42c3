// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What many hosts cost the window: bench_hosts [HOSTS [SECONDS]] prints CPU time, memory, and how long the table of all
// hosts takes for a change; then the same after each host has been looked at once. "ssh" is a program that tells samples
// twice a second; it is not counted.
#include "common/settings.h"
#include "fakehelperclient.h"
#include "fakehosts.h"
#include "fakekernelsource.h"
#include "hosts/allhostspage.h"
#include "hosts/hostswindow.h"
#include "mainwindowframe.h"
#include "models/hostbondsmodel.h"
#include "tests/support/processcost.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QListView>
#include <QTextStream>
#include <QTimer>
#include <QTreeView>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto ssh = R"sh(#!/usr/bin/python3
import json, sys, time
folder, host = sys.argv[0].rsplit("/", 1)[0], sys.argv[sys.argv.index("--") + 1]
sys.stdout.write(open(folder + "/lines-" + host).read())
sample = json.load(open(folder + "/sample"))
while True:
    sys.stdout.flush()
    time.sleep(0.5)
    sample["t"] = time.monotonic_ns()
    sample["interfaces"] = [[one[0]] + [value + 1000 for value in one[1:]] for one in sample["interfaces"]]
    print(json.dumps(sample))
)sh";

void manyHosts(int hosts, int seconds)
{
    QTextStream out(stdout);
    FakeHosts fake;
    fake.program(u"ssh"_s, ssh);
    const kernel::Snapshot state = hostWithBonds();
    kernel::CounterSample sample;
    for (const kernel::BondState &bond : state.bonds) {
        sample.interfaces.append({bond.ifindex, 1, 1, 1, 1, 0, 0, 0, 0});
        for (const kernel::SlaveState &slave : bond.slaves)
            sample.interfaces.append({slave.ifindex, 1, 1, 1, 1, 0, 0, 0, 0});
    }
    fake.answer(u"sample"_s, host::toLine(kernel::recording::Record{1, sample}));
    QStringList names;
    for (int i = 0; i < hosts; ++i) {
        names.append(u"srv%1"_s.arg(i));
        fake.serve(names.last(), state);
    }
    settings::setHosts(names);
    FakeKernelSource source;
    source.setSnapshot(hostWithBonds());
    FakeHelperClient helper;
    fillHelper(&helper);
    Services services;
    services.source = &source;
    services.helper = &helper;
    const qint64 before = memoryKiB("Rss");
    HostsWindow window(services, FakeHosts::make);
    window.show();
    const qint64 alone = memoryKiB("Rss");
    QElapsedTimer clock;
    clock.start();
    window.openRemembered();
    const auto *list = window.findChild<QListView *>(u"host-list"_s);
    const auto reached = [&] {
        int count = 0;
        for (int row = 2; row < list->model()->rowCount(); ++row)
            count += list->model()->index(row, 0).data().toString().contains(u"bond") ? 1 : 0;
        return count;
    };
    while (reached() < hosts && clock.elapsed() < 120'000)
        QTest::qWait(20);
    out << hosts << " hosts, " << state.bonds.size() << " bonds each: all there after " << clock.elapsed() << " ms\n";
    const auto measure = [&](const char *what) {
        QTest::qWait(3000);
        const double begun = cpuSeconds();
        clock.restart();
        // As the program waits: QTest::qWait() looks at all descriptors each 10 ms.
        QEventLoop loop;
        QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
        loop.exec();
        out << what << ": " << 100 * (cpuSeconds() - begun) * 1000 / double(clock.elapsed()) << " % of a core, "
            << memoryKiB("Rss") / 1024 << " MB (without hosts " << alone / 1024 << " MB, before the window "
            << before / 1024 << " MB); " << reached() << " hosts are reached\n"
            << Qt::flush;
    };
    measure("the table of all hosts");
    for (const QString &name : std::as_const(names)) {
        window.openHost(name);
        QTest::qWait(20);
    }
    measure("all hosts opened, one looked at");
}

void manyRows(int hosts)
{
    QTextStream out(stdout);
    std::vector<std::unique_ptr<FakeKernelSource>> sources;
    std::vector<std::unique_ptr<models::HostWatch>> watches;
    models::HostBondsModel model;
    AllHostsPage page(&model);
    page.resize(1000, 700);
    page.show();
    for (int i = 0; i < hosts; ++i) {
        sources.push_back(std::make_unique<FakeKernelSource>());
        sources.back()->setSnapshot(hostWithBonds());
        watches.push_back(std::make_unique<models::HostWatch>(u"srv%1"_s.arg(i), sources.back().get()));
        model.add(watches.back().get());
    }
    QCoreApplication::processEvents();
    auto *table = page.findChild<QTreeView *>();
    double worst = 0;
    double sum = 0;
    for (int i = 0; i < hosts; ++i) {
        const double begun = cpuSeconds();
        sources[std::size_t(i)]->setSnapshot(hostWithDeadLink());
        QCoreApplication::processEvents();
        table->viewport()->repaint();
        const double took = (cpuSeconds() - begun) * 1000;
        worst = std::max(worst, took);
        sum += took;
    }
    out << table->model()->rowCount() << " rows: a host's change with sorting and painting takes " << sum / hosts
        << " ms of CPU, at most " << worst << " ms\n";
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    prepareWindows(u"bench-hosts"_s);
    i18n::installLanguage(u"en"_s);
    manyRows(200);
    manyHosts(argc > 1 ? QByteArray(argv[1]).toInt() : 32, argc > 2 ? QByteArray(argv[2]).toInt() : 30);
    return 0;
}
