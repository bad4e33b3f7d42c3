// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventlog.h"

#include <QTest>

using namespace bondwright::kernel;

EventLog::EventLog(KernelSource *source, QObject *parent)
    : QObject(parent)
{
    connect(source, &KernelSource::eventOccurred, this, [this](const BondEvent &event) { m_all.append(event); });
}

QString EventLog::wordsOf(const BondEvent &event)
{
    QStringList words{eventKindName(event.kind)};
    if (!event.bond.isEmpty())
        words.append(event.bond);
    if (!event.option.isEmpty())
        words.append(event.option);
    if (!event.slave.isEmpty() && event.kind != EventKind::Failover)
        words.append(event.slave);
    if (!event.from.isEmpty() || !event.to.isEmpty())
        words.append(event.from + u'>' + event.to);
    if (event.reason != EventReason::None)
        words.append(eventReasonName(event.reason));
    return words.join(u' ');
}

QStringList EventLog::take(qsizetype expected, std::chrono::milliseconds timeout)
{
    using namespace std::chrono_literals;
    (void)QTest::qWaitFor([&] { return m_all.size() - m_seen >= expected; }, int(timeout.count()));
    QTest::qWait(400);
    QStringList words;
    for (; m_seen < m_all.size(); ++m_seen)
        words.append(wordsOf(m_all.at(m_seen)));
    return words;
}
