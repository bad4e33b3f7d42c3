// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/stateicon.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;

namespace bondwright::ui
{

/// At the top: name and facts, the state's shape and word, the cause, the next step.
class StateHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit StateHeader(QWidget *parent = nullptr);

    /// @param facts shown after the name, e.g. "active-backup (1) · 192.168.1.11/24"
    void setTitle(const QString &name, const QString &facts);
    /// Whose time "for 3 min" is measured with; this computer's until then.
    void setClock(std::function<QDateTime()> now) { m_now = std::move(now); }
    /// @param since when it began: shown as a span of time, exactly in the tooltip; invalid: not known
    void setHealth(const diagnosis::Diagnosis &health, const QDateTime &since = {});
    /// For what is no bond: a NIC, for instance.
    void setState(StateShape shape, const QString &word, const QString &cause, const QString &nextStep);
    /// A button beside the next step; an empty text hides it.
    void setAction(const QString &text, const QString &description);

Q_SIGNALS:
    void actionTriggered();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString sinceText() const;

    class Badge;
    StateShape m_shape = StateShape::Unknown;
    QLabel *m_name;
    QLabel *m_facts;
    Badge *m_badge;
    QLabel *m_cause;
    QLabel *m_evidence; ///< what was seen, with figures
    QLabel *m_next;
    QToolButton *m_action;
    QString m_sentence; ///< the cause, without the time
    QDateTime m_since;
    std::function<QDateTime()> m_now = [] { return QDateTime::currentDateTime(); };
    QTimer m_clock; ///< "for 3 min" grows by itself
};

} // namespace bondwright::ui
