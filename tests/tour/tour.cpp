// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include "main/mainwindow.h"
#include "tourlab.h"

#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace bondwright::tour
{

Tour::Tour(TourReport &theReport, const ui::Services &theServices, ui::MainWindow &theWindow)
    : report(theReport)
    , services(theServices)
    , window(theWindow)
{
    connect(services.helper, &helper::HelperClient::transactionChanged, this,
            [this](const helper::Transaction &now) { m_transaction = now; });
    connect(services.source, &kernel::KernelSource::eventOccurred, this, [this](const kernel::BondEvent &event) {
        if (event.kind == kernel::EventKind::Failover && !m_failover)
            m_failover = event;
    });
}

void Tour::picture(const QString &caption, std::chrono::milliseconds settle)
{
    live(settle);
    report.picture(QGuiApplication::primaryScreen()->grabWindow(0), caption);
}

bool Tour::waitForState(helper::TransactionState state, std::chrono::seconds limit)
{
    return waitUntil([this, state] { return m_transaction.state == state; }, limit);
}

const kernel::BondState *Tour::bond(const QString &name) const
{
    return services.source->snapshot().bondByName(name);
}

bool Tour::hasAddress(const QString &nic, const QString &cidr) const
{
    const kernel::NicState *state = services.source->snapshot().nicByName(nic);
    return state && state->addresses.contains(cidr);
}

bool Tour::answers(const QString &address) const
{
    int exitCode = -1;
    run(u"ping"_s, {u"-n"_s, u"-c"_s, u"3"_s, u"-i"_s, u"0.2"_s, u"-w"_s, u"10"_s, address}, &exitCode);
    return exitCode == 0;
}

} // namespace bondwright::tour
