// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/verdict.h"

#include "domain/nametable.h"

#include <QCoreApplication>

#include <array>

namespace bondwright::diagnosis
{

namespace
{

struct VerdictRow {
    Verdict value;
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
    return nameIn(verdictTable, verdict);
}

Verdict verdictFromName(QStringView name)
{
    return valueIn(verdictTable, name).value_or(Verdict::Unknown);
}

QString verdictWord(Verdict verdict)
{
    return QCoreApplication::translate("KernelHealth", verdictTable.at(std::size_t(verdict)).word);
}

} // namespace bondwright::diagnosis
