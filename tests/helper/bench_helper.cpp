// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long the helper takes from its start to its first answer, and how much memory is its own.

#include "privatebus.h"
#include "tests/support/processcost.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

namespace
{

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    PrivateBus bus;
    if (!bus.start())
        return 1;
    bus.setPolkit(PrivateBus::Polkit::Allows);
    QList<qint64> times;
    QList<qint64> memory;
    constexpr int rounds = 15;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer elapsed;
        elapsed.start();
        QProcess &helper = bus.startHelper();
        while (bus.call(u"GetCapabilities"_s, {u"en"_s}, 5000) != u"ok" && elapsed.elapsed() < 30'000)
            QTest::qWait(1);
        times.append(elapsed.elapsed());
        memory.append(bondwright::memoryKiB("Pss", QString::number(helper.processId())));
    }
    for (QList<qint64> *list : {&times, &memory})
        std::sort(list->begin(), list->end());
    std::printf("start to answer: median %lld ms, best %lld ms, worst %lld ms\n", times.at(rounds / 2), times.first(),
                times.last());
    std::printf("PSS: median %lld KiB\n", memory.at(rounds / 2));
    return 0;
}
