// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

/// Sentences that are made where they are read. A program that serves users of several languages installs a
/// SentenceRecorder: its tr() then gives the source text and leaves a place for each argument, and
/// QString::arg() fills these. Such a text travels as it is; the reader's program renders it in its user's
/// language. Recorded texts may be joined and put into each other like any others.
namespace bondwright::i18n
{

class SentenceRecorder final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *source, const char *comment, int n) const override;
    bool isEmpty() const override { return false; }
};

/// The text with every recorded sentence in it put into the language in use. Text without any is returned as
/// it is; so is what only looks like one, without its control characters.
QString rendered(const QString &text);
/// The same in the source language, for logs and for clients that do not translate.
QString inEnglish(const QString &text);

} // namespace bondwright::i18n
