// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/spanraster.h"

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

SpanRaster::SpanRaster(QImage &image)
    : m_bits(reinterpret_cast<quint32 *>(image.bits()))
    , m_stride(image.bytesPerLine() / qsizetype(sizeof(quint32)))
    , m_width(image.width())
    , m_top(0)
    , m_bottom(image.height())
{
    Q_ASSERT(image.format() == QImage::Format_RGB32);
}

void SpanRaster::setClip(int top, int bottom)
{
    m_top = std::max(0, top);
    m_bottom = bottom;
}

void SpanRaster::setColor(const QColor &color)
{
    m_color = color.rgb() | 0xff000000U;
    m_alpha = (color.alpha() * 257 + 128) / 256;
}

void SpanRaster::blend(quint32 *pixel, int coverage) const
{
    const quint32 weight = quint32(coverage * m_alpha) >> 8;
    if (weight >= 256) {
        *pixel = m_color;
        return;
    }
    const quint32 rest = 256 - weight;
    const quint32 redBlue = ((m_color & 0x00ff00ffU) * weight + (*pixel & 0x00ff00ffU) * rest) >> 8;
    const quint32 green = ((m_color & 0x0000ff00U) * weight + (*pixel & 0x0000ff00U) * rest) >> 8;
    *pixel = 0xff000000U | (redBlue & 0x00ff00ffU) | (green & 0x0000ff00U);
}

void SpanRaster::span(int x, float y0, float y1)
{
    if (x < 0 || x >= m_width)
        return;
    const float top = std::max(std::min(y0, y1), float(m_top));
    const float bottom = std::min(std::max(y0, y1), float(m_bottom));
    if (!(top < bottom))
        return;
    const int first = int(top);
    const int last = std::min(int(std::ceil(bottom)) - 1, m_bottom - 1);
    quint32 *pixel = m_bits + first * m_stride + x;
    if (first >= last) {
        blend(pixel, int((bottom - top) * 256));
        return;
    }
    blend(pixel, int((float(first + 1) - top) * 256));
    pixel += m_stride;
    if (m_alpha >= 256) {
        for (int row = first + 1; row < last; ++row, pixel += m_stride)
            *pixel = m_color;
    } else {
        for (int row = first + 1; row < last; ++row, pixel += m_stride)
            blend(pixel, 256);
    }
    blend(pixel, int((bottom - float(last)) * 256));
}

} // namespace bondwright::ui
