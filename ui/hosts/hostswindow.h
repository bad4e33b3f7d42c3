// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hosts/otherhost.h"
#include "models/hostbondsmodel.h"
#include "models/hostsmodel.h"
#include "rollout/inventory.h"

#include <QPointer>
#include <QQueue>
#include <QTimer>
#include <QWidget>

#include <vector>

class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace bondwright::ui
{

class AllHostsPage;
class HostPage;
class MainWindow;

/// The program's window: this computer's bonds, and beside them the other hosts. Where there are none, it looks as the
/// main window alone does.
class HostsWindow final : public QWidget
{
    Q_OBJECT
public:
    HostsWindow(const Services &here, MakeHost make, QWidget *parent = nullptr);
    ~HostsWindow() override;

    /// This computer's, or the recording's.
    MainWindow *here() const { return m_here; }
    /// Connects to the host and shows it; one that is there already is shown.
    void openHost(const QString &name);
    /// The program by which ssh asks, for roll-outs.
    void setAskpass(const QString &program) { m_askpass = program; }
    /// Makes the practice host; empty: none is offered.
    void setPracticeHost(MakePracticeHost make);
    /// Those that were there when the program ended; the table of all hosts stands first then.
    void openRemembered();

public Q_SLOTS:
    void addHost();
    /// Its hosts are added, in its groups, and from then on as it changes.
    void openInventory(const QString &path);
    /// Of a plan of one of the hosts. @param from the host
    void rollOut(const bondwright::BondPlan &plan, const QString &from, const QString &remark);
    /// Starts it, or shows it where it runs; says what is missing where it cannot.
    void openPractice();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Entry {
        std::unique_ptr<OtherHost> host;
        std::unique_ptr<models::HostWatch> watch;
        HostPage *page = nullptr;
        bool isOfInventory = false; ///< goes when the inventory has it no more
    };

    void buildSide();
    void connectWindow(MainWindow *window, const QString &host);
    Entry *entryOf(const QString &name);
    Entry &add(std::unique_ptr<OtherHost> made);
    void removeHost(const QString &name);
    void remember() const;
    void askGroup(const QString &name);
    void takeInventory(const QList<rollout::InventoryHost> &hosts);
    void startNext();
    AllHostsPage *all();
    void showRow(int row);
    void showBond(const QString &host, const QString &bond);
    void showPage(QWidget *page);
    void showTitle();
    void showSideMenu(const QPoint &at);
    void retranslate();
    QList<MainWindow *> windows() const;

    MakeHost m_make;
    MakePracticeHost m_makePractice;
    QString m_askpass;
    models::HostsModel *m_hosts;
    models::HostBondsModel *m_bonds;
    std::unique_ptr<models::HostWatch> m_watchHere;
    std::vector<Entry> m_others;
    QSplitter *m_splitter;
    QWidget *m_side;
    QListView *m_list;
    QPushButton *m_add;
    QStackedWidget *m_pages;
    AllHostsPage *m_all = nullptr;
    MainWindow *m_here;
    rollout::InventoryWatch *m_inventory;
    QQueue<QPointer<kernel::KernelSource>> m_toStart;
    QTimer m_starter;
};

} // namespace bondwright::ui
