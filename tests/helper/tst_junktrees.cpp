// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "junk.h"
#include "support/changebench.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

/// Whatever stands in the folders that the helper reads: it previews, applies and rolls back, or refuses with a
/// reason; nothing crashes or hangs, and afterwards the files are what they were, byte for byte.
/// BONDWRIGHT_JUNK_TREES=50000 makes more trees than CI's, from BONDWRIGHT_JUNK_FIRST=n on: most of the time is spent
/// waiting, so that many can run side by side. BONDWRIGHT_JUNK_SEED=n makes that one alone.
class TestJunkTrees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliedAndRolledBack_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        bool isOne = false;
        const int only = qEnvironmentVariableIntValue("BONDWRIGHT_JUNK_SEED", &isOne);
        bool isMore = false;
        const int asked = qEnvironmentVariableIntValue("BONDWRIGHT_JUNK_TREES", &isMore);
        const int first = isOne ? only : qEnvironmentVariableIntValue("BONDWRIGHT_JUNK_FIRST");
        const int end = first + (isOne ? 1 : isMore ? asked : 2000);
        constexpr int step = 250; // Qt Test takes a row for hung after five minutes
        for (int seed = first; seed < end; seed += step)
            QTest::addRow("from seed %d on", seed) << seed << std::min(seed + step, end);
    }
    void appliedAndRolledBack()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        int applied = 0;
        for (int seed = first; seed < last; ++seed) {
            const QString failed = run(quint32(seed), &applied);
            QVERIFY2(failed.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(failed)));
        }
        qInfo("%d of %d were applied and rolled back, the others refused", applied, last - first);
        QVERIFY(last - first < 100 || applied > (last - first) / 3);
    }

private:
    /// @return what is wrong
    static QString run(quint32 seed, int *applied)
    {
        // Many side by side are slow, and do not hang.
        const qint64 patienceMs = qEnvironmentVariableIsSet("BONDWRIGHT_JUNK_TREES") ? 120'000 : 20'000;
        QElapsedTimer time;
        time.start();
        constexpr std::array backends{Backend::Ifcfg, Backend::NetworkManager, Backend::RuntimeOnly};
        const Backend backend = backends.at(seed % backends.size());
        ChangeBench host(backend);
        host.addUsualHost();
        Junk junk(seed);
        QStringList folders;
        if (backend != Backend::Ifcfg)
            folders += Junk::networkManagerFolders();
        if (backend != Backend::NetworkManager)
            folders += Junk::networkServiceFolders();
        junk.scatter(host.root(), folders);
        host.manager.reload();
        const auto before = host.tree();
        if (const auto work = host.work(ChangeBench::plan()); work && !hasErrors(work->findings)) {
            const bool isDone = host.apply(*work).has_value();
            if (const QStringList left = host.back(); !left.isEmpty())
                return left.join(u" | "_s);
            *applied += isDone ? 1 : 0;
        }
        if (host.tree() != before)
            return u"the files are not as before"_s;
        return time.elapsed() > patienceMs ? u"it took %1 ms"_s.arg(time.elapsed()) : QString();
    }
};

QTEST_GUILESS_MAIN(TestJunkTrees)
#include "tst_junktrees.moc"
