// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyboard.h"

#include <QApplication>
#include <QTest>

namespace bondwright::ui
{

Keyboard::Keyboard(QWidget *window)
    : m_window(window)
{
    if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }))
        qWarning("no window has the keyboard");
}

QWidget *Keyboard::focused() const
{
    QWidget *widget = m_window->focusWidget();
    return widget ? widget : m_window;
}

bool Keyboard::tabTo(const QString &objectName)
{
    for (int step = 0; step < 200; ++step) {
        for (QWidget *widget = focused(); widget; widget = widget->parentWidget()) {
            if (widget->objectName() == objectName)
                return true;
        }
        QTest::keyClick(focused(), Qt::Key_Tab);
    }
    qWarning("%s is not among: %s", qPrintable(objectName), qPrintable(round().join(QStringLiteral(" "))));
    return false;
}

QStringList Keyboard::round()
{
    QStringList names;
    QWidget *first = focused();
    for (int step = 0; step < 200; ++step) {
        QTest::keyClick(focused(), Qt::Key_Tab);
        QWidget *widget = focused();
        if (widget == first)
            break;
        names.append(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                    : widget->objectName());
    }
    return names;
}

void Keyboard::press(Qt::Key key, int times, Qt::KeyboardModifiers modifiers)
{
    for (int time = 0; time < times; ++time)
        QTest::keyClick(focused(), key, modifiers);
}

void Keyboard::type(const QString &text)
{
    QTest::keyClicks(focused(), text);
}

void Keyboard::replace(const QString &text)
{
    press(Qt::Key_A, 1, Qt::ControlModifier);
    type(text);
}

} // namespace bondwright::ui
