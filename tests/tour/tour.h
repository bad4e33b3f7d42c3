// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "tourlab.h"
#include "tourreport.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QObject>
#include <QRect>

#include <chrono>
#include <optional>

namespace bondwright::ui
{
class MainWindow;
}

namespace bondwright::tour
{

/// Where every window stands, and what of the screen a picture shows: the lab has no window manager.
inline constexpr QRect frame(0, 0, 1180, 800);
inline constexpr char gateway[] = "192.0.2.254";
inline constexpr char hostAddress[] = "192.0.2.10/24";

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

    /// The screen as a person sees it, after things have settled. Texts cut off or lying over each other in it
    /// make the tour fail.
    void picture(const QString &caption, std::chrono::milliseconds settle = std::chrono::milliseconds(350));
    const helper::Transaction &transaction() const { return m_transaction; }
    /// A change is about to be begun: waitForState() is not content with the one before.
    void expectChange() { m_former = m_transaction.id; }
    bool waitForState(helper::TransactionState state, std::chrono::seconds limit);
    /// The first failover event since the last call of forgetEvents().
    std::optional<kernel::BondEvent> failover() const { return m_failover; }
    void forgetEvents() { m_failover.reset(); }

    const kernel::BondState *bond(const QString &name) const;
    bool hasAddress(const QString &nic, const QString &cidr) const;
    /// It has this IPv4 address and no other.
    bool hasOnlyAddress(const QString &nic, const QString &cidr) const;
    /// Three pings, the system's own program.
    bool answers(const QString &address) const;
    /// Types a path into the file dialog that is open and presses Enter. @return whether the file was written
    bool saveAs(const QString &path);

private:
    helper::Transaction m_transaction;
    QString m_former; ///< id of the change before the one that is waited for
    std::optional<kernel::BondEvent> m_failover;
};

/// The newest visible window of a kind; waits a little for it. Null if there is none.
template <typename Window>
Window *findWindow(std::chrono::milliseconds limit = std::chrono::seconds(10))
{
    Window *found = nullptr;
    waitUntil(
        [&found] {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (auto *one = qobject_cast<Window *>(top); one && one->isVisible())
                    found = one;
            }
            return found != nullptr;
        },
        limit);
    return found;
}

// The chapters, in their order.
void firstLook(Tour &tour);
void createInTwoLanguages(Tour &tour);
void watchCables(Tour &tour);
void testFailover(Tour &tour);
void removeAgain(Tour &tour);
void lacpWithPartner(Tour &tour);
void changeThatCutsOff(Tour &tour);
void changeNotConfirmed(Tour &tour);
void rhel6Tree(Tour &tour);
void networkdHost(Tour &tour);
void netplanHost(Tour &tour);
void withoutHelper(Tour &tour);
void crowdedHost(Tour &tour);
void vlansAndDuplicate(Tour &tour);
void eventsOfTheHost(Tour &tour);

} // namespace bondwright::tour
