// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mnemonics.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QTabWidget>

namespace bondwright::ui
{

QStringList duplicateMnemonics(QWidget *window)
{
    QMap<QString, QStringList> users;
    const auto note = [&users](const QString &text) {
        const QString keys = QKeySequence::mnemonic(text).toString();
        if (!keys.isEmpty())
            users[keys.section(QLatin1Char('+'), -1)].append(text);
    };
    // Of the window itself: a dialog above it has keys of its own.
    const auto isHere = [window](const QWidget *widget) { return widget->isVisible() && widget->window() == window; };
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (isHere(button))
            note(button->text());
    }
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (isHere(label) && label->buddy())
            note(label->text());
    }
    for (const QTabWidget *tabs : window->findChildren<QTabWidget *>()) {
        for (int tab = 0; isHere(tabs) && tab < tabs->count(); ++tab)
            note(tabs->tabText(tab));
    }
    QStringList found;
    for (auto letter = users.cbegin(); letter != users.cend(); ++letter) {
        if (letter->size() > 1)
            found.append(QStringLiteral("%1: %2").arg(letter.key(), letter->join(QStringLiteral(", "))));
    }
    return found;
}

} // namespace bondwright::ui
