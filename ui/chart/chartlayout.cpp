// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/chartlayout.h"

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

ChartLayout layOut(const LayoutInput &input)
{
    const auto px = [&input](double logical) { return int(std::lround(logical * input.pixelRatio)); };
    ChartLayout layout;
    const int right = px(8);
    const int width = std::max(1, input.size.width() - input.gutterWidth - right);
    const int top = px(4);
    const int height = std::max(1, input.size.height() - top);
    layout.plot = QRect(input.gutterWidth, top, width, height);
    layout.isTransmitMirrored = input.traffic == TrafficLayout::Mirrored;

    const int labels = input.fontHeight + px(4);
    layout.timeLabels = QRect(0, std::max(0, height - labels), width, labels);
    layout.dataBottom = layout.timeLabels.top();

    int y = 0;
    const int available = layout.dataBottom;
    if (input.lanes > 0) {
        // Bands never take more than 40 %: with many slaves they get thinner, and the names thin out.
        const int wanted = input.fontHeight + px(3);
        const int gap = px(2);
        const int lane = std::max(px(4), std::min(wanted, available * 2 / 5 / input.lanes - gap));
        for (int i = 0; i < input.lanes; ++i) {
            layout.lanes.append(QRect(0, y, width, lane));
            y += lane + gap;
        }
        y += px(6);
    }
    // One line, so that texts cover nothing; a chart so low that it would squeeze the traffic does without.
    const int line = input.fontHeight + px(4);
    if (available - y > 4 * line) {
        layout.events = QRect(0, y, width, line);
        y += line + px(2);
    }
    int pingHeight = 0;
    if (input.hasPing)
        pingHeight = std::clamp((available - y) / 4, std::min(px(40), (available - y) / 2), px(120));
    const int gapBelow = input.hasPing ? px(8) : 0;
    const int traffic = std::max(2, available - y - pingHeight - gapBelow);
    if (layout.isTransmitMirrored) {
        layout.receive = QRect(0, y, width, traffic / 2);
        layout.transmit = QRect(0, y + traffic / 2, width, traffic - traffic / 2);
    } else {
        const int gap = std::min(px(8), traffic / 4);
        const int half = (traffic - gap) / 2;
        layout.receive = QRect(0, y, width, half);
        layout.transmit = QRect(0, y + half + gap, width, half);
    }
    y += traffic + gapBelow;
    if (input.hasPing)
        layout.ping = QRect(0, y, width, std::max(1, available - y));
    return layout;
}

} // namespace bondwright::ui
