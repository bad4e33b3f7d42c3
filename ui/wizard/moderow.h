// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mode.h"

#include <QAbstractButton>
#include <QTimer>

class QLabel;

namespace bondwright::ui
{

class Chip;

/// One mode to choose: number and kernel name, title and sentence in both languages side by side, chips.
/// The chosen row unfolds to the full text.
class ModeRow final : public QAbstractButton
{
    Q_OBJECT
public:
    ModeRow(Mode mode, QWidget *parent);

    Mode mode() const { return m_mode; }
    void setRecommended(bool recommended);
    /// Scrolls itself into view no more, until it is chosen again.
    void stayWhereItIs();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    bool hasHeightForWidth() const override { return true; }

private:
    void fold();
    /// While the page is laid out for it.
    void keepInView();
    void scrollIntoView();
    void retranslate();
    void speak();

    Mode m_mode;
    QLabel *m_titles[2];
    QLabel *m_summaries[2];
    QLabel *m_details[2];
    Chip *m_recommended;
    Chip *m_common;
    Chip *m_switch;
    Chip *m_tolerance;
    Chip *m_balancing;
    QTimer m_settling; ///< runs while the page is laid out for the row that was chosen
};

} // namespace bondwright::ui
