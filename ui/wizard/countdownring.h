// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace bondwright::ui
{

/// The seconds left, large, in a ring that empties.
class CountdownRing final : public QWidget
{
    Q_OBJECT
public:
    explicit CountdownRing(QWidget *parent = nullptr);

    void setSeconds(int left, int total);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_left = 0;
    int m_total = 60;
};

/// "0:43"
QString clockText(int seconds);

} // namespace bondwright::ui
