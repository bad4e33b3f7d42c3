// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tourreport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QRegularExpression>
#include <QTextStream>

#include <cstdio>

namespace bondwright::tour
{

namespace
{

constexpr auto style
    = R"(body{font:16px/1.5 system-ui,sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#222}
h2{margin-top:2.5em;border-bottom:1px solid #ccc}img{max-width:100%;border:1px solid #bbb}
figure{margin:1.5em 0}figcaption{color:#555}.yes::before{content:"✓ ";color:#00704f}.no{font-weight:bold}
.no::before{content:"✕ ";color:#b34000}pre{background:#f4f4f4;padding:1em;overflow:auto;font-size:13px}
table{border-collapse:collapse}td{padding:.2em 1em .2em 0}p{margin:.3em 0})";

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

TourReport::TourReport(const QDir &folder)
    : m_folder(folder)
{
    m_folder.mkpath(QStringLiteral("."));
    m_clock.start();
}

void TourReport::add(Entry entry)
{
    entry.atMs = m_clock.elapsed();
    m_entries.append(std::move(entry));
}

void TourReport::chapter(const QString &title)
{
    QTextStream(stdout) << "\n== " << title << '\n';
    add({Entry::Kind::Chapter, title, {}, true, 0});
}

QString TourReport::picture(const QPixmap &pixmap, const QString &caption)
{
    QString slug = caption.toLower();
    slug.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
    slug = slug.left(48);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    const QString name = QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(slug);
    if (pixmap.isNull() || !pixmap.save(m_folder.filePath(name)))
        check(false, QStringLiteral("The picture “%1” was taken").arg(caption));
    QTextStream(stdout) << "   " << name << '\n';
    add({Entry::Kind::Picture, caption, name, true, 0});
    return name;
}

bool TourReport::check(bool holds, const QString &statement, const QString &seen)
{
    if (!holds)
        ++m_failures;
    QTextStream(stdout) << (holds ? "   ok    " : "   FAIL  ") << statement
                        << (seen.isEmpty() ? QString() : QStringLiteral(": ") + seen) << '\n';
    add({Entry::Kind::Check, statement, seen, holds, 0});
    return holds;
}

void TourReport::figure(const QString &name, const QString &value)
{
    QTextStream(stdout) << "   " << name << ": " << value << '\n';
    add({Entry::Kind::Figure, name, value, true, 0});
}

void TourReport::text(const QString &caption, const QString &content)
{
    add({Entry::Kind::Text, caption, content, true, 0});
}

void TourReport::file(const QString &name, const QString &caption)
{
    check(m_folder.exists(name), QStringLiteral("%1 was written").arg(name));
    add({Entry::Kind::File, caption, name, true, 0});
}

QString TourReport::htmlOf(const Entry &entry) const
{
    const QString caption = entry.caption.toHtmlEscaped();
    const QString content = entry.content.toHtmlEscaped();
    switch (entry.kind) {
    case Entry::Kind::Chapter:
        return QStringLiteral("<h2>%1</h2>\n").arg(caption);
    case Entry::Kind::Picture:
        return QStringLiteral("<figure><img src=\"%1\" alt=\"%2\"><figcaption>%2</figcaption></figure>\n")
            .arg(content, caption);
    case Entry::Kind::Check:
        return QStringLiteral("<p class=\"%1\">%2%3</p>\n")
            .arg(entry.holds ? QStringLiteral("yes") : QStringLiteral("no"), caption,
                 content.isEmpty() ? QString() : QStringLiteral(" <small>(%1)</small>").arg(content));
    case Entry::Kind::Figure:
        return QStringLiteral("<p><b>%1</b> %2</p>\n").arg(caption, content);
    case Entry::Kind::Text:
        return QStringLiteral("<p>%1</p><pre>%2</pre>\n").arg(caption, content);
    case Entry::Kind::File:
        return QStringLiteral("<p><a href=\"%1\">%2</a></p>\n").arg(content, caption);
    }
    return {};
}

bool TourReport::write(const QString &title) const
{
    QString html
        = QStringLiteral("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%1</title><style>%2</style>"
                         "<h1>%1</h1><p>%3</p>\n")
              .arg(title.toHtmlEscaped(), QLatin1String(style),
                   m_failures == 0 ? QStringLiteral("Every step happened as expected.")
                                   : QStringLiteral("%1 steps did NOT happen as expected.").arg(m_failures));
    QJsonArray checks;
    QJsonObject figures;
    for (const Entry &entry : m_entries) {
        html += htmlOf(entry);
        if (entry.kind == Entry::Kind::Check)
            checks.append(QJsonObject{{QStringLiteral("statement"), entry.caption},
                                      {QStringLiteral("holds"), entry.holds},
                                      {QStringLiteral("seen"), entry.content},
                                      {QStringLiteral("atMs"), entry.atMs}});
        if (entry.kind == Entry::Kind::Figure)
            figures.insert(entry.caption, entry.content);
    }
    const QJsonObject summary{{QStringLiteral("failures"), m_failures},
                              {QStringLiteral("pictures"), m_pictures},
                              {QStringLiteral("checks"), checks},
                              {QStringLiteral("figures"), figures}};
    return writeFile(m_folder.filePath(QStringLiteral("index.html")), html.toUtf8())
        && writeFile(m_folder.filePath(QStringLiteral("summary.json")), QJsonDocument(summary).toJson());
}

} // namespace bondwright::tour
