// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizarddriver.h"

#include "common/diffview.h"
#include "main/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

void pressIn(Tour &tour, QWidget *window, const QString &objectName)
{
    // Several pages may have a control of that name: the one to be seen is meant.
    QAbstractButton *button = nullptr;
    for (QAbstractButton *one : window->findChildren<QAbstractButton *>(objectName)) {
        if (one->isVisible())
            button = one;
    }
    // Apply waits for the helper's answer.
    if (!button || !waitUntil([button] { return button->isEnabled(); }, 30s)) {
        tour.report.check(false, u"The button “%1” can be pressed"_s.arg(objectName));
        return;
    }
    // A radio button reacts only on its circle and its words, which begin at the left.
    const bool isWide = !button->inherits("QPushButton");
    QTest::mouseClick(button, Qt::LeftButton, {}, isWide ? QPoint(12, button->height() / 2) : QPoint());
    live(150ms);
}

void pressTool(Tour &tour, const QString &action)
{
    auto *bar = tour.window.findChild<QToolBar *>(u"toolbar"_s);
    auto *wanted = tour.window.findChild<QAction *>(action);
    QWidget *button = bar && wanted ? bar->widgetForAction(wanted) : nullptr;
    if (!tour.report.check(button && button->isEnabled(), u"“%1” of the tool bar can be pressed"_s.arg(action)))
        return;
    QTest::mouseClick(button, Qt::LeftButton);
    live(150ms);
}

void showTab(QWidget *window, int index)
{
    if (auto *tabs = window->findChild<QTabWidget *>())
        tabs->setCurrentIndex(index);
}

QString programPath(const QString &name)
{
    const QString beside = QCoreApplication::applicationDirPath() + u'/' + name;
    return QFileInfo::exists(beside) ? beside : name;
}

WizardDriver::WizardDriver(Tour &tour)
    : m_tour(tour)
    , m_wizard(findWindow<ui::WizardWindow>())
{
    m_tour.report.check(isOpen(), u"The wizard opens"_s);
    if (m_wizard) {
        m_wizard->setGeometry(frame);
        live(200ms);
    }
}

template <typename T>
T *WizardDriver::find(const QString &objectName) const
{
    if (!m_wizard)
        return nullptr;
    // Several pages may have a control of that name: the one to be seen is meant.
    const QList<T *> all = m_wizard->findChildren<T *>(objectName);
    for (T *one : all) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

void WizardDriver::press(const QString &objectName)
{
    if (m_wizard)
        pressIn(m_tour, m_wizard, objectName);
}

void WizardDriver::expect(ui::PageId page)
{
    const auto *pages = m_wizard ? m_wizard->findChild<QStackedWidget *>(u"pages"_s) : nullptr;
    if (!pages || pages->currentIndex() != int(page))
        m_tour.report.check(false, u"The wizard is on page %1"_s.arg(int(page) + 1),
                            pages ? QString::number(pages->currentIndex() + 1) : u"closed"_s);
}

void WizardDriver::next(ui::PageId expected)
{
    press(u"next"_s);
    expect(expected);
}

void WizardDriver::back(ui::PageId expected)
{
    press(u"back"_s);
    expect(expected);
}

void WizardDriver::showPage(ui::PageId page)
{
    if (m_wizard)
        m_wizard->showPage(page);
    live(200ms);
}

void WizardDriver::chooseGoal(const QString &name)
{
    auto *button = find<QAbstractButton>(u"goal-"_s + name);
    m_tour.report.check(button, u"The goal “%1” is offered"_s.arg(name));
    if (button) {
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    live(300ms);
}

void WizardDriver::chooseNics(const QStringList &names)
{
    auto *view = find<QAbstractItemView>(u"nics"_s);
    if (!m_tour.report.check(view, u"The NICs are listed"_s))
        return;
    for (const QString &name : names) {
        // The order may change when a NIC is ticked: look again each time.
        bool isTicked = false;
        for (int row = 0; row < view->model()->rowCount() && !isTicked; ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data().toString() != name)
                continue;
            view->setCurrentIndex(index);
            view->setFocus();
            if (index.data(Qt::CheckStateRole).toInt() != Qt::Checked)
                QTest::keyClick(view, Qt::Key_Space);
            live(200ms);
            for (int again = 0; again < view->model()->rowCount(); ++again) {
                const QModelIndex now = view->model()->index(again, 0);
                isTicked = isTicked
                    || (now.data().toString() == name && now.data(Qt::CheckStateRole).toInt() == Qt::Checked);
            }
            break;
        }
        m_tour.report.check(isTicked, u"%1 is ticked"_s.arg(name));
    }
}

void WizardDriver::setText(const QString &objectName, const QString &text)
{
    if (auto *line = find<QLineEdit>(objectName)) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        live(200ms);
    } else {
        m_tour.report.check(false, u"The field “%1” is there"_s.arg(objectName));
    }
}

void WizardDriver::chooseInBox(const QString &objectName, const QString &words)
{
    auto *box = find<QComboBox>(objectName);
    const int wanted = box ? box->findText(words, Qt::MatchContains) : -1;
    if (!m_tour.report.check(wanted >= 0, u"“%1” offers “%2”"_s.arg(objectName, words)))
        return;
    box->setFocus();
    for (int tries = 0; tries < box->count() && box->currentIndex() != wanted; ++tries)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    m_tour.report.check(box->currentIndex() == wanted, u"“%1” is chosen"_s.arg(box->currentText()));
    live(150ms);
}

void WizardDriver::setSeconds(int seconds)
{
    auto *box = find<QSpinBox>(u"seconds"_s);
    if (!m_tour.report.check(box, u"The time to confirm can be set"_s))
        return;
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QString::number(seconds));
    QTest::keyClick(box, Qt::Key_Tab);
    live(150ms);
}

void WizardDriver::waitForReview(const QString &mentions)
{
    auto *next = find<QAbstractButton>(u"next"_s);
    auto *diff = m_wizard ? m_wizard->findChild<ui::DiffView *>() : nullptr;
    const bool isThere
        = waitUntil([&] { return next && next->isEnabled() && diff && diff->toPlainText().contains(mentions); }, 30s);
    m_tour.report.check(isThere, u"The review shows what changes, and “%1” in it"_s.arg(mentions));
    live(200ms);
}

void WizardDriver::waitForRehearsal(const QString &says)
{
    auto *line = find<QLabel>(u"rehearsal-line"_s);
    const bool isThere = waitUntil([&] { return line && line->text().contains(says); }, 60s);
    m_tour.report.check(isThere, u"The review has rehearsed the plan"_s, line ? line->text() : QString());
}

bool WizardDriver::applyUntilCountdown(std::chrono::seconds limit)
{
    QElapsedTimer clock;
    clock.start();
    m_tour.expectChange();
    next(ui::PageId::Apply);
    const bool isThere = waitUntil([this] { return find<QAbstractButton>(u"keep"_s) != nullptr; }, limit);
    m_tour.report.check(isThere, u"The change is made and waits to be kept"_s,
                        u"after %1 s"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
    if (!isThere) {
        waitUntil([this] { return m_tour.transaction().state >= helper::TransactionState::RolledBack; }, 30s);
        m_tour.picture(u"Apply did not come to the countdown"_s);
        m_tour.report.text(u"The helper says"_s,
                           m_tour.transaction().reason + u'\n' + m_tour.transaction().differences.join(u'\n'));
    }
    return isThere;
}

void WizardDriver::close()
{
    if (m_wizard)
        m_wizard->close();
    live(400ms);
    // A question whether to throw away what was typed: yes.
    for (int i = 0; i < 3 && m_wizard && m_wizard->isVisible(); ++i) {
        m_wizard->close();
        live(400ms);
    }
}

} // namespace bondwright::tour
