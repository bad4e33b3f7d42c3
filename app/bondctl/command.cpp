// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include <QFile>
#include <QFileInfo>

namespace bondwright::cli
{

int reportError(Context &context, const Error &error)
{
    context.err << "bondctl: " << error.message << '\n';
    if (!error.hint.isEmpty())
        context.err << "  " << error.hint << '\n';
    return Failure;
}

int reportUsage(Context &context, const QString &message)
{
    context.err << "bondctl: " << message << '\n'
                << "  "
                << QCoreApplication::translate("bondctl", "“bondctl help” lists the commands and their arguments.")
                << '\n';
    return Usage;
}

Result<QByteArray> readInput(const QString &path, qint64 maxBytes)
{
    const QString name = path == u"-" ? QCoreApplication::translate("bondctl", "standard input") : u'“' + path + u'”';
    if (QFileInfo(path).isDir())
        return fail(QStringLiteral("input.open"), QCoreApplication::translate("bondctl", "%1 is a folder.").arg(name));
    QFile file;
    bool isOpen = false;
    if (path == u"-") {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        isOpen = file.open(QIODevice::ReadOnly);
    }
    if (!isOpen)
        return fail(QStringLiteral("input.open"),
                    QCoreApplication::translate("bondctl", "“%1” cannot be read: %2").arg(path, file.errorString()));
    QByteArray data;
    while (data.size() <= maxBytes) {
        const QByteArray part = file.read(maxBytes + 1 - data.size());
        if (part.isEmpty())
            break;
        data += part;
    }
    if (data.size() > maxBytes)
        return fail(QStringLiteral("input.too-big"),
                    //: @error %1 is a quoted file name or “standard input”
                    QCoreApplication::translate("bondctl", "%1 is larger than %2 KiB.").arg(name).arg(maxBytes / 1024));
    return data;
}

} // namespace bondwright::cli
