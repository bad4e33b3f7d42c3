// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

namespace bondwright::ui
{

/// Draws vertical spans with fractional ends straight into a 32 bit image. This is the whole antialiasing a
/// chart needs that has one span per pixel column, at the cost of the pixels touched.
class SpanRaster
{
public:
    /// @param image Format_RGB32, opaque; must outlive this
    explicit SpanRaster(QImage &image);

    /// Rows outside [top, bottom) are left alone.
    void setClip(int top, int bottom);
    void setColor(const QColor &color);
    /// Covers column x from y0 to y1 (either order); nothing if x is outside the image.
    void span(int x, float y0, float y1);

private:
    void blend(quint32 *pixel, int coverage) const; ///< coverage 0–256

    quint32 *m_bits;
    qsizetype m_stride; ///< in pixels
    int m_width;
    int m_top;
    int m_bottom;
    quint32 m_color = 0;
    int m_alpha = 256;
};

} // namespace bondwright::ui
