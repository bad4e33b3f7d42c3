// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/balancebars.h"

#include "common/palette.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bondwright::ui
{

BalanceBars::BalanceBars(QWidget *parent)
    : QWidget(parent)
{
}

double BalanceBars::evenness(const QList<double> &loads)
{
    const auto n = double(loads.size());
    const double sum = std::accumulate(loads.cbegin(), loads.cend(), 0.0);
    const double squares
        = std::accumulate(loads.cbegin(), loads.cend(), 0.0, [](double s, double x) { return s + x * x; });
    if (n < 2 || !(sum > 0))
        return -1;
    const double jain = sum * sum / (n * squares);
    return std::clamp((jain - 1 / n) / (1 - 1 / n), 0.0, 1.0);
}

void BalanceBars::setParts(const QList<Part> &parts)
{
    m_parts = parts;
    QList<double> transmit;
    for (const Part &part : parts)
        transmit.append(part.transmit);
    const double even = evenness(transmit);
    //: @info:whatsthis %1 is a percentage
    setAccessibleDescription(even < 0 ? tr("No traffic")
                                      : tr("Evenness of sending %1 %").arg(int(std::lround(even * 100))));
    update();
}

QSize BalanceBars::sizeHint() const
{
    return {280, fontMetrics().height() * 4 + 24};
}

bool BalanceBars::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    return QWidget::event(event);
}

void BalanceBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = fontMetrics().height();
    int y = 0;
    for (const bool isReceive : {true, false}) {
        QList<double> loads;
        double sum = 0;
        for (const Part &part : std::as_const(m_parts)) {
            loads.append(isReceive ? part.receive : part.transmit);
            sum += loads.last();
        }
        const double even = evenness(loads);
        //: @label above a bar
        const QString title = isReceive ? tr("Received")
                                        //: @label above a bar
                                        : tr("Sent");
        //: @label %1 is "Sent" or "Received", %2 a percentage
        const QString text = even < 0 ? title : tr("%1: evenness %2 %").arg(title).arg(int(std::lround(even * 100)));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(0, y, width(), line), Qt::AlignLeft | Qt::AlignVCenter, text);
        y += line + 2;
        QRectF bar(0, y, width(), line + 4);
        painter.fillRect(bar, palette().color(QPalette::Base));
        double x = 0;
        for (qsizetype i = 0; sum > 0 && i < m_parts.size(); ++i) {
            const double part = bar.width() * loads.at(i) / sum;
            const QRectF piece(x, bar.top(), part, bar.height());
            const QColor colour = m_parts.at(i).colour;
            painter.fillRect(piece, colour);
            const bool isDarkPiece = contrast(colour, Qt::white) >= contrast(colour, Qt::black);
            painter.setPen(isDarkPiece ? Qt::white : Qt::black);
            const QString label
                = m_parts.at(i).name + QStringLiteral(" %1 %").arg(int(std::lround(100 * loads.at(i) / sum)));
            if (fontMetrics().horizontalAdvance(label) + 6 <= part)
                painter.drawText(piece, Qt::AlignCenter, label);
            x += part;
        }
        if (!(sum > 0)) {
            painter.setPen(palette().color(QPalette::PlaceholderText));
            painter.drawText(bar, Qt::AlignCenter, tr("No traffic"));
        }
        painter.setPen(lineColour(palette()));
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
        y += line + 4 + 8;
    }
}

} // namespace bondwright::ui
