// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour.h"

#include "wizard/wizardwindow.h"

#include <QPointer>

namespace bondwright::tour
{

/// Clicks a control of a window; a check fails if it is not there or not enabled.
void pressIn(Tour &tour, QWidget *window, const QString &objectName);
/// Clicks a button of the main window's tool bar, by the name of its action.
void pressTool(Tour &tour, const QString &action);
/// Brings a tab of the window's first tab widget to the front.
void showTab(QWidget *window, int index);
/// A program beside this one, or one that is installed.
QString programPath(const QString &name);

/// A person in front of the wizard: finds the controls by what they are and uses mouse and keyboard.
class WizardDriver
{
public:
    /// Takes the wizard that is open, or is about to be.
    explicit WizardDriver(Tour &tour);

    bool isOpen() const { return !m_wizard.isNull(); }
    void chooseGoal(const QString &name);
    /// Ticks these NICs.
    void chooseNics(const QStringList &names);
    void setText(const QString &objectName, const QString &text);
    /// Moves a combo box by the keyboard to the first entry with these words.
    void chooseInBox(const QString &objectName, const QString &words);
    /// Time to confirm, on the review.
    void setSeconds(int seconds);
    void press(const QString &objectName);
    /// The button, and then this page must be the current one.
    void next(ui::PageId expected);
    void back(ui::PageId expected);
    /// By the list of pages at the side.
    void showPage(ui::PageId page);
    void close();
    /// Waits until the review shows what would be written, and that it mentions this.
    void waitForReview(const QString &mentions);

    /// Waits until the plan has been rehearsed, with success.
    void waitForRehearsal(const QString &says);
    /// From the review to the countdown. @return whether it got there
    bool applyUntilCountdown(std::chrono::seconds limit);

private:
    template <typename T>
    T *find(const QString &objectName) const;
    void expect(ui::PageId page);

    Tour &m_tour;
    QPointer<ui::WizardWindow> m_wizard;
};

} // namespace bondwright::tour
