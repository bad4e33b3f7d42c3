// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sentences.h"

#include <QCoreApplication>

namespace bondwright
{

bool endsWithFullWidthStop(QStringView text)
{
    return !text.isEmpty() && QStringView(u"。！？；：，）").contains(text.back());
}

QString joinSentences(const QStringList &sentences)
{
    QString paragraph;
    for (const QString &sentence : sentences) {
        if (!paragraph.isEmpty() && !sentence.isEmpty() && !endsWithFullWidthStop(paragraph))
            paragraph += u' ';
        paragraph += sentence;
    }
    return paragraph;
}

QString asSentence(const QString &phrase)
{
    //: @info a word or phrase that other sentences follow, with the full stop of this language
    return QCoreApplication::translate("sentences", "%1.").arg(phrase);
}

} // namespace bondwright
