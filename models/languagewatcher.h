// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace bondwright::models
{

/// Says when the program's language has changed. Models are no widgets and get no QEvent::LanguageChange;
/// the application object does.
class LanguageWatcher : public QObject
{
    Q_OBJECT
public:
    /// One for the program: every filter on the application object costs a call for each event.
    /// Needs a QCoreApplication, whose child it is.
    static LanguageWatcher *instance();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void languageChanged();

private:
    explicit LanguageWatcher(QObject *parent);
};

} // namespace bondwright::models
