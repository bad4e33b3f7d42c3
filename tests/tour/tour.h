// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "tourreport.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <optional>

namespace bondwright::ui
{
class MainWindow;
}

namespace bondwright::tour
{

/// What every chapter works with, and what it can ask the outside about. It watches the helper's
/// transaction and the kernel's events beside the window, so that the window is checked against them.
class Tour final : public QObject
{
    Q_OBJECT
public:
    Tour(TourReport &report, const ui::Services &services, ui::MainWindow &window);

    TourReport &report;
    const ui::Services services;
    ui::MainWindow &window;

    /// The whole screen as a person sees it, after things have settled.
    void picture(const QString &caption, std::chrono::milliseconds settle = std::chrono::milliseconds(600));
    const helper::Transaction &transaction() const { return m_transaction; }
    bool waitForState(helper::TransactionState state, std::chrono::seconds limit);
    /// The first failover event since the last call of forgetEvents().
    std::optional<kernel::BondEvent> failover() const { return m_failover; }
    void forgetEvents() { m_failover.reset(); }

    const kernel::BondState *bond(const QString &name) const;
    bool hasAddress(const QString &nic, const QString &cidr) const;
    /// Three pings, the system's own program.
    bool answers(const QString &address) const;

private:
    helper::Transaction m_transaction;
    std::optional<kernel::BondEvent> m_failover;
};

// The chapters, in their order.
void firstLook(Tour &tour);
void createInTwoLanguages(Tour &tour);
void watchCables(Tour &tour);
void testFailover(Tour &tour);
void changeThatCutsOff(Tour &tour);
void removeAgain(Tour &tour);
void lacpWithPartner(Tour &tour);
void rhel6Tree(Tour &tour);

} // namespace bondwright::tour
