// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/hostswindow.h"

#include "common/fonts.h"
#include "common/pendingchange.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/settings.h"
#include "diagnosis/verdict.h"
#include "host/transport/ssh.h"
#include "hosts/addhostdialog.h"
#include "hosts/allhostspage.h"
#include "hosts/conversation.h"
#include "hosts/hostpage.h"
#include "hosts/installdialog.h"
#include "hosts/rolloutwindow.h"
#include "main/mainwindow.h"
#include "main/sidebar.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QInputDialog>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

HostsWindow::HostsWindow(const Services &here, MakeHost make, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_make(std::move(make))
    , m_hosts(new models::HostsModel(this))
    , m_bonds(new models::HostBondsModel(this))
    , m_watchHere(std::make_unique<models::HostWatch>(here.hostName(), here.source))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_side(new QWidget(m_splitter))
    , m_list(new QListView(m_side))
    , m_add(new QPushButton(m_side))
    , m_pages(new QStackedWidget(m_splitter))
    , m_here(new MainWindow(here, m_pages))
    , m_inventory(new rollout::InventoryWatch(this))
{
    setObjectName(u"hosts"_s);
    m_hosts->add(m_watchHere.get());
    m_bonds->add(m_watchHere.get());
    m_pages->addWidget(m_here);
    m_pages->setCurrentWidget(m_here);
    buildSide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    resize(1080, 700);
    connectWindow(m_here, here.hostName());
    connect(m_pages, &QStackedWidget::currentChanged, this, &HostsWindow::showTitle);
    m_starter.setInterval(50);
    connect(&m_starter, &QTimer::timeout, this, &HostsWindow::startNext);
    connect(m_inventory, &rollout::InventoryWatch::changed, this, &HostsWindow::takeInventory);
    connect(m_inventory, &rollout::InventoryWatch::failed, this, [this](const Error &error) {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Inventory"), error.message, QMessageBox::Close, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(error.hint);
        box->open();
    });
    settings::rememberGeometry(this, u"main"_s);
    retranslateWith(this, [this] { retranslate(); });
}

HostsWindow::~HostsWindow()
{
    // The pages work on the hosts, which go after them.
    delete m_splitter;
}

void HostsWindow::buildSide()
{
    m_list->setObjectName(u"host-list"_s);
    m_list->setModel(m_hosts);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setCurrentIndex(m_hosts->index(1));
    m_add->setObjectName(u"add-host"_s);
    auto *layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(8, 8, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_add);
    m_side->hide();
    const int side = characterWidth(fontMetrics()) * 38;
    m_splitter->setSizes({side, 1080 - side});
    settings::rememberSplitter(m_splitter, u"hosts"_s);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showRow(current.row()); });
    connect(m_list, &QListView::customContextMenuRequested, this, &HostsWindow::showSideMenu);
    connect(m_add, &QPushButton::clicked, this, &HostsWindow::addHost);
}

void HostsWindow::connectWindow(MainWindow *window, const QString &host)
{
    connect(window, &MainWindow::addHostRequested, this, &HostsWindow::addHost);
    connect(window, &MainWindow::practiceRequested, this, &HostsWindow::openPractice);
    connect(window, &MainWindow::rollOutRequested, this,
            [this, host](const BondPlan &plan, const QString &remark) { rollOut(plan, host, remark); });
    connect(window, &MainWindow::recordingDropped, this, [](const QString &path) {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--replay"_s, path});
    });
    if (window != m_here) // whose tray it is
        connect(window, &MainWindow::notificationsChanged, m_here, &MainWindow::notificationsChanged);
    connect(window, &QWidget::windowTitleChanged, this, &HostsWindow::showTitle);
    showTitle();
}

void HostsWindow::retranslate()
{
    //: @action:button
    m_add->setText(tr("Add host…"));
    describe(m_add, tr("Add host…"), tr("Watches another host, reached by ssh"));
    describe(m_list, tr("Hosts"), tr("What is marked here is shown on the right"));
    showTitle();
}

HostsWindow::Entry *HostsWindow::entryOf(const QString &name)
{
    const auto at = std::ranges::find_if(m_others, [&name](const Entry &entry) { return entry.watch->name() == name; });
    return at == m_others.end() ? nullptr : &*at;
}

HostsWindow::Entry &HostsWindow::add(std::unique_ptr<OtherHost> made)
{
    Entry entry{std::move(made), nullptr, nullptr};
    const QString name = entry.host->remote->name();
    OtherHost &host = *entry.host;
    host::RemoteHost *remote = host.remote.get();
    entry.watch = std::make_unique<models::HostWatch>(name, host.services.source);
    models::HostWatch *watch = entry.watch.get();
    watch->setReach(host::Reach::Connecting);
    entry.page = new HostPage(host, m_pages);
    HostPage *page = entry.page;
    m_pages->addWidget(page);
    connect(remote, &host::RemoteHost::reachChanged, watch, [remote, watch] {
        watch->setReach(remote->reach(), remote->trouble().message, remote->lastSeen());
        if (remote->reach() == host::Reach::Served)
            remote->events(QDateTime::currentDateTime().addDays(-7), watch,
                           [watch](const Result<QList<kernel::BondEvent>> &events) {
                               if (events)
                                   watch->addEarlier(*events);
                           });
    });
    connect(page, &HostPage::opened, this, [this, page, name] { connectWindow(page->window(), name); });
    connect(page, &HostPage::installRequested, this, [this, name] {
        auto *dialog = new InstallDialog(name, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    converse(remote->agent(), name, this);
    m_hosts->add(watch);
    m_bonds->add(watch);
    m_side->show();
    m_others.push_back(std::move(entry));
    m_toStart.enqueue(host.services.source);
    if (!m_starter.isActive()) {
        startNext();
        m_starter.start();
    }
    return m_others.back();
}

void HostsWindow::openHost(const QString &name)
{
    Entry *entry = entryOf(name);
    if (!entry)
        entry = &add(m_make(name));
    m_list->setCurrentIndex(m_hosts->index(m_hosts->rowOf(entry->watch.get())));
    showPage(entry->page);
}

void HostsWindow::openRemembered()
{
    for (const QString &name : settings::hosts()) {
        if (host::isHostName(name) && !entryOf(name))
            add(m_make(name)).watch->setGroup(settings::groupOf(name));
    }
    if (const QString path = settings::inventory(); !path.isEmpty())
        m_inventory->follow(path);
    if (!m_others.empty())
        m_list->setCurrentIndex(m_hosts->index(0));
}

void HostsWindow::remember() const
{
    QStringList names;
    QMap<QString, QString> groups;
    for (const Entry &entry : m_others) {
        if (entry.host->machine || entry.isOfInventory)
            continue;
        names.append(entry.watch->name());
        if (!entry.watch->group().isEmpty())
            groups.insert(entry.watch->name(), entry.watch->group());
    }
    settings::setHosts(names, groups);
}

void HostsWindow::askGroup(const QString &name)
{
    const Entry *entry = entryOf(name);
    if (!entry)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    //: @title:window %1 a host
    dialog->setWindowTitle(tr("Group of %1").arg(name));
    //: @label:listbox
    dialog->setLabelText(tr("Group in the list of hosts (empty: none)"));
    dialog->setComboBoxItems(m_hosts->groups());
    dialog->setComboBoxEditable(true);
    dialog->setTextValue(entry->watch->group());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, name](const QString &group) {
        if (const Entry *again = entryOf(name))
            again->watch->setGroup(group.trimmed());
        remember();
    });
    dialog->open();
}

void HostsWindow::openInventory(const QString &path)
{
    m_inventory->follow(path);
    settings::setInventory(path);
}

void HostsWindow::takeInventory(const QList<rollout::InventoryHost> &hosts)
{
    QSet<QString> named;
    for (const rollout::InventoryHost &host : hosts) {
        if (!host::isHostName(host.sshName))
            continue;
        named.insert(host.sshName);
        Entry *entry = entryOf(host.sshName);
        if (!entry) {
            entry = &add(m_make(host.sshName));
            entry->isOfInventory = true;
        }
        if (entry->isOfInventory)
            entry->watch->setGroup(host.group);
    }
    QStringList gone;
    for (const Entry &entry : m_others) {
        // Nobody asked for it here: a host with a draft or a change that waits stays until a later reading.
        const bool isHeld = entry.page->window() && entry.page->window()->holdsWork();
        if (entry.isOfInventory && !isHeld && !named.contains(entry.watch->name()))
            gone.append(entry.watch->name());
    }
    for (const QString &name : std::as_const(gone))
        removeHost(name);
}

void HostsWindow::startNext()
{
    // One after the other: hundreds of programs at once would hold the computer up.
    while (!m_toStart.isEmpty()) {
        if (const auto source = m_toStart.dequeue()) {
            source->start();
            break;
        }
    }
    if (m_toStart.isEmpty())
        m_starter.stop();
}

void HostsWindow::addHost()
{
    QStringList known;
    for (const Entry &entry : m_others)
        known.append(entry.watch->name());
    auto *dialog = new AddHostDialog(m_make, known, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddHostDialog::hostChosen, this, [this](const QString &name) {
        openHost(name);
        remember();
    });
    connect(dialog, &AddHostDialog::inventoryChosen, this, &HostsWindow::openInventory);
    dialog->open();
}

void HostsWindow::rollOut(const BondPlan &plan, const QString &from, const QString &remark)
{
    RolloutWindow::Start start;
    start.plan = plan;
    start.remark = remark;
    start.from = from;
    start.askpass = m_askpass;
    start.inventory = settings::inventory();
    for (const Entry &entry : m_others) {
        if (!entry.host->machine) // it is not reached by ssh
            start.hosts.append(entry.watch->name());
    }
    start.verdictOf = [this, bond = plan.name](const QString &host) {
        const Entry *entry = entryOf(host);
        if (!entry || !entry->watch->isReached())
            return entry ? entry->watch->summary() : QString();
        const auto at = std::ranges::find(entry->watch->bonds(), bond, &models::HostBond::name);
        //: @status of a host
        return at == entry->watch->bonds().end() ? tr("no %1").arg(bond) : diagnosis::verdictWord(at->verdict);
    };
    auto *window = new RolloutWindow(start, this);
    connect(m_bonds, &QAbstractItemModel::dataChanged, window, &RolloutWindow::refreshVerdicts);
    window->show();
}

void HostsWindow::setPracticeHost(MakePracticeHost make)
{
    m_makePractice = std::move(make);
    if (m_makePractice && host::PracticeMachine::isWithinReach())
        m_here->offerPractice();
}

void HostsWindow::openPractice()
{
    auto at = std::ranges::find_if(m_others, [](const Entry &entry) { return entry.host->machine != nullptr; });
    if (at == m_others.end()) {
        const auto missing = host::PracticeMachine::obstacle();
        if (missing || !m_makePractice) {
            auto *box = new QMessageBox(QMessageBox::Information, tr("Practice host"),
                                        missing ? missing->message : QString(), QMessageBox::Close, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setTextFormat(Qt::PlainText);
            box->setInformativeText(missing ? missing->hint : QString());
            box->open();
            return;
        }
        add(m_makePractice());
        at = std::prev(m_others.end());
    }
    m_list->setCurrentIndex(m_hosts->index(m_hosts->rowOf(at->watch.get())));
    showPage(at->page);
}

void HostsWindow::removeHost(const QString &name)
{
    const auto at = std::ranges::find_if(m_others, [&name](const Entry &entry) { return entry.watch->name() == name; });
    if (at == m_others.end())
        return;
    if (at->page->window() && !at->page->window()->mayClose()) // it says what is still to be decided
        return showPage(at->page);
    m_list->setCurrentIndex(m_hosts->index(0));
    m_hosts->remove(at->watch.get());
    m_bonds->remove(at->watch.get());
    delete at->page;
    m_others.erase(at);
    m_side->setVisible(!m_others.empty());
    if (m_others.empty())
        m_list->setCurrentIndex(m_hosts->index(1));
    remember();
}

void HostsWindow::showSideMenu(const QPoint &at)
{
    const models::HostWatch *watch = m_hosts->hostAt(m_list->indexAt(at).row());
    Entry *entry = watch ? entryOf(watch->name()) : nullptr;
    if (!entry)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: @action:inmenu connects to a host again
    menu->addAction(tr("Connect again"), entry->host->remote.get(), &host::RemoteHost::retry);
    if (!entry->isOfInventory)
        //: @action:inmenu of the list of hosts
        menu->addAction(tr("Group…"), this, [this, name = watch->name()] { askGroup(name); });
    //: @action:inmenu of the list of hosts, %1 a host
    menu->addAction(tr("Remove %1 from the list").arg(watch->name()), this,
                    [this, name = watch->name()] { removeHost(name); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

/// Most users have one host: the window appears sooner without this page.
AllHostsPage *HostsWindow::all()
{
    if (!m_all) {
        m_pages->addWidget(m_all = new AllHostsPage(m_bonds, m_pages));
        connect(m_all, &AllHostsPage::bondActivated, this, &HostsWindow::showBond);
    }
    return m_all;
}

void HostsWindow::showRow(int row)
{
    const models::HostWatch *watch = m_hosts->hostAt(row);
    if (!watch) {
        all()->showGroup(m_hosts->groupAt(row));
        return showPage(m_all);
    }
    const Entry *entry = entryOf(watch->name());
    showPage(entry ? static_cast<QWidget *>(entry->page) : m_here);
}

void HostsWindow::showBond(const QString &host, const QString &bond)
{
    const Entry *entry = entryOf(host);
    m_list->setCurrentIndex(m_hosts->index(m_hosts->rowOf(entry ? entry->watch.get() : m_watchHere.get())));
    MainWindow *window = entry ? entry->page->window() : m_here;
    if (window && !bond.isEmpty())
        window->selectBond(bond);
}

void HostsWindow::showPage(QWidget *page)
{
    if (auto *host = qobject_cast<HostPage *>(page))
        host->want();
    m_pages->setCurrentWidget(page);
    showTitle();
}

void HostsWindow::showTitle()
{
    const QWidget *page = m_pages->currentWidget();
    //: @title:window %1 a host
    const QString form = tr("Bondwright — %1");
    if (page == m_here) {
        setWindowTitle(m_here->windowTitle());
        return;
    }
    for (const Entry &entry : m_others) {
        if (entry.page == page)
            return setWindowTitle(form.arg(entry.watch->name()));
    }
    setWindowTitle(form.arg(tr("All hosts")));
}

QList<MainWindow *> HostsWindow::windows() const
{
    QList<MainWindow *> all{m_here};
    for (const Entry &entry : m_others) {
        if (entry.page->window())
            all.append(entry.page->window());
    }
    return all;
}

void HostsWindow::closeEvent(QCloseEvent *event)
{
    // Each says what is still to be decided; the page that does is shown.
    for (MainWindow *window : windows()) {
        if (window->mayClose())
            continue;
        QWidget *page = window == m_here ? m_here : window->parentWidget();
        showPage(page);
        event->ignore();
        return;
    }
    QWidget::closeEvent(event);
}

} // namespace bondwright::ui
