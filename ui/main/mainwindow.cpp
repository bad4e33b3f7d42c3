// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
#include "common/findingsview.h"
#include "common/firstpaint.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/messagepane.h"
#include "common/pendingchange.h"
#include "common/readingorder.h"
#include "common/retranslate.h"
#include "common/scrollroom.h"
#include "common/settings.h"
#include "diagnosis/healthkeeper.h"
#include "domain/errorcode.h"
#include "helperclient/helperclient.h"
#include "i18n/language.h"
#include "kernel/counterwatch.h"
#include "kernel/kernelsource.h"
#include "main/bondpane.h"
#include "main/hosttrouble.h"
#include "main/mainactions.h"
#include "main/nicpane.h"
#include "main/pendingbanner.h"
#include "main/sidebar.h"
#include "models/bondtreemodel.h"
#include "models/eventmodel.h"
#include "models/nicmodel.h"
#include "models/texts.h"
#include "wizard/planfiles.h"
#include "wizard/wizardwindow.h"

#include <QCloseEvent>
#include <QFile>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

/// What can change the host.
QString readyWord(const helper::Capabilities &capabilities)
{
    if (capabilities.isByScript)
        //: @status a host without Bondwright
        return MainWindow::tr("no helper there: changes go by a script");
    //: @status
    return MainWindow::tr("helper ready");
}

QString refusedWord(const Error &trouble)
{
    if (trouble.code == errorcode::notAuthorized)
        //: @status the helper refuses this user
        return MainWindow::tr("no permission for changes");
    if (trouble.code == errorcode::noScript)
        //: @status a host without Bondwright
        return MainWindow::tr("no helper there: nothing can be changed");
    //: @status
    return MainWindow::tr("helper does not answer");
}

} // namespace

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_pending(new PendingChange(services.helper, this))
    , m_bonds(new models::BondTreeModel(this))
    , m_nics(new models::NicModel(this))
    , m_eventModel(new models::EventModel(this))
    , m_actions(new MainActions(this))
{
    setObjectName(u"main"_s);
    settings::ratesInBits(); // tells the models
    m_bonds->follow(services.source);
    m_nics->follow(services.source);
    resize(1080, 700);
    setMinimumSize(640, parent ? 380 : 420); // a page shares the screen, the practice host's with its cables
    setAcceptDrops(true);
    buildBody();
    connectActions();
    connect(services.source, &kernel::KernelSource::eventOccurred, this, &MainWindow::takeEvent);
    connect(services.source, &kernel::KernelSource::troubleOccurred, this, &MainWindow::showMessage);
    connect(services.source, &kernel::KernelSource::snapshotChanged, this, &MainWindow::showSelection);
    connect(services.helper, &helper::HelperClient::reachableChanged, this, &MainWindow::askCapabilities);
    connect(m_pending, &PendingChange::changed, this, [this] {
        diagnosis::HealthKeeper::of(m_services.source)->setInWork(m_pending->isInWork());
        if (m_pending->isRunning())
            return;
        m_closeAsked = false; // the next change is asked about again
        askConfiguration();
        askCapabilities(); // a host may have got another network service since the window was opened
    });
    m_counters = new kernel::CounterWatch(services.source, this);
    m_counters->setInterval(std::chrono::milliseconds(1000));
    m_bonds->setSampled(false);
    connect(services.source, &kernel::KernelSource::snapshotChanged, this, &MainWindow::watchCounters);
    if (parent)
        setWindowFlags(Qt::Widget);
    else
        settings::rememberGeometry(this, u"main"_s);
    retranslateWith(this, [this] { retranslate(); });
    m_side->selectFirst();
    showSelection();
    // The window is on the screen first; the bus and the database come after, and what is wrong with the host, half of
    // which only the bus can tell.
    afterFirstPaint(this, [this] {
        m_isUp = true;
        showTroubles();
        askCapabilities();
        askConfiguration();
        m_pending->refresh();
        loadEvents();
    });
}

/// Rates in the tables: the bonds and their slaves, and only them. One of many hosts' windows is hidden most of the time.
void MainWindow::watchCounters()
{
    QSet<int> wanted;
    if (m_isShown) {
        for (const kernel::BondState &bond : m_services.source->snapshot().bonds) {
            wanted.insert(bond.ifindex);
            for (const kernel::SlaveState &slave : bond.slaves)
                wanted.insert(slave.ifindex);
        }
    }
    m_counters->setInterfaces(wanted);
    m_bonds->setSampled(m_isShown);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_isShown = true;
    watchCounters();
    showStatusLine();
    m_minute.start();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_isShown = false;
    watchCounters();
    m_minute.stop();
}

void MainWindow::buildBody()
{
    auto *body = new QWidget(this);
    m_troubles = new FindingsView(body);
    m_splitter = new QSplitter(Qt::Horizontal, body);
    m_splitter->setObjectName(u"sides"_s);
    m_side = new SideBar(m_bonds, m_nics, m_splitter);
    m_side->showSwitchPorts(diagnosis::HealthKeeper::of(m_services.source));
    m_right = new QStackedWidget(m_splitter);
    m_empty = new MessagePane;
    m_emptyArea = scrollRoom(m_right, m_empty);
    m_right->addWidget(m_emptyArea);
    m_splitter->addWidget(m_side);
    m_splitter->addWidget(m_right);
    readInOrder(m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    divideSides();
    m_isDivided = settings::rememberSplitter(m_splitter, u"main"_s);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isDivided = true; });
    connect(m_side, &SideBar::contentWidthChanged, this, &MainWindow::divideSides);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(8, 8, 8, 0);
    inner->setSpacing(8);
    inner->addWidget(m_troubles);
    inner->addWidget(m_splitter, 1);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PendingBanner(m_pending, body));
    layout->addLayout(inner, 1);
    setCentralWidget(body);
    m_statusLine = mutedLabel(this);
    m_statusLine->setWordWrap(false);
    m_statusLine->setContentsMargins(6, 0, 0, 0); // in line with the lists above
    statusBar()->addWidget(m_statusLine, 1);
    m_recent = new QPushButton(this);
    m_recent->setObjectName(u"recent-events"_s);
    m_recent->setFlat(true);
    statusBar()->addPermanentWidget(m_recent);
    m_minute.setObjectName(u"minute"_s);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::showStatusLine);
    connect(m_recent, &QPushButton::clicked, this, &MainWindow::openEvents);
    connect(m_side, &SideBar::selectionChanged, this, &MainWindow::showSelection);
    connect(m_side, &SideBar::bondActivated, this, [this] { openMonitor(); });
    connect(m_empty, &MessagePane::buttonClicked, this, &MainWindow::createBond);
    connect(m_troubles, &FindingsView::findingActivated, this, [this](const Finding &finding) {
        if (finding.code == errorcode::hostPractice)
            Q_EMIT practiceRequested();
        else
            askCapabilities();
    });
}

void MainWindow::divideSides()
{
    if (m_isDivided)
        return;
    // With large fonts the bond needs the room more than the lists do.
    const int usual = std::min(characterWidth(fontMetrics()) * 46, width() * 2 / 5);
    const int side = std::max(usual, std::min(m_side->contentWidth(), width() * 9 / 20));
    m_splitter->setSizes({side, width() - side});
}

BondPane *MainWindow::bondPane()
{
    if (!m_bondPane) {
        m_right->addWidget(m_bondPane = new BondPane(m_services, m_bonds, m_eventModel, m_right));
        connect(m_bondPane, &BondPane::refused, this, &MainWindow::showMessage);
    }
    return m_bondPane;
}

void MainWindow::connectActions()
{
    connect(m_actions->create, &QAction::triggered, this, &MainWindow::createBond);
    connect(m_actions->edit, &QAction::triggered, this, &MainWindow::editBond);
    connect(m_actions->remove, &QAction::triggered, this, &MainWindow::removeBond);
    connect(m_actions->monitor, &QAction::triggered, this, [this] { openMonitor(); });
    connect(m_actions->test, &QAction::triggered, this, [this] { openTest(); });
    connect(m_actions->duplicate, &QAction::triggered, this, &MainWindow::duplicateBond);
    connect(m_actions->rename, &QAction::triggered, this, &MainWindow::renameBond);
    connect(m_actions->savePlan, &QAction::triggered, this, &MainWindow::savePlan);
    connect(m_actions->events, &QAction::triggered, this, &MainWindow::openEvents);
    connect(m_actions->backups, &QAction::triggered, this, &MainWindow::openBackups);
    connect(m_actions->import, &QAction::triggered, this, &MainWindow::openImport);
    connect(m_actions->openPlan, &QAction::triggered, this, &MainWindow::openPlan);
    connect(m_actions->pastePlan, &QAction::triggered, this, [this] { usePlan(pastedPlan()); });
    connect(m_actions->preferences, &QAction::triggered, this, &MainWindow::openPreferences);
    connect(m_actions->help, &QAction::triggered, this, &MainWindow::openHelp);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::openAbout);
    connect(m_actions->quit, &QAction::triggered, this, [this] {
        // Where an icon in the tray keeps the program running, closing is not the end.
        if (window()->close())
            QCoreApplication::quit();
    });
    connect(m_actions->addHost, &QAction::triggered, this, &MainWindow::addHostRequested);
    connect(m_actions->practice, &QAction::triggered, this, &MainWindow::practiceRequested);
    connect(m_actions->rollOut, &QAction::triggered, this, &MainWindow::rollOut);
    connect(m_actions, &MainActions::languageChosen, this, &MainWindow::setLanguage);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Bondwright — %1").arg(m_services.hostName()));
    if (m_services.isRecording()) {
        m_empty->setMessage(StateShape::Info, tr("There is no bond in this recording."), {});
    } else {
        m_empty->setMessage(StateShape::Info, tr("There is no bond on this host yet."),
                            tr("A bond makes several NICs work as one. The wizard asks what you need, shows every "
                               "change beforehand, and reverts it by itself if you lose the connection."));
        //: @action:button
        m_empty->setButton(tr("Create the first bond…"));
    }
    showTroubles();
    showStatusLine();
}

void MainWindow::offerPractice()
{
    m_offersPractice = true;
    showTroubles();
}

QString MainWindow::selectedBondName() const
{
    const auto bond = m_services.source->snapshot().bonds.constFind(m_side->selectedBond());
    return bond == m_services.source->snapshot().bonds.cend() ? QString() : bond->name;
}

void MainWindow::selectBond(const QString &name)
{
    if (const kernel::BondState *bond = m_services.source->snapshot().bondByName(name))
        m_side->selectBond(bond->ifindex);
}

void MainWindow::showSelection()
{
    const int bond = m_side->selectedBond();
    const int nic = m_side->selectedNic();
    if (bond != 0) {
        bondPane()->showBond(bond);
        m_right->setCurrentWidget(m_bondPane);
    } else if (nic != 0) {
        if (!m_nicPane)
            m_right->addWidget(m_nicPane = new NicPane(m_services, m_right));
        m_nicPane->showNic(nic);
        m_right->setCurrentWidget(m_nicPane);
    } else {
        m_right->setCurrentWidget(m_emptyArea);
    }
    showPossible();
    showTroubles();
}

void MainWindow::showPossible()
{
    // A recording is watched; what it shows cannot be changed.
    const bool isHere = !m_services.isRecording();
    m_actions->setPossible({.hasBond = m_side->selectedBond() != 0,
                            .canPlan = isHere,
                            .canChange = isHere && m_services.helper->isReachable()});
}

void MainWindow::askCapabilities()
{
    m_services.helper->capabilities(this, [this](const Result<helper::Capabilities> &answer) {
        m_capabilities = answer ? std::optional(*answer) : std::nullopt;
        m_helperTrouble = answer ? std::nullopt : std::optional(answer.error());
        showTroubles();
        showStatusLine();
        showPossible();
    });
}

void MainWindow::askConfiguration()
{
    m_services.helper->configuration(this, [this](const Result<helper::Configuration> &answer) {
        m_configured.clear();
        if (answer) {
            for (const BondPlan &plan : answer->plans)
                m_configured.append(plan.name);
        }
        showTroubles();
    });
}

void MainWindow::showTroubles()
{
    if (!m_isUp || m_services.isRecording())
        return; // a recording is of another host, or another time
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    static const bool isInstalled
        = QFile::exists(u"/usr/share/dbus-1/system-services/org.bondwright.Helper1.service"_s);
    QList<Finding> found
        = hostTroubles(snapshot, m_capabilities, isUnreached() ? std::nullopt : m_helperTrouble,
                       m_services.isElsewhere() ? helperRemedyOn(m_services.host)
                                                : helperRemedy(QCoreApplication::applicationDirPath(), isInstalled));
    if (m_offersPractice
        && std::ranges::any_of(found, [](const Finding &one) { return one.code == errorcode::hostHelper; }))
        found.append(practiceOffer());
    // During a change bonds come and go.
    if (!m_pending->isRunning())
        found += notRunning(snapshot, m_configured);
    m_troubles->setFindings(found, [](const Finding &finding) {
        if (finding.code == errorcode::hostPractice)
            //: @action:button starts it
            return tr("Practice host");
        const bool isOfHelper = finding.code == errorcode::hostPermission || finding.code == errorcode::hostHelper;
        //: @action:button asks the helper once more
        return isOfHelper ? tr("Try again") : QString();
    });
}

/// How another host is reached is said above this window.
bool MainWindow::isUnreached() const
{
    return m_helperTrouble
        && (m_helperTrouble->code == errorcode::hostOffline || m_helperTrouble->code.startsWith(u"transport."));
}

void MainWindow::showStatusLine()
{
    QStringList parts;
    if (!m_services.recording.isEmpty()) {
        //: @status %1 is a file's name
        parts.append(tr("recording %1, nothing can be changed").arg(m_services.recording));
    } else if (m_capabilities) {
        parts.append(readyWord(*m_capabilities));
        const auto service = m_capabilities->backendInCharge; // beside which others may run
        if (service == helper::Backend::NetworkManager)
            parts.append(tr("NetworkManager %1 in charge").arg(m_capabilities->networkManagerVersion));
        else if (service == helper::Backend::Ifcfg)
            //: @status
            parts.append(tr("network service in charge"));
        else if (service && service != helper::Backend::RuntimeOnly)
            //: @status %1 is a network service
            parts.append(tr("%1 in charge").arg(models::Texts::serviceOf(*service)));
    } else if (m_helperTrouble && !isUnreached()) {
        parts.append(refusedWord(*m_helperTrouble));
    }
    const QDateTime hourAgo = QDateTime::currentDateTime().addSecs(-3600);
    int recent = 0;
    for (int row = m_eventModel->rowCount() - 1; row >= 0 && m_eventModel->eventAt(row).wallTime >= hourAgo; --row)
        ++recent;
    m_statusLine->setText(parts.join(u" · "_s));
    const QString reason = m_capabilities ? m_capabilities->backendReason : QString();
    m_statusLine->setToolTip(plainToolTip(reason));
    m_statusLine->setAccessibleDescription(reason);
    m_recent->setText(tr("%n event(s) in the last hour", nullptr, recent));
    describe(m_recent, m_recent->text(), tr("Opens the events of this host"));
}

void MainWindow::showMessage(const QString &words)
{
    statusBar()->showMessage(words, 15'000);
}

void MainWindow::setLanguage(const QString &language)
{
    settings::setLanguage(language);
    i18n::installLanguage(language);
}

bool MainWindow::holdsWork() const
{
    return m_pending->isRunning() || (m_wizard && m_wizard->isVisible() && m_wizard->holdsWork());
}

bool MainWindow::mayClose()
{
    if (m_pending->isRunning() && !m_closeAsked) {
        m_closeAsked = true;
        showMessage(tr("A change is not confirmed yet: it reverts by itself. Close again to leave."));
        return false;
    }
    // The wizard goes with this window, and asks by itself.
    if (!m_wizard || !m_wizard->isVisible() || !m_wizard->holdsDraft() || m_wizard->close())
        return true;
    m_wizard->raise();
    m_wizard->activateWindow();
    return false;
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    QTimer::singleShot(0, this, &MainWindow::divideSides); // once the sides have their new width
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (mayClose())
        QMainWindow::closeEvent(event);
    else
        event->ignore();
}

} // namespace bondwright::ui
