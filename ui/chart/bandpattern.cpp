// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/bandpattern.h"

#include "common/palette.h"

#include <algorithm>
#include <cstdlib>

namespace bondwright::ui
{

std::vector<BandState> bandColumns(const BandLane &lane, qint64 first, int count, qint64 nsPerColumn, qint64 lastNs)
{
    std::vector<BandState> states(std::size_t(count), BandState::Unknown);
    const auto &segments = lane.segments;
    const qint64 begin = first * nsPerColumn;
    const qint64 end = std::min((first + count) * nsPerColumn, lastNs + 1);
    auto segment = std::upper_bound(segments.begin(), segments.end(), begin,
                                    [](qint64 time, const BandSegment &s) { return time < s.startNs; });
    if (segment != segments.begin())
        --segment;
    for (; segment != segments.end() && segment->startNs < end; ++segment) {
        const auto next = std::next(segment);
        const qint64 until = next == segments.end() ? end : std::min(next->startNs, end);
        const qint64 from = std::max(segment->startNs, begin);
        if (until <= from && next != segments.end())
            continue;
        // A state that lasts less than a column still gets its column.
        const auto firstIndex = qsizetype(from / nsPerColumn - first);
        const auto lastIndex = std::min<qsizetype>(std::max(from, until - 1) / nsPerColumn - first, count - 1);
        for (qsizetype i = std::max<qsizetype>(firstIndex, 0); i <= lastIndex; ++i)
            states[std::size_t(i)] = std::max(states[std::size_t(i)], segment->state);
    }
    return states;
}

void paintBand(QImage &image, int x, qint64 first, int count, const ChartScene &scene, const BandLane &lane,
               const QRect &rect)
{
    const auto states = bandColumns(lane, first, count, scene.nsPerColumn, scene.data->lastTime());
    const QRgb solid = lane.color.rgb();
    const QRgb light = blend(lane.color, scene.theme.background, scene.theme.isDark ? 0.34 : 0.28).rgb();
    const QRgb frame = blend(lane.color, scene.theme.background, 0.5).rgb();
    const QRgb alarm = scene.theme.alarm.rgb();
    const int height = rect.height();
    const int scale = std::max(1, int(scene.pixelRatio));
    const int cross = std::min(height - 4 * scale, 8 * scale) / 2;
    auto *const bits = reinterpret_cast<QRgb *>(image.bits());
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    for (int i = 0; i < count; ++i) {
        const BandState state = states[std::size_t(i)];
        if (state == BandState::Unknown)
            continue;
        const qint64 column = first + i;
        QRgb *pixel = bits + rect.top() * stride + x + i;
        for (int row = 0; row < height; ++row, pixel += stride) {
            const bool isEdge = row < scale || row >= height - scale;
            switch (state) {
            case BandState::Active:
                *pixel = solid;
                break;
            case BandState::Standby:
                *pixel = light;
                break;
            case BandState::GoingBack:
            case BandState::GoingDown:
                *pixel = (column + (state == BandState::GoingBack ? -row : row)) / (3 * scale) % 2 == 0 ? solid : light;
                break;
            case BandState::Down:
                if (isEdge)
                    *pixel = frame;
                else if (std::abs(2 * row - height) <= 2 * scale && column / (4 * scale) % 2 == 0)
                    *pixel = alarm;
                break;
            case BandState::NoLink: {
                const auto away = std::abs(int(column % (24 * scale)) - 12 * scale);
                const int off = std::abs(2 * row + 1 - height) / 2;
                if (isEdge)
                    *pixel = frame;
                else if (away <= cross && std::abs(away - off) < scale)
                    *pixel = alarm;
                break;
            }
            case BandState::Unknown:
                break;
            }
        }
    }
}

} // namespace bondwright::ui
