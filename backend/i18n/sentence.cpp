// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "i18n/sentence.h"

#include "domain/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace bondwright::i18n
{

using namespace Qt::StringLiterals;

namespace
{

// Control characters, which no sentence holds, and which D-Bus and JSON carry.
constexpr QChar begin(0x01);
constexpr QChar end(0x02);
constexpr QChar separator(0x1f);
constexpr QChar percent(0x1a); // in place of %, so that arg() finds the places for arguments only

constexpr int fieldsBeforePlaces = 4; // context, source, comment, n
constexpr int maxDepth = 8;

/// The markers %1, %L2 … of a source text, each once, as QString::arg() takes them.
QStringList markersOf(const QString &source)
{
    static const QRegularExpression marker(u"%L?([0-9]{1,2})"_s);
    QStringList markers;
    for (const auto &match : marker.globalMatch(source)) {
        if (!markers.contains(match.captured()))
            markers.append(match.captured());
    }
    return markers;
}

using Translate = QString (*)(const QByteArray &context, const QByteArray &source, const QByteArray &comment, int n);

QString translated(const QByteArray &context, const QByteArray &source, const QByteArray &comment, int n)
{
    return QCoreApplication::translate(context.constData(), source.constData(),
                                       comment.isEmpty() ? nullptr : comment.constData(), n);
}

QString untranslated(const QByteArray &, const QByteArray &source, const QByteArray &, int n)
{
    return QString::fromUtf8(source).replace(u"%n"_s, QString::number(n));
}

/// One sentence from the text between its marks; the sentences in its arguments are rendered already.
QString sentence(const QStringList &fields, Translate translate)
{
    if (fields.size() < fieldsBeforePlaces)
        return fields.join(u' ');
    const QString source = QString(fields.at(1)).replace(percent, u'%');
    const QStringList markers = markersOf(source);
    const QString text = translate(fields.at(0).toUtf8(), source.toUtf8(), fields.at(2).toUtf8(), fields.at(3).toInt());
    static const QRegularExpression marker(u"%L?[0-9]{1,2}"_s);
    QString result;
    qsizetype position = 0;
    for (const auto &match : marker.globalMatch(text)) {
        const qsizetype place = markers.indexOf(match.captured());
        result += QStringView(text).mid(position, match.capturedStart() - position);
        result += place < 0 ? match.captured() : fields.value(fieldsBeforePlaces + place);
        position = match.capturedEnd();
    }
    return result.append(QStringView(text).mid(position));
}

struct Reader {
    const QString &text;
    Translate translate;
    qsizetype position = 0;

    /// Up to the end mark that belongs to the begin mark before, or to the end of the text.
    QString readSentence(int depth)
    {
        QStringList fields{QString()};
        while (position < text.size()) {
            const QChar c = text.at(position++);
            if (c == end)
                break;
            if (c == begin && depth < maxDepth)
                fields.last() += readSentence(depth + 1);
            else if (c == separator)
                fields.append(QString());
            else if (c != begin && !isSpare(c, fields.last()))
                fields.last() += c;
        }
        return sentence(fields, translate);
    }

    QString readAll()
    {
        QString result;
        while (position < text.size()) {
            const QChar c = text.at(position++);
            if (c == begin)
                result += readSentence(0);
            else if (c != end && !isSpare(c, result))
                result += c;
        }
        return result;
    }

    /// Sentences are joined before they are rendered: only now is it known which script parts them without a blank.
    bool isSpare(QChar c, const QString &before) const
    {
        return c == u' ' && position < text.size() && text.at(position) == begin && endsWithFullWidthStop(before);
    }
};

QString render(const QString &text, Translate translate)
{
    return text.contains(begin) || text.contains(end) ? Reader{text, translate}.readAll() : text;
}

} // namespace

QString SentenceRecorder::translate(const char *context, const char *source, const char *comment, int n) const
{
    const QString text = QString::fromUtf8(source);
    QStringList fields{QString::fromUtf8(context), QString(text).replace(u'%', percent), QString::fromUtf8(comment),
                       QString::number(n)};
    fields += markersOf(text);
    return begin + fields.join(separator) + end;
}

QString rendered(const QString &text)
{
    return render(text, translated);
}

QString inEnglish(const QString &text)
{
    return render(text, untranslated);
}

} // namespace bondwright::i18n
