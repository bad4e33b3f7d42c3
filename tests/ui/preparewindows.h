// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/settings.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace bondwright::ui
{

/// Settings and files of a test's own, empty.
inline void prepareWindows(const QString &test)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("bondwright-test"));
    QCoreApplication::setApplicationName(test);
    QSettings().clear();
    settings::setAnimations(settings::Animations::Off);
}

/// The first window of this kind that is shown; null: none is.
template <typename Window>
Window *shownWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<Window *>(window); found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// Whether a visible label of the window has these words.
inline bool says(const QWidget *window, const QString &words)
{
    const auto labels = window->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&](QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace bondwright::ui
