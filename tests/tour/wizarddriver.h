// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour.h"

#include <QPointer>

namespace bondwright::ui
{
class WizardWindow;
}

namespace bondwright::tour
{

/// A person in front of the wizard: finds the controls by what they are and uses mouse and keyboard.
class WizardDriver
{
public:
    WizardDriver(Tour &tour, ui::WizardWindow *wizard);

    bool isOpen() const { return !m_wizard.isNull(); }
    void chooseGoal(const QString &name);
    void chooseMode(const QString &kernelName);
    /// Ticks exactly these cards.
    void chooseCards(const QStringList &names);
    void setText(const QString &objectName, const QString &text);
    /// Presses a button of the wizard; a check fails if it is not there or not enabled.
    void press(const QString &objectName);
    void next() { press(QStringLiteral("next")); }
    void back() { press(QStringLiteral("back")); }
    void close();
    /// Waits until the review shows what the helper would write.
    void waitForReview();

    /// From the review to the countdown. @return whether it got there
    bool applyUntilCountdown(std::chrono::seconds limit);

private:
    template <typename T>
    T *find(const QString &objectName) const;

    Tour &m_tour;
    QPointer<ui::WizardWindow> m_wizard;
};

} // namespace bondwright::tour
