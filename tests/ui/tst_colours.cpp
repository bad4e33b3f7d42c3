// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/fusionstyle.h"
#include "common/palette.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QTest>

#include <algorithm>

using namespace bondwright::ui;
using namespace Qt::StringLiterals;

// What is drawn can be seen, on a light window and on a dark one.
class ColoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursHaveContrast_data();
    void coloursHaveContrast();
    void indicatorsHaveContrast_data();
    void indicatorsHaveContrast();
    void narrowBarHasASign_data();
    void narrowBarHasASign();
};

void ColoursTest::coloursHaveContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ColoursTest::coloursHaveContrast()
{
    QFETCH(bool, dark);
    QPalette palette;
    palette.setColor(QPalette::Base, dark ? QColor(0x1e, 0x22, 0x26) : QColor(Qt::white));
    palette.setColor(QPalette::Text, dark ? QColor(0xee, 0xee, 0xee) : QColor(0x20, 0x20, 0x20));
    const QColor base = palette.color(QPalette::Base);
    for (int index = 0; index < 8; ++index)
        QVERIFY2(contrast(seriesColour(index, palette), base) >= 3.0, qPrintable(u"series %1"_s.arg(index)));
    for (const StateTone tone : {StateTone::Good, StateTone::Caution, StateTone::Critical, StateTone::Neutral}) {
        QVERIFY(contrast(toneColour(tone, palette), base) >= 4.5);
        QVERIFY(contrast(toneColour(tone, palette), toneBackground(tone, palette)) >= 4.5);
    }
    QVERIFY(contrast(mutedText(palette), base) >= 4.5);
}

/// An unchecked radio button on a dark window has an outline that can be seen.
void ColoursTest::indicatorsHaveContrast_data()
{
    QTest::addColumn<QStyle::PrimitiveElement>("element");
    QTest::newRow("radio button") << QStyle::PE_IndicatorRadioButton;
    QTest::newRow("check box") << QStyle::PE_IndicatorCheckBox;
}

void ColoursTest::indicatorsHaveContrast()
{
    QFETCH(QStyle::PrimitiveElement, element);
    const QColor window(0x2a, 0x2e, 0x32);
    QStyleOptionButton option;
    option.rect = QRect(0, 0, 16, 16);
    option.state = QStyle::State_Enabled | QStyle::State_Off;
    option.palette.setColor(QPalette::Window, window);
    option.palette.setColor(QPalette::Base, QColor(0x1e, 0x22, 0x26));
    option.palette.setColor(QPalette::Text, QColor(0xee, 0xee, 0xee));
    QImage picture(16, 16, QImage::Format_RGB32);
    picture.fill(window);
    QPainter painter(&picture);
    FusionStyle().drawPrimitive(element, &option, &painter);
    painter.end();
    double best = 0;
    for (int x = 0; x < picture.width(); ++x)
        best = std::max(best, contrast(picture.pixelColor(x, 8), window));
    QVERIFY2(best >= 3.0, qPrintable(QString::number(best)));
}

/// What stands at the end of a bar that has more buttons than room: two tips that point to the right, whole in the narrow
/// room that Qt gives it.
void ColoursTest::narrowBarHasASign_data()
{
    QTest::addColumn<QSize>("room");
    QTest::newRow("usual font") << QSize(12, 16);
    QTest::newRow("twice as large") << QSize(12, 30);
    QTest::newRow("square") << QSize(16, 16);
}

void ColoursTest::narrowBarHasASign()
{
    QFETCH(QSize, room);
    const QColor window = QGuiApplication::palette().color(QPalette::Window);
    QImage picture(room + QSize(8, 8), QImage::Format_RGB32);
    picture.fill(window);
    QPainter painter(&picture);
    FusionStyle().standardIcon(QStyle::SP_ToolBarHorizontalExtensionButton).paint(&painter, QRect(QPoint(4, 4), room));
    painter.end();
    double best = 0;
    QRect ink;
    for (int x = 0; x < picture.width(); ++x)
        for (int y = 0; y < picture.height(); ++y) {
            const double here = contrast(picture.pixelColor(x, y), window);
            best = std::max(best, here);
            if (here > 1.2)
                ink |= QRect(x, y, 1, 1);
        }
    QVERIFY2(best >= 3.0, qPrintable(QString::number(best)));
    const QRect whole(QPoint(4, 4), room);
    QVERIFY(ink.width() > room.width() / 2 && ink.left() >= whole.left() && ink.right() <= whole.right());
    QVERIFY(std::abs(ink.center().x() - whole.center().x()) <= 1
            && std::abs(ink.center().y() - whole.center().y()) <= 1);
}

QTEST_MAIN(ColoursTest)
#include "tst_colours.moc"
