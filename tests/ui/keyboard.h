// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace bondwright::ui
{

/// Drives a window as a person without a mouse does: everything must be reached by Tab.
class Keyboard final
{
public:
    /// Waits until @p window has the keyboard: an X server or a compositor takes its time.
    explicit Keyboard(QWidget *window);

    /// Presses Tab until the widget of that object name (or a part of it) has the focus.
    /// @return false: it cannot be reached
    bool tabTo(const QString &objectName);
    /// Every widget Tab reaches in one round, by object name, class name if it has none.
    QStringList round();
    void press(Qt::Key key, int times = 1, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    /// Replaces all text of the field with the focus.
    void replace(const QString &text);
    QWidget *focused() const;

private:
    QWidget *m_window;
};

} // namespace bondwright::ui
