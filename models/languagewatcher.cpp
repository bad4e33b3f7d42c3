// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/languagewatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

namespace bondwright::models
{

LanguageWatcher::LanguageWatcher(QObject *parent)
    : QObject(parent)
{
    parent->installEventFilter(this);
}

LanguageWatcher *LanguageWatcher::instance()
{
    static QPointer<LanguageWatcher> watcher;
    if (!watcher)
        watcher = new LanguageWatcher(QCoreApplication::instance());
    return watcher;
}

bool LanguageWatcher::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance())
        Q_EMIT languageChanged();
    return false;
}

} // namespace bondwright::models
