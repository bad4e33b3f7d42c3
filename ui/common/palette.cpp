// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/palette.h"

#include <array>
#include <cmath>

namespace bondwright::ui
{

namespace
{

// Okabe–Ito, darkened where the original is too pale for a line on white.
constexpr std::array<QRgb, 8> lightSeries{0xff0072b2, 0xffb87a00, 0xff008a64, 0xffb85f92,
                                          0xff2a8cc4, 0xffc25200, 0xff8f8400, 0xff6b4fa0};
// and brightened where it is too dim on a dark base.
constexpr std::array<QRgb, 8> darkSeries{0xff3d9fe0, 0xffe69f00, 0xff1fc095, 0xffdc92bd,
                                         0xff7cc8f2, 0xfff0803c, 0xfff0e442, 0xffb49ae0};

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

QColor blend(const QColor &over, const QColor &under, double amount)
{
    const auto mix = [amount](int a, int b) { return static_cast<int>(std::lround(a * amount + b * (1.0 - amount))); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue()));
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < 0.18;
}

QColor seriesColour(int index, const QPalette &palette)
{
    const auto &set = isDark(palette) ? darkSeries : lightSeries;
    const auto at = static_cast<std::size_t>(index < 0 ? 0 : index) % set.size();
    return QColor::fromRgb(set[at]);
}

QColor totalColour(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.6);
}

QColor toneColour(StateTone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case StateTone::Good:
        return dark ? QColor(0x4f, 0xd1, 0xa5) : QColor(0x00, 0x6b, 0x4e);
    case StateTone::Caution:
        return dark ? QColor(0xf2, 0xb9, 0x4b) : QColor(0x7d, 0x52, 0x00);
    case StateTone::Critical:
        return dark ? QColor(0xff, 0x96, 0x5c) : QColor(0xa8, 0x3c, 0x00);
    case StateTone::Neutral:
        break;
    }
    return mutedText(palette);
}

QColor toneBackground(StateTone tone, const QPalette &palette)
{
    const double amount = isDark(palette) ? 0.14 : 0.09;
    return blend(toneColour(tone, palette), palette.color(QPalette::Base), amount);
}

QColor lineColour(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.26 : 0.2);
}

QColor mutedText(const QPalette &palette)
{
    return blend(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.72 : 0.68);
}

QColor addedBackground(const QPalette &palette)
{
    return toneBackground(StateTone::Good, palette);
}

QColor removedBackground(const QPalette &palette)
{
    return toneBackground(StateTone::Critical, palette);
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace bondwright::ui
