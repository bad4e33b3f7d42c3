// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QDateTime>
#include <QFrame>

class QLabel;

namespace bondwright::ui
{

/// At the top: state, since when, cause, next step.
class VerdictStrip : public QFrame
{
    Q_OBJECT
public:
    explicit VerdictStrip(QWidget *parent = nullptr);
    /// @param title "bond0 · active-backup · 192.0.2.1/24"; @param since invalid: not known
    void setHealth(const QString &title, const diagnosis::Diagnosis &health, const QDateTime &since);
    /// The bond is not there.
    void setMissing(const QString &bond);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    diagnosis::Verdict m_verdict = diagnosis::Verdict::Unknown;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_word;
    QLabel *m_cause;
};

} // namespace bondwright::ui
