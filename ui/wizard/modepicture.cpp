// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/modepicture.h"
#include "common/palette.h"
#include "common/retranslate.h"
#include "common/settings.h"

#include <QPainter>

#include <array>
#include <chrono>
#include <cmath>

using namespace std::chrono_literals;

namespace bondwright::ui
{

namespace
{

/// Frames on one of the two cables.
struct Frame {
    int cable; ///< 0 or 1
    bool toSwitch;
    double offset; ///< of the phase
    int flow; ///< frames of one connection have one colour
};

struct Scene {
    int switches; ///< 1 or 2
    bool secondStandsBy;
    QList<Frame> frames;
};

Scene sceneOf(Mode mode)
{
    switch (mode) {
    case Mode::BalanceRr: // one connection, its frames alternate
        return {1,
                false,
                {{0, true, 0.0, 0},
                 {1, true, 0.25, 0},
                 {0, true, 0.5, 0},
                 {1, true, 0.75, 0},
                 {0, false, 0.1, 1},
                 {1, false, 0.6, 1}}};
    case Mode::ActiveBackup:
        return {2, true, {{0, true, 0.0, 0}, {0, true, 0.5, 0}, {0, false, 0.25, 1}, {0, false, 0.75, 1}}};
    case Mode::BalanceXor: // each connection keeps its cable
        return {1,
                false,
                {{0, true, 0.0, 0},
                 {0, true, 0.5, 0},
                 {1, true, 0.2, 2},
                 {1, true, 0.7, 2},
                 {0, false, 0.3, 1},
                 {1, false, 0.8, 2}}};
    case Mode::Broadcast: // every frame on both
        return {2, false, {{0, true, 0.0, 0}, {1, true, 0.0, 0}, {0, true, 0.5, 0}, {1, true, 0.5, 0}}};
    case Mode::Ieee8023ad:
        return {1,
                false,
                {{0, true, 0.0, 0},
                 {0, true, 0.5, 0},
                 {1, true, 0.2, 2},
                 {1, true, 0.7, 2},
                 {0, false, 0.3, 0},
                 {1, false, 0.9, 2}}};
    case Mode::BalanceTlb: // sends on both, receives on the first
        return {1,
                false,
                {{0, true, 0.0, 0}, {1, true, 0.3, 2}, {1, true, 0.8, 2}, {0, false, 0.2, 1}, {0, false, 0.7, 1}}};
    case Mode::BalanceAlb:
        return {1,
                false,
                {{0, true, 0.0, 0}, {1, true, 0.3, 2}, {0, false, 0.2, 1}, {0, false, 0.7, 1}, {1, false, 0.55, 2}}};
    }
    return {1, false, {}};
}

constexpr auto playFor = 6s;
constexpr double cycleMs = 2600.0;

} // namespace

ModePicture::ModePicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_frames.setInterval(40ms);
    connect(&m_frames, &QTimer::timeout, this, [this] {
        if (m_clock.hasExpired(std::chrono::milliseconds(playFor).count()))
            m_frames.stop();
        else
            m_phase = std::fmod(0.35 + double(m_clock.elapsed()) / cycleMs, 1.0);
        update();
    });
    retranslateWith(this, [this] { describeMode(); });
}

void ModePicture::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    describeMode();
    play();
    update();
}

void ModePicture::describeMode()
{
    describe(this, tr("Picture of the mode"), explanation(m_mode));
}

QString ModePicture::explanation(Mode mode)
{
    switch (mode) {
    case Mode::BalanceRr:
        return tr("Frames take turns over all cables.");
    case Mode::ActiveBackup:
        return tr("One cable carries everything, the other stands by.");
    case Mode::BalanceXor:
        return tr("Each connection keeps to one cable.");
    case Mode::Broadcast:
        return tr("Every frame goes out on all cables.");
    case Mode::Ieee8023ad:
        return tr("Each connection keeps to one cable; both ends agree by LACP.");
    case Mode::BalanceTlb:
        return tr("Sends over all cables, receives over one.");
    case Mode::BalanceAlb:
        return tr("Sends and receives over all cables; the switch knows nothing of it.");
    }
    return {};
}

QSize ModePicture::sizeHint() const
{
    return {240, std::max(110, fontMetrics().height() * 7)};
}

QSize ModePicture::minimumSizeHint() const
{
    return {180, std::max(110, fontMetrics().height() * 7)};
}

void ModePicture::play()
{
    if (!isVisible() || !settings::areAnimationsOn())
        return;
    m_clock.start();
    m_frames.start();
}

void ModePicture::showEvent(QShowEvent *)
{
    play();
}

void ModePicture::hideEvent(QHideEvent *)
{
    m_frames.stop();
}

/// The ring around both cables is how network drawings show a link aggregation group.
void ModePicture::paintRing(QPainter &painter, const QPointF &middle, double height) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mutedText(palette()), 1.3));
    painter.drawEllipse(middle, 9, height);
    if (m_mode != Mode::Ieee8023ad)
        return;
    const QString text = QStringLiteral("LACP");
    QRectF box(0, 0, fontMetrics().horizontalAdvance(text) + 8, fontMetrics().height());
    box.moveCenter(middle);
    painter.fillRect(box, palette().color(QPalette::Window));
    painter.drawText(box, Qt::AlignCenter, text);
}

void ModePicture::paintEvent(QPaintEvent *)
{
    const Scene scene = sceneOf(m_mode);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor line = mutedText(palette());
    const QColor quiet = lineColour(palette());
    const QFontMetrics metrics(font());
    //: @label in the picture of a mode: the computer
    const QString hostText = tr("host");
    //: @label in the picture of a mode: the network switch
    const QString switchText = tr("switch");

    const double boxWidth
        = std::max({double(metrics.horizontalAdvance(hostText)), double(metrics.horizontalAdvance(switchText))}) + 16;
    const QRectF area = QRectF(rect()).adjusted(1, 6, -1, -6);
    const QRectF host(area.left(), area.top(), boxWidth, area.height());
    const std::array<double, 2> y{area.top() + area.height() * 0.27, area.top() + area.height() * 0.73};
    const double left = host.right() + 12;
    const double right = area.right() - boxWidth - 12;

    const auto paintBox = [&](const QRectF &box, const QString &text) {
        painter.setPen(QPen(line, 1.3));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(box, Qt::AlignCenter, text);
    };
    paintBox(host, hostText);
    for (int which = 0; which < scene.switches; ++which) {
        QRectF box(area.right() - boxWidth, area.top(), boxWidth, area.height());
        if (scene.switches == 2) {
            box.setHeight(area.height() * 0.44);
            box.moveTop(which == 0 ? area.top() : area.bottom() - box.height());
        }
        paintBox(box, switchText);
    }
    for (int cable = 0; cable < 2; ++cable) {
        const bool isStandby = cable == 1 && scene.secondStandsBy;
        const auto at = std::size_t(cable);
        painter.setPen(QPen(isStandby ? quiet : line, 1.3, isStandby ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(left, y[at]), QPointF(right, y[at]));
        painter.setBrush(palette().color(QPalette::Base));
        painter.setPen(QPen(line, 1.3));
        painter.drawRect(QRectF(host.right(), y[at] - 6, 12, 12));
        painter.drawRect(QRectF(right, y[at] - 6, 12, 12));
    }
    if (m_mode == Mode::Ieee8023ad || m_mode == Mode::BalanceXor || m_mode == Mode::BalanceRr)
        paintRing(painter, QPointF((left + right) / 2, (y[0] + y[1]) / 2), (y[1] - y[0]) / 2 + 14);
    painter.setPen(Qt::NoPen);
    for (const Frame &frame : scene.frames) {
        const double along = std::fmod(m_phase + frame.offset, 1.0);
        const double x = frame.toSwitch ? left + (right - left) * along : right - (right - left) * along;
        const double shift = frame.toSwitch ? -4 : 4;
        painter.setBrush(seriesColour(frame.flow, palette()));
        painter.drawRoundedRect(QRectF(x - 5, y[std::size_t(frame.cable)] + shift - 3, 10, 6), 2, 2);
    }
}

} // namespace bondwright::ui
