// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/verdict.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace bondwright::diagnosis
{

namespace
{

struct VerdictRow {
    Verdict verdict;
    QLatin1String name;
    const char *word;
};

constexpr std::array verdictTable{
    //: @status of a bond
    VerdictRow{Verdict::Healthy, QLatin1String("healthy"), QT_TRANSLATE_NOOP("KernelHealth", "Healthy")},
    //: @status of a bond: a slave has failed
    VerdictRow{Verdict::Degraded, QLatin1String("degraded"), QT_TRANSLATE_NOOP("KernelHealth", "Degraded")},
    VerdictRow{Verdict::SinglePointOfFailure, QLatin1String("single-point-of-failure"),
               //: @status of a bond: nothing has failed, but the first failure takes it down
               QT_TRANSLATE_NOOP("KernelHealth", "Single point of failure")},
    VerdictRow{Verdict::LacpNotNegotiated, QLatin1String("lacp-not-negotiated"),
               //: @status of a bond in mode 802.3ad
               QT_TRANSLATE_NOOP("KernelHealth", "LACP not negotiated")},
    //: @status of a bond
    VerdictRow{Verdict::Down, QLatin1String("down"), QT_TRANSLATE_NOOP("KernelHealth", "Down")},
    //: @status of a bond
    VerdictRow{Verdict::Unknown, QLatin1String("unknown"), QT_TRANSLATE_NOOP("KernelHealth", "Unknown")},
};

static_assert(verdictTable.size() == verdictCount);

} // namespace

QString verdictName(Verdict verdict)
{
    return QString(verdictTable.at(std::size_t(verdict)).name);
}

Verdict verdictFromName(QStringView name)
{
    const auto row = std::find_if(verdictTable.begin(), verdictTable.end(),
                                  [name](const VerdictRow &one) { return name == one.name; });
    return row == verdictTable.end() ? Verdict::Unknown : row->verdict;
}

QString verdictWord(Verdict verdict)
{
    return QCoreApplication::translate("KernelHealth", verdictTable.at(std::size_t(verdict)).word);
}

} // namespace bondwright::diagnosis
