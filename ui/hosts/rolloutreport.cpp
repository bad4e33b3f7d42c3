// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/rolloutreport.h"

#include "common/pdfpage.h"
#include "posix/wholefile.h"
#include "rollout/report.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

QByteArray pdfOf(const QString &html)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        setPaper(writer);
        QTextDocument document;
        document.setHtml(html);
        setPaperFonts(document);
        writer.setTitle(document.metaInformation(QTextDocument::DocumentTitle));
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        document.print(&writer);
    }
    return buffer.data();
}

} // namespace

Result<void> writeRolloutReport(const rollout::RolloutRun &run, const QString &path)
{
    const QString html = rollout::reportHtml(run);
    return writeWhole(path, path.endsWith(u".pdf") ? pdfOf(html) : html.toUtf8(), u"report.write"_s);
}

} // namespace bondwright::ui
