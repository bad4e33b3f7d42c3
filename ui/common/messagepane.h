// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/statesign.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bondwright::ui
{

/// Shown where there is nothing else to show: why, and what to do first.
class MessagePane final : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePane(QWidget *parent = nullptr);

    void setMessage(StateShape shape, const QString &heading, const QString &text);
    /// The way out; an empty text hides the button.
    void setButton(const QString &text);

Q_SIGNALS:
    void buttonClicked();

private:
    StateSign *m_icon;
    QLabel *m_heading;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace bondwright::ui
