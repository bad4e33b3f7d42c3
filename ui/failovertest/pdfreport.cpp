// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/pdfreport.h"

#include "common/pdfpage.h"
#include "posix/wholefile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QJsonDocument>
#include <QPainter>
#include <QSvgRenderer>
#include <QUrl>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(bondwright::ui::TestReport)
};

// 64 slaves with 16 targets of 4,000 pings each stay below it.
constexpr qsizetype maxJsonBytes = 128 * 1024 * 1024;

constexpr int pictureWidth = 640; // what an A4 page takes at 96 dpi

constexpr char style[] = "h1{font-size:16pt}h2{font-size:13pt}th,td{vertical-align:middle}th{text-align:left;font-"
                         "weight:normal;color:#555555;"
                         "padding-right:16px}.pass{color:#006b4e}.fail{color:#a83c00}.verdict{font-size:13pt}";

} // namespace

void fillReport(QTextDocument &document, const failover::TestResult &result, Language language, double sharpness)
{
    document.setDefaultStyleSheet(QLatin1String(style));
    for (qsizetype i = 0; i < result.steps.size(); ++i) {
        QSvgRenderer renderer(failover::stepPicture(result.steps.at(i), language));
        // Drawn at the size shown: a text document scales pictures without smoothing.
        const QSize shown(pictureWidth,
                          renderer.defaultSize().height() * pictureWidth / renderer.defaultSize().width());
        QImage picture(shown * sharpness, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        renderer.render(&painter);
        painter.end();
        picture.setDevicePixelRatio(sharpness);
        document.addResource(QTextDocument::ImageResource, QUrl(u"step-%1.svg"_s.arg(i)), picture);
    }
    document.setHtml(failover::reportRichText(result, language)
                         .replace(u"<img src="_s, u"<img width=\"%1\" src="_s.arg(pictureWidth)));
}

Result<void> writePdf(const QString &path, const failover::TestResult &result, Language first)
{
    const auto second = first == Language::English ? Language::Chinese : Language::English;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        setPaper(writer);
        //: @title of the PDF; %1 is a bond's name
        writer.setTitle(ReportText::tr("Failover test of %1").arg(result.bond));
        QPainter painter(&writer);
        bool isFirstPage = true;
        for (const Language language : {first, second}) {
            QTextDocument document;
            fillReport(document, result, language, 3);
            setPaperFonts(document);
            const QSizeF page(writer.width(), writer.height());
            document.setPageSize(page);
            for (int i = 0; i < document.pageCount(); ++i) {
                if (!isFirstPage)
                    writer.newPage();
                isFirstPage = false;
                painter.save();
                painter.translate(0, -i * page.height());
                document.drawContents(&painter, QRectF(QPointF(0, i * page.height()), page));
                painter.restore();
            }
        }
    }
    return writeWhole(path, buffer.data(), u"report.write"_s);
}

Result<void> writePdfOf(QIODevice &json, const QString &path, Language first)
{
    QByteArray text;
    while (text.size() < maxJsonBytes) {
        const QByteArray part = json.read(256 * 1024);
        if (part.isEmpty())
            break;
        text += part;
    }
    const auto result = failover::testResultFromJson(QJsonDocument::fromJson(text).object());
    if (!result)
        //: @error
        return fail(u"report.json"_s,
                    ReportText::tr("Standard input is not the result of a failover test (bondctl test --json)."));
    return writePdf(path, *result, first);
}

Result<void> writeHtml(const QString &path, const failover::TestResult &result, Language first)
{
    return writeWhole(path, failover::reportHtml(result, first).toUtf8(), u"report.write"_s);
}

} // namespace bondwright::ui
