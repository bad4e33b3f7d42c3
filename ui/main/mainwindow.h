// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "domain/plan.h"
#include "helperclient/types.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace bondwright::kernel
{
class CounterWatch;
struct BondEvent;
} // namespace bondwright::kernel
namespace bondwright::models
{
class BondTreeModel;
class EventModel;
class NicModel;
} // namespace bondwright::models

namespace bondwright::ui
{

class BondPane;
class FindingsView;
class MainActions;
class MessagePane;
class NicPane;
class PendingChange;
class SideBar;
class WizardWindow;

/// Bonds and NICs on the left, the selected one on the right; everything else opens from here.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// @param parent the window of which it is a page; null: it is a window of its own
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);

    /// Built when a bond is first looked at, or asked for.
    BondPane *bondPane();
    void selectBond(const QString &name);
    /// From now on, where this computer has no helper, the practice host is offered.
    void offerPractice();
    /// False: something has to be decided first, and it says so. Asked a second time, it may.
    bool mayClose();
    bool holdsWork() const; ///< a draft, or a change that is not decided
    // No slot: moc would ask for the whole class.
    WizardWindow *createBond();

Q_SIGNALS:
    void notificationsChanged(bool on);
    void addHostRequested();
    void practiceRequested();
    /// @param plan of the selected bond
    /// @param remark on the plan, to be seen where it is rolled out; may be empty
    void rollOutRequested(const bondwright::BondPlan &plan, const QString &remark);
    /// It was dropped here; it is of another host, or another time.
    void recordingDropped(const QString &path);

public Q_SLOTS:
    void editBond();
    void removeBond();
    /// @param bond empty: the selected one
    void openMonitor(const QString &bond = {});
    void openTest(const QString &bond = {});
    void duplicateBond();
    void renameBond();
    /// Of the selected bond, as a file.
    void savePlan();
    /// Requests its rollout to other hosts.
    void rollOut();
    /// Of the whole host.
    void openEvents();
    void openBackups();
    void openImport();
    void openPlan();
    void openPreferences();
    void openHelp();
    void openAbout();
    void setLanguage(const QString &language);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    /// A plan file, a recording, or a support report (archive or folder).
    void dropEvent(QDropEvent *event) override;

private:
    void buildBody();
    /// Gives the lists on the left what they need, until the user has chosen a width.
    void divideSides();
    void connectActions();
    void retranslate();
    void showSelection();
    void showPossible();
    void watchCounters();
    void askCapabilities();
    void askConfiguration();
    void showTroubles();
    void showStatusLine();
    bool isUnreached() const;
    void takeEvent(const kernel::BondEvent &event);
    /// A monitor measured how long an event it had from the source, or one of its own, cut the bond off.
    void takeOutage(const kernel::BondEvent &event);
    void loadEvents();
    void takeEarlier(const QList<kernel::BondEvent> &earlier);
    QList<kernel::BondEvent> eventsOf(const QString &bond) const;
    /// @param path a folder or an archive; empty: it is asked for
    void importFrom(const QString &path);
    void usePlan(const Result<ParsedPlan> &answer);
    void showMessage(const QString &words);
    /// @return nullptr if there is one with unfinished work: it is shown, and says so
    WizardWindow *wizardForNewWork();
    QString selectedBondName() const;
    /// Shows the one window of that kind, or of that kind and bond; made if there is none.
    template <typename Make>
    auto open(const QString &kind, const Make &make);

    Services m_services;
    PendingChange *m_pending;
    kernel::CounterWatch *m_counters;
    models::BondTreeModel *m_bonds;
    models::NicModel *m_nics;
    models::EventModel *m_eventModel;
    MainActions *m_actions;
    FindingsView *m_troubles;
    QSplitter *m_splitter;
    SideBar *m_side;
    QStackedWidget *m_right;
    BondPane *m_bondPane = nullptr;
    NicPane *m_nicPane = nullptr;
    MessagePane *m_empty;
    QScrollArea *m_emptyArea;
    QLabel *m_statusLine;
    QPushButton *m_recent; ///< how many events there were lately; opens them
    QTimer m_minute{this}; ///< while the window is shown: an event is no longer of the last hour
    QPointer<WizardWindow> m_wizard;
    QHash<QString, QPointer<QWidget>> m_windows; ///< by kind, or kind and bond
    std::optional<helper::Capabilities> m_capabilities;
    std::optional<Error> m_helperTrouble;
    QSet<qint64> m_freshEvents; ///< ids of those since the start
    QMap<qint64, qint64> m_keptIds; ///< the source's number of an event to that under which it is kept; the last ones
    QStringList m_configured; ///< names of the bonds that are configured, as the helper reports them
    bool m_isUp = false;
    bool m_isDivided = false; ///< the user has chosen how wide the sides are
    bool m_isShown = false;
    bool m_offersPractice = false;
    bool m_closeAsked = false;
};

} // namespace bondwright::ui
