// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts both programs in turn and prints what ours costs beside the empty one. Ends with 1 if it is more than 1.3 times
// as long until the window is on the screen, more than 50 ms from there to the first list of NICs, or more than 45 MB.

#include "startreport.h"

#include <QProcess>

#include <algorithm>
#include <utility>
#include <vector>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

struct Run {
    double paintedMs = 0;
    double settledMs = 0;
    double listedMs = 0;
    double pssMb = 0;
    double rssMb = 0;
};

Run start(const QString &program, const QString &language)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // The same fonts for both: those of a session in that language.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FC_LANG"_s, language);
    process.setProcessEnvironment(environment);
    const qint64 before = monotonicNow();
    process.start(program, {language});
    process.waitForFinished(30'000);
    const QList<QByteArray> words = process.readAllStandardOutput().trimmed().split(' ');
    if (words.size() != 5)
        return {};
    const auto since = [&](int word) { return double(words[word].toLongLong() - before) / 1e6; };
    return {since(0), since(1), since(2), double(words[3].toLongLong()) / 1024, double(words[4].toLongLong()) / 1024};
}

template <typename Value>
double median(std::vector<Run> runs, Value value)
{
    std::sort(runs.begin(), runs.end(), [&](const Run &a, const Run &b) { return value(a) < value(b); });
    return value(runs[runs.size() / 2]);
}

/// Prints the table of one language.
/// @return whether ours keeps to the limits
bool compare(const QString &language)
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QString emptyProgram = folder + u"/bench_start_empty"_s;
    const QString ourProgram = folder + u"/bench_start_main"_s;
    constexpr int runs = 11;
    std::vector<Run> empty, ours;
    start(emptyProgram, language); // fills the page cache
    start(ourProgram, language);
    for (int run = 0; run < runs; ++run) {
        empty.push_back(start(emptyProgram, language));
        ours.push_back(start(ourProgram, language));
    }
    const auto painted = [](const Run &run) { return run.paintedMs; };
    const auto settled = [](const Run &run) { return run.settledMs; };
    const auto late = [](const Run &run) { return std::max(0.0, run.listedMs - run.paintedMs); };
    const auto pss = [](const Run &run) { return run.pssMb; };
    const auto rss = [](const Run &run) { return run.rssMb; };
    const double ratio = median(ours, painted) / median(empty, painted);
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    out << language << ", median of " << runs << " starts in turn\n"
        << "                               painted     settled         PSS         RSS\n";
    for (const auto &[name, all] : {std::pair{"empty window with a table", &empty}, {"Bondwright's window", &ours}}) {
        out << Qt::left << qSetFieldWidth(27) << name << Qt::right << qSetFieldWidth(8) << median(*all, painted)
            << qSetFieldWidth(0) << " ms" << qSetFieldWidth(9) << median(*all, settled) << qSetFieldWidth(0) << " ms"
            << qSetFieldWidth(9) << median(*all, pss) << qSetFieldWidth(0) << " MB" << qSetFieldWidth(9)
            << median(*all, rss) << qSetFieldWidth(0) << " MB\n";
    }
    out << "from the window to the list of NICs: " << median(ours, late) << " ms (at most 50)\n";
    out.setRealNumberPrecision(2);
    out << "ratio until painted: " << ratio << " (at most 1.30), memory " << median(ours, pss) << " MB (at most 45)\n";
    return ratio <= 1.3 && median(ours, late) <= 50.0 && median(ours, pss) <= 45.0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const bool isEnglishGood = compare(u"en"_s);
    return compare(u"zh_CN"_s) && isEnglishGood ? 0 : 1;
}
