// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/fonts.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QGuiApplication>
#include <QTest>
#include <QTextLayout>

using namespace bondwright::ui;
using namespace Qt::StringLiterals;

class FontsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chineseHasChineseForms();
    void environmentStaysAsItWas();
    void chineseIsNotKerned();
};

/// main() asked for Chinese in a locale that is not.
void FontsTest::chineseHasChineseForms()
{
    QVERIFY2(QFontDatabase::hasFamily(u"Noto Sans CJK SC"_s) && QFontDatabase::hasFamily(u"Noto Sans CJK JP"_s),
             "fonts-noto-cjk is among what .ci/packages lab installs");
    QTextLayout layout(u"直骨"_s); // written otherwise in Japan
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().rawFont().familyName(), u"Noto Sans CJK SC"_s);
}

void FontsTest::environmentStaysAsItWas()
{
    QVERIFY(!qEnvironmentVariableIsSet("FC_LANG"));
    qputenv("FC_LANG", "zh_TW");
    readFonts(u"zh_CN"_s).join();
    QCOMPARE(qgetenv("FC_LANG"), "zh_TW");
}

void FontsTest::chineseIsNotKerned()
{
    const auto kerning = [] {
        const QFontMetrics metrics{QGuiApplication::font()};
        return metrics.horizontalAdvance(u"AVAVAV"_s) - 3 * metrics.horizontalAdvance(u'A')
            - 3 * metrics.horizontalAdvance(u'V');
    };
    QGuiApplication::setFont(QFont(u"DejaVu Sans"_s)); // which has it, other than that for ideographs
    shapeSparingly(u"en"_s);
    QVERIFY2(kerning() < 0, qPrintable(QRawFont::fromFont(QGuiApplication::font()).familyName()));
    shapeSparingly(u"zh_CN"_s);
    QCOMPARE(kerning(), 0);
}

int main(int argc, char **argv)
{
    qunsetenv("FC_LANG");
    qputenv("LC_ALL", "C.UTF-8");
    readFonts(u"zh_CN"_s).join();
    QGuiApplication app(argc, argv);
    FontsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fonts.moc"
