// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessibility.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

/// The text of a button without the mark of its key and without arrows.
static QString shownWords(const QPushButton *button)
{
    static const QRegularExpression signs(u"&|[←→…]|\\(&.\\)"_s);
    return button->text().remove(signs).trimmed();
}

QStringList mutedControls(QWidget *window)
{
    QStringList found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || (widget->focusPolicy() & Qt::TabFocus) == 0
            || widget->objectName().startsWith(u"qt_") || widget->window() != window)
            continue;
        if (widget->parent()
            && (widget->parent()->inherits("QComboBox") || widget->parent()->inherits("QTabWidget")
                || widget->parent()->inherits("QTabBar")))
            continue; // part of a control that has a name
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        const QString who = u"%1 “%2” “%3”"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                                  widget->objectName(), widget->accessibleName());
        if (!access || access->text(QAccessible::Name).isEmpty())
            found.append(who + u" has no name"_s);
        else if (const auto *button = qobject_cast<QPushButton *>(widget);
                 button && !access->text(QAccessible::Name).contains(shownWords(button)))
            found.append(u"%1 shows “%2”"_s.arg(who, shownWords(button))); // a user who speaks its name must find it
        else if (!qobject_cast<QLabel *>(widget) && access->text(QAccessible::Description).isEmpty())
            found.append(who + u" has no description"_s);
    }
    return found;
}

} // namespace bondwright::ui
