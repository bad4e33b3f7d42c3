// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cablehost.h"
#include "common/services.h"
#include "fakehelperclient.h"

#include <QAction>
#include <QWidget>

namespace bondwright::ui
{

/// A host in memory for a monitor window: known traffic, events, and a helper.
struct MonitorStage {
    std::unique_ptr<CableHost> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    kernel::CounterSample m_counters;

    void build()
    {
        m_helper = std::make_unique<FakeHelperClient>();
        use(Mode::ActiveBackup, 2);
    }
    void strike()
    {
        m_source.reset();
        m_helper.reset();
    }
    Services services() const { return {m_source.get(), m_helper.get(), nullptr}; }
    void use(Mode mode, int slaves)
    {
        m_source = std::make_unique<CableHost>(mode, slaves);
        m_source->state().nics[10].gateway.reset(); // nothing here is pinged by itself
        m_counters = {monotonicNow() - 200'000'000'000, {}};
        m_source->setNow(m_counters.monotonicNs);
        for (int i = 0; i < slaves; ++i)
            m_counters.interfaces.append(kernel::Counters{.ifindex = 2 + i});
        m_counters.interfaces.append(kernel::Counters{.ifindex = 10});
    }
    /// Slave i receives (i + 1) MB/s and sends half of that; the bond, what all do.
    void sample(int seconds)
    {
        for (int i = 0; i < seconds * 2; ++i) {
            m_counters.monotonicNs += 500'000'000;
            quint64 sum = 0;
            for (kernel::Counters &counters : m_counters.interfaces) {
                const quint64 bytes = counters.ifindex == 10 ? sum : quint64(counters.ifindex - 1) * 500'000;
                counters.rxBytes += bytes;
                counters.txBytes += bytes / 2;
                sum += bytes;
            }
            m_source->sample(m_counters);
        }
    }
    void tell(kernel::EventKind kind, int id, std::optional<std::chrono::milliseconds> outage = {})
    {
        kernel::BondEvent event;
        event.id = id;
        event.kind = kind;
        event.monotonicNs = m_counters.monotonicNs;
        event.wallTime
            = QDateTime::currentDateTimeUtc().addMSecs((m_counters.monotonicNs - monotonicNow()) / 1'000'000);
        event.bond = QStringLiteral("bond0");
        event.bondIndex = 10;
        event.slave = event.from = QStringLiteral("eth0");
        event.slaveIndex = 2;
        event.to = QStringLiteral("eth1");
        event.reason = kernel::EventReason::CarrierLost;
        event.outage = outage;
        m_source->tell(event);
    }
    /// Of the tool bar, its menus or a button.
    static QAction *action(const QWidget &window, const QString &text)
    {
        for (QAction *one : window.findChildren<QAction *>()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        return nullptr;
    }
};

} // namespace bondwright::ui
