// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/settings.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

namespace bondwright::ui
{

/// Settings and files of this process's own, empty: the same program may run beside itself, with other arguments.
inline void prepareWindows(const QString &test)
{
    static const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    QStandardPaths::setTestModeEnabled(true);
    // Qt has looked for the user's folder when the application was made.
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.filePath(QStringLiteral("settings")));
    QCoreApplication::setOrganizationName(QStringLiteral("bondwright-test"));
    QCoreApplication::setApplicationName(test);
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
