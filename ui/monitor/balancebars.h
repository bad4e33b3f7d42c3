// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <QWidget>

namespace bondwright::ui
{

/// The balance of traffic over the slaves: one bar for each direction, divided into the slaves' shares.
class BalanceBars : public QWidget
{
    Q_OBJECT
public:
    struct Part {
        QString name;
        QColor colour;
        double receive = 0; ///< bytes per second
        double transmit = 0;
    };
    explicit BalanceBars(QWidget *parent = nullptr);
    void setParts(const QList<Part> &parts);
    /// 1: all carry the same; 0: one carries everything. Jain's index, scaled from 1/n to 0; needs two parts
    /// and some traffic, otherwise negative.
    static double evenness(const QList<double> &loads);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QList<Part> m_parts;
};

} // namespace bondwright::ui
