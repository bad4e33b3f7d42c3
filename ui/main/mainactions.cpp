// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainactions.h"
#include "common/actionicon.h"
#include "common/retranslate.h"
#include "common/toolbarfocus.h"
#include "i18n/language.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

MainActions::MainActions(QMainWindow *window)
    : QObject(window)
    , create(new QAction(actionIcon(ActionIcon::Create), {}, this))
    , edit(new QAction(actionIcon(ActionIcon::Edit), {}, this))
    , remove(new QAction(actionIcon(ActionIcon::Remove), {}, this))
    , monitor(new QAction(actionIcon(ActionIcon::Monitor), {}, this))
    , test(new QAction(actionIcon(ActionIcon::Test), {}, this))
    , backups(new QAction(actionIcon(ActionIcon::Backups), {}, this))
    , events(new QAction(actionIcon(ActionIcon::Events), {}, this))
    , duplicate(new QAction(actionIcon(ActionIcon::Copy), {}, this))
    , rename(new QAction(actionIcon(ActionIcon::Edit), {}, this))
    , savePlan(new QAction(actionIcon(ActionIcon::Save), {}, this))
    , addHost(new QAction(actionIcon(ActionIcon::Create), {}, this))
    , practice(new QAction(this))
    , rollOut(new QAction(this))
    , import(new QAction(actionIcon(ActionIcon::Import), {}, this))
    , openPlan(new QAction(actionIcon(ActionIcon::Open), {}, this))
    , pastePlan(new QAction(actionIcon(ActionIcon::Import), {}, this))
    , preferences(new QAction(this))
    , help(new QAction(actionIcon(ActionIcon::Help), {}, this))
    , about(new QAction(this))
    , quit(new QAction(this))
    , m_window(window)
{
    create->setObjectName(u"create"_s);
    edit->setObjectName(u"edit"_s);
    remove->setObjectName(u"remove"_s);
    monitor->setObjectName(u"monitor"_s);
    test->setObjectName(u"test"_s);
    backups->setObjectName(u"backups"_s);
    events->setObjectName(u"events-of-host"_s);
    duplicate->setObjectName(u"duplicate"_s);
    rename->setObjectName(u"rename"_s);
    savePlan->setObjectName(u"save-plan"_s);
    addHost->setObjectName(u"add-host"_s);
    practice->setObjectName(u"practice"_s);
    rollOut->setObjectName(u"roll-out"_s);
    addHost->setShortcut(QKeySequence(u"Ctrl+Shift+N"_s));
    events->setShortcut(QKeySequence(u"Ctrl+L"_s));
    duplicate->setShortcut(QKeySequence(u"Ctrl+D"_s));
    rename->setShortcut(QKeySequence(u"F2"_s));
    savePlan->setShortcut(QKeySequence::Save);
    create->setShortcut(QKeySequence::New);
    edit->setShortcut(QKeySequence(u"Ctrl+E"_s));
    remove->setShortcut(QKeySequence::Delete);
    monitor->setShortcut(QKeySequence(u"Ctrl+M"_s));
    test->setShortcut(QKeySequence(u"Ctrl+T"_s));
    backups->setShortcut(QKeySequence(u"Ctrl+B"_s));
    import->setShortcut(QKeySequence(u"Ctrl+I"_s));
    openPlan->setShortcut(QKeySequence::Open);
    pastePlan->setObjectName(u"paste-plan"_s);
    pastePlan->setShortcut(QKeySequence::Paste);
    preferences->setShortcut(QKeySequence::Preferences);
    help->setShortcut(QKeySequence::HelpContents);
    quit->setShortcut(QKeySequence::Quit);
    window->addActions({create,    edit,      remove,      monitor, test,     events,  backups,
                        duplicate, rename,    savePlan,    addHost, practice, rollOut, import,
                        openPlan,  pastePlan, preferences, help,    about,    quit});
    buildToolBar(window);
    retranslateWith(m_bar, [this] { retranslate(); });
    window->installEventFilter(this);
}

bool MainActions::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == m_window && (type == QEvent::Resize || type == QEvent::FontChange || type == QEvent::Show))
        fit();
    return QObject::eventFilter(watched, event);
}

void MainActions::fit()
{
    if (!m_window->isVisible())
        return; // its width comes when it is shown
    // With large fonts the words alone may still fit, and they say more than the icons.
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (m_bar->sizeHint().width() > m_window->width())
        m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
}

void MainActions::buildToolBar(QMainWindow *window)
{
    m_bar = new QToolBar(window);
    m_bar->setObjectName(u"toolbar"_s);
    m_bar->setMovable(false);
    m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int side = window->fontMetrics().height() + 2;
    m_bar->setIconSize({side, side});
    m_bar->addActions({create, edit, remove});
    m_bar->addSeparator();
    m_bar->addActions({monitor, test});
    m_bar->addSeparator();
    m_bar->addActions({events, backups});
    auto *gap = new QWidget(m_bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(gap);
    // In a widget of its own: directly in the bar a button's icon has the bar's size, and 中文 is twice as wide.
    auto *room = new QWidget(m_bar);
    auto *inRoom = new QHBoxLayout(room);
    inRoom->setContentsMargins(0, 0, 0, 0);
    m_language = new QToolButton(room);
    m_language->setIconSize({2 * side, side});
    inRoom->addWidget(m_language);
    m_language->setObjectName(u"language"_s);
    m_language->setAutoRaise(true);
    m_bar->addWidget(room);
    m_bar->addAction(help);
    m_menu = new QToolButton(m_bar);
    m_menu->setObjectName(u"menu"_s);
    m_menu->setAutoRaise(true);
    m_menu->setText(u"☰"_s);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_menu);
    menu->addActions({rename, duplicate, savePlan, rollOut});
    menu->addSeparator();
    menu->addActions({openPlan, pastePlan, import});
    menu->addSeparator();
    menu->addActions({addHost, practice});
    menu->addSeparator();
    menu->addActions({preferences, about});
    menu->addSeparator();
    menu->addAction(quit);
    m_menu->setMenu(menu);
    m_bar->addWidget(m_menu);
    window->addToolBar(m_bar);
    focusByTab(m_bar);
    connect(m_language, &QToolButton::clicked, this,
            [this] { Q_EMIT languageChosen(i18n::languageInUse() == Language::Chinese ? u"en"_s : u"zh_CN"_s); });
}

void MainActions::setPossible(const Possible &possible)
{
    create->setEnabled(possible.canPlan);
    edit->setEnabled(possible.hasBond && possible.canPlan);
    remove->setEnabled(possible.hasBond && possible.canChange);
    duplicate->setEnabled(possible.hasBond && possible.canPlan);
    rename->setEnabled(possible.hasBond && possible.canChange);
    savePlan->setEnabled(possible.hasBond);
    rollOut->setEnabled(possible.hasBond);
    monitor->setEnabled(possible.hasBond);
    test->setEnabled(possible.hasBond && possible.canPlan);
    backups->setEnabled(possible.canChange);
    if (std::exchange(m_possible, possible) != possible)
        showHints();
}

QString MainActions::whyNot(const QAction *action) const
{
    if (action->isEnabled())
        return {};
    const bool isOfBond = action != create && action != backups;
    const bool onlyReads = action == monitor || action == savePlan || action == rollOut;
    if (!m_possible.canPlan && !onlyReads)
        //: @info:tooltip why an action is off
        return tr("This is a recording: nothing can be changed.");
    if (!m_possible.hasBond && isOfBond)
        //: @info:tooltip why an action is off
        return tr("Select a bond first.");
    //: @info:tooltip why an action is off
    return tr("The helper does not answer.");
}

void MainActions::showHints()
{
    for (QAction *action : m_window->actions()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QString hint = action->statusTip();
        if (!keys.isEmpty())
            hint = u"%1 (%2)"_s.arg(hint, keys);
        if (const QString why = whyNot(action); !why.isEmpty())
            hint += u'\n' + why;
        action->setToolTip(hint);
        if (QWidget *button = m_bar->widgetForAction(action))
            describe(button, action->text(), hint);
    }
}

void MainActions::retranslate()
{
    m_bar->setWindowTitle(tr("Tool bar"));
    const auto name = [](QAction *action, const QString &text, const QString &hint) {
        action->setText(text);
        action->setStatusTip(hint);
    };
    //: @action:intoolbar
    name(create, tr("Create bond…"), tr("Bond NICs with the wizard"));
    //: @action:intoolbar
    name(edit, tr("Edit…"), tr("Change the selected bond with the wizard"));
    //: @action:intoolbar
    name(remove, tr("Remove…"), tr("Remove the selected bond"));
    //: @action:intoolbar
    name(monitor, tr("Monitor"), tr("Monitor the selected bond live"));
    //: @action:intoolbar
    name(test, tr("Test failover…"), tr("Pull each cable once and measure"));
    //: @action:intoolbar
    name(backups, tr("Backups…"), tr("Show saved configurations and restore one"));
    //: @action:intoolbar
    name(events, tr("Events…"), tr("What happened to all bonds, also those that are gone"));
    //: @action:inmenu
    name(duplicate, tr("Duplicate bond…"), tr("Create another bond with the options of the selected one"));
    //: @action:inmenu
    name(rename, tr("Rename bond…"), tr("Give the selected bond another name"));
    //: @action:inmenu
    name(savePlan, tr("Save plan of bond…"), tr("The selected bond as a file that can be opened or dropped here"));
    //: @action:inmenu
    name(addHost, tr("Add host…"), tr("Watch another host, reached by ssh"));
    //: @action:inmenu opens a computer to learn and try things on
    name(practice, tr("Practice host"), tr("A host that cannot be broken, with cables to pull"));
    //: @action:inmenu brings a bond to many hosts
    name(rollOut, tr("Roll out to other hosts…"), tr("Make other hosts' bonds like the selected one, with Ansible"));
    //: @action:inmenu
    name(import, tr("Import another host's files…"),
         tr("Read the bonds from an etc folder, a mounted image or a tar archive"));
    //: @action:inmenu
    name(openPlan, tr("Open plan…"), tr("Open a plan file in the wizard"));
    //: @action:inmenu
    name(pastePlan, tr("Paste plan"), tr("Open the plan that was copied in the wizard"));
    //: @action:inmenu
    name(preferences, tr("Preferences…"), tr("Language, units, safety"));
    //: @action:intoolbar
    name(help, tr("Help"), tr("What the signs mean, how a change is safe, keys"));
    //: @action:inmenu
    name(about, tr("About Bondwright"), tr("Version and licence"));
    //: @action:inmenu
    name(quit, tr("Quit"), tr("Close the program"));
    const bool isChinese = i18n::languageInUse() == Language::Chinese;
    // The other language under its own name: a user who cannot read this one must find it.
    m_language->setText(isChinese ? u"English"_s : QString());
    m_language->setIcon(isChinese ? QIcon() : actionIcon(ActionIcon::Chinese));
    describe(m_language, tr("Language"), isChinese ? u"Switch to English"_s : u"切换到中文"_s);
    describe(m_menu, tr("Menu"), tr("More actions"));
    showHints();
    fit();
}

} // namespace bondwright::ui
