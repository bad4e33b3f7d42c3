// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "common/hostaccess.h"
#include "common/suggestion.h"
#include "common/words.h"
#include "domain/errorcode.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QString optionUsage(const Option &option)
{
    QString text = u"--"_s + option.name;
    if (option.value)
        text += u' ' + option.value->name;
    return option.isRepeatable ? text + u" …"_s : text;
}

} // namespace

QString usageOf(const Command &command)
{
    QStringList parts{command.name};
    for (const Word &word : command.words) {
        const QString name = word.maximum == 1 ? word.value.name : word.value.name + u" …"_s;
        parts.append(word.minimum > 0 ? name : u'[' + name + u']');
    }
    QString last;
    for (const Option &option : command.options) {
        const QString text = optionUsage(option);
        if (!option.insteadOf.isEmpty() && option.insteadOf == last)
            parts.last().replace(parts.last().size() - 1, 1, u" | "_s + text + u']');
        else
            parts.append(option.isRequired ? text : u'[' + text + u']');
        last = option.name;
    }
    return parts.join(u' ');
}

tl::unexpected<Error> usageError(const QString &message, const QString &hint)
{
    return fail(QStringLiteral("usage"), message, hint);
}

int reportError(Context &context, const Error &error)
{
    context.err << "bondctl: " << error.message << '\n';
    if (!error.hint.isEmpty())
        context.err << "  " << context.host.withHost(error.hint).replace(u'\n', u"\n  "_s) << '\n';
    if (error.code == errorcode::notAuthorized)
        return NotAuthorized;
    if (error.code != u"usage")
        return Failure;
    context.err << "  "
                << (context.command.isEmpty()
                        //: @info hint
                        ? Words::tr("“bondctl help” lists the commands.")
                        //: @info hint, %1 a command
                        : Words::tr("“bondctl help %1” explains its arguments.").arg(context.command))
                << '\n';
    return Usage;
}

int reportUsage(Context &context, const QString &message)
{
    return reportError(context, {u"usage"_s, message, {}});
}

Result<QByteArray> readInput(const QString &path, qint64 maxBytes)
{
    const QString name = path == u"-" ? Words::tr("standard input") : u'“' + shortened(path) + u'”';
    if (QFileInfo(path).isDir())
        return fail(QStringLiteral("input.open"), Words::tr("%1 is a folder.").arg(name));
    QFile file;
    bool isOpen = false;
    if (path == u"-") {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        isOpen = file.open(QIODevice::ReadOnly);
    }
    const auto unreadable = [&] {
        return fail(QStringLiteral("input.open"),
                    Words::tr("“%1” cannot be read: %2").arg(shortened(path), file.errorString()));
    };
    if (!isOpen)
        return unreadable();
    QByteArray data;
    while (data.size() <= maxBytes) {
        const QByteArray part = file.read(maxBytes + 1 - data.size());
        if (part.isEmpty())
            break;
        data += part;
    }
    if (file.error() != QFileDevice::NoError)
        return unreadable();
    if (data.size() > maxBytes)
        return fail(QStringLiteral("input.too-big"),
                    //: @error %1 is a quoted file name or “standard input”
                    Words::tr("%1 is larger than %2 KiB.").arg(name).arg(maxBytes / 1024));
    return data;
}

} // namespace bondwright::cli
