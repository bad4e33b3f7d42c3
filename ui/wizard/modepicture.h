// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mode.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace bondwright::ui
{

/// How frames travel in a mode: the host with its NICs on the left, the switch or switches on the right.
/// After a change of mode the frames run for a few seconds, then the picture stands still.
class ModePicture final : public QWidget
{
    Q_OBJECT
public:
    explicit ModePicture(QWidget *parent = nullptr);

    void setMode(Mode mode);
    /// What the picture says, in words.
    static QString explanation(Mode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void play();
    void describeMode();
    void paintRing(QPainter &painter, const QPointF &middle, double height) const;

    Mode m_mode = Mode::ActiveBackup;
    QTimer m_frames;
    QElapsedTimer m_clock;
    double m_phase = 0.35; ///< 0 to 1: where the frames are
};

} // namespace bondwright::ui
