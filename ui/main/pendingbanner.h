// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/palette.h"

#include <QTimer>
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

    /// What happened, as a colour: good only for a change that is kept.
    StateTone tone() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    QString words() const;
    QString outcome() const; ///< reverted or failed
    QString progress() const; ///< under way, or on its way back

    PendingChange *m_pending;
    QLabel *m_text;
    QPushButton *m_keep;
    QPushButton *m_revert;
    QPushButton *m_extend;
    QPushButton *m_dismiss;
    QString m_refusal;
    QTimer m_gone; ///< hides what was kept
    bool m_wasRunning = false;
    bool m_isDismissed = true;
};

} // namespace bondwright::ui
