// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/output.h"

#include "common/suggestion.h"
#include "common/words.h"

#include <QJsonDocument>

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Columns of the terminal; pipes and very wide terminals get what reads well.
int lineWidth()
{
    static constexpr int widest = 100, narrowest = 40;
    static const int width = [] {
        winsize size{};
        const bool isKnown = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
        return isKnown ? std::clamp(int(size.ws_col), narrowest, widest) : widest;
    }();
    return width;
}

// Chinese characters and their punctuation take two columns and may be parted anywhere.
bool isWide(QChar c)
{
    return c.unicode() >= 0x2e80;
}

// What must not stand at the beginning of a line.
bool isClosing(QChar c)
{
    return QStringView(u"，。；：、！？）”’》").contains(c);
}

} // namespace

void printJson(Context &context, const QJsonArray &array)
{
    context.out << QString::fromUtf8(QJsonDocument(array).toJson());
}

void printJson(Context &context, const QJsonObject &object)
{
    context.out << QString::fromUtf8(QJsonDocument(object).toJson());
}

QString severityLabel(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        //: @label severity of a finding
        return QCoreApplication::translate("bondctl", "error");
    case Severity::Warning:
        //: @label severity of a finding
        return QCoreApplication::translate("bondctl", "warning");
    case Severity::Advice:
        //: @label severity of a finding
        return QCoreApplication::translate("bondctl", "advice");
    }
    return {};
}

QString wrapped(const QString &text, int indent)
{
    const QString margin(indent, u' ');
    QString result = margin;
    int column = indent;
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start + 1;
        int width = isWide(text.at(start)) ? 2 : 1;
        while (!isWide(text.at(start)) && end < text.size() && text.at(end) != u' ' && !isWide(text.at(end))) {
            ++end;
            ++width;
        }
        for (; end < text.size() && isClosing(text.at(end)); ++end)
            width += 2;
        if (column + width > lineWidth() && column > indent) {
            result += u'\n' + margin;
            column = indent;
            if (text.at(start) == u' ') {
                ++start;
                continue;
            }
        }
        result += text.mid(start, end - start);
        column += width;
        start = end;
    }
    return result;
}

Result<ParsedPlan> readPlan(const QString &path)
{
    return readInput(path, maxPlanBytes).and_then([](const QByteArray &json) { return planFromJson(json); });
}

void sayUnknownMembers(Context &context, const QStringList &unknownMembers)
{
    for (const QString &member : unknownMembers)
        context.err << Words::tr("The plan's member “%1” is not known and was ignored.").arg(shortened(member)) << '\n';
    context.err.flush();
}

Finding findingOf(const Error &error)
{
    return {Severity::Error, FindingScope::Validity, error.code, {}, error.message, error.hint};
}

} // namespace bondwright::cli
