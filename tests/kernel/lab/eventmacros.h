// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTest>

#define VERIFY_RESULT(expression)                                                                                      \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY2(verified.has_value(), verified ? "" : qPrintable(verified.error().message));                          \
    } while (false)

// Shows all of both, not only where they differ first.
#define COMPARE_EVENTS(actual, wanted)                                                                                 \
    do {                                                                                                               \
        const QStringList seenEvents = (actual);                                                                       \
        const QStringList wantedEvents = (wanted);                                                                     \
        QVERIFY2(                                                                                                      \
            seenEvents == wantedEvents,                                                                                \
            qPrintable(u"seen: "_s + seenEvents.join(u" | "_s) + u"; expected: "_s + wantedEvents.join(u" | "_s)));    \
    } while (false)
