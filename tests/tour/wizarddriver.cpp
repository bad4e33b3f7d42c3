// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizarddriver.h"

#include "main/mainwindow.h"
#include "tourlab.h"
#include "wizard/wizardwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

WizardDriver::WizardDriver(Tour &tour, ui::WizardWindow *wizard)
    : m_tour(tour)
    , m_wizard(wizard)
{
    m_tour.report.check(isOpen(), u"The wizard opens"_s);
    if (wizard) {
        // Nobody places windows here: there is no window manager in the lab.
        wizard->setGeometry(m_tour.window.geometry());
        live(500ms);
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
    auto *button = find<QAbstractButton>(objectName);
    if (!button || !button->isEnabled()) {
        m_tour.report.check(false, u"The button “%1” can be pressed"_s.arg(objectName));
        return;
    }
    QTest::mouseClick(button, Qt::LeftButton);
    live(300ms);
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

void WizardDriver::chooseMode(const QString &kernelName)
{
    auto *row = find<QWidget>(u"mode-"_s + kernelName);
    m_tour.report.check(row, u"The mode %1 is offered"_s.arg(kernelName));
    if (row) {
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Space);
    }
    live(300ms);
}

void WizardDriver::chooseCards(const QStringList &names)
{
    auto *view = find<QAbstractItemView>(u"nics"_s);
    if (!m_tour.report.check(view, u"The network cards are listed"_s))
        return;
    for (const QString &name : names) {
        // The order may change when a card is ticked: look again each time.
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
    } else if (auto *lines = find<QPlainTextEdit>(objectName)) {
        lines->setFocus();
        lines->selectAll();
        QTest::keyClicks(lines, text);
        live(200ms);
    } else {
        m_tour.report.check(false, u"The field “%1” is there"_s.arg(objectName));
    }
}

void WizardDriver::waitForReview()
{
    auto *next = find<QAbstractButton>(u"next"_s);
    waitUntil([next] { return next && next->isEnabled(); }, 20s);
    live(1500ms);
}

bool WizardDriver::applyUntilCountdown(std::chrono::seconds limit)
{
    QElapsedTimer clock;
    clock.start();
    next();
    const bool isThere = waitUntil([this] { return find<QAbstractButton>(u"keep"_s) != nullptr; }, limit);
    m_tour.report.check(isThere, u"The change is made and waits to be kept"_s,
                        u"after %1 s"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
    if (!isThere) {
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
