// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMainWindow>

class QToolBar;
class QToolButton;

namespace bondwright::ui
{

/// The main window's actions, their words and shortcuts, and the tool bar that holds them.
class MainActions final : public QObject
{
    Q_OBJECT
public:
    explicit MainActions(QMainWindow *window);

    QAction *const create;
    QAction *const edit;
    QAction *const remove;
    QAction *const monitor;
    QAction *const test;
    QAction *const backups;
    QAction *const events;
    QAction *const duplicate;
    QAction *const rename;
    QAction *const savePlan;
    QAction *const addHost;
    QAction *const practice;
    QAction *const rollOut;
    QAction *const import;
    QAction *const openPlan;
    QAction *const pastePlan;
    QAction *const preferences;
    QAction *const help;
    QAction *const about;
    QAction *const quit;

    struct Possible {
        bool hasBond = false; ///< something of a bond is selected
        bool canPlan = false; ///< it is no recording
        bool canChange = false; ///< and the helper answers
        bool operator==(const Possible &) const = default;
    };
    void setPossible(const Possible &possible);

Q_SIGNALS:
    void languageChosen(const QString &language);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void buildToolBar(QMainWindow *window);
    void retranslate();
    /// Each action's tooltip: what it does, and if it is off, why.
    void showHints();
    QString whyNot(const QAction *action) const; ///< translated; empty: it is possible

    QMainWindow *m_window;
    QToolBar *m_bar;
    QToolButton *m_language;
    QToolButton *m_menu;
    Possible m_possible;
};

} // namespace bondwright::ui
