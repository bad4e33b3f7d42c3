// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace bondwright::ui
{

class PendingChange;

/// Above everything while a change is going on, and shortly what came of it.
class PendingBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit PendingBanner(PendingChange *pending, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    QString words() const;

    PendingChange *m_pending;
    QLabel *m_text;
    QPushButton *m_keep;
    QPushButton *m_revert;
    QPushButton *m_dismiss;
    QString m_refusal;
    bool m_wasRunning = false;
    bool m_isDismissed = true;
};

} // namespace bondwright::ui
