// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shrink.h"

#include <QHash>
#include <QImage>
#include <QImageWriter>

#include <algorithm>
#include <limits>

namespace bondwright::tour
{

namespace
{

constexpr qsizetype paletteSize = 256;

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

uchar nearest(const QList<QRgb> &palette, QRgb colour)
{
    int best = std::numeric_limits<int>::max();
    qsizetype at = 0;
    for (qsizetype i = 0; i < palette.size() && best > 0; ++i) {
        if (const int far = distance(palette.at(i), colour); far < best) {
            best = far;
            at = i;
        }
    }
    return uchar(at);
}

QList<QRgb> commonColours(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> colours = counts.keys();
    // The colour decides between equals, so that the same picture gives the same file.
    std::sort(colours.begin(), colours.end(),
              [&counts](QRgb a, QRgb b) { return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b); });
    return colours.first(std::min(colours.size(), paletteSize));
}

} // namespace

bool shrinkPicture(const QString &from, const QString &to)
{
    const QImage picture = QImage(from).convertToFormat(QImage::Format_RGB32);
    if (picture.isNull())
        return false;
    const QList<QRgb> palette = commonColours(picture);
    QHash<QRgb, uchar> known;
    QImage small(picture.size(), QImage::Format_Indexed8);
    small.setColorTable(palette);
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        uchar *target = small.scanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            auto entry = known.find(line[x]);
            if (entry == known.end())
                entry = known.insert(line[x], nearest(palette, line[x]));
            target[x] = *entry;
        }
    }
    QImageWriter writer(to, "png");
    writer.setCompression(100);
    return writer.write(small);
}

} // namespace bondwright::tour
