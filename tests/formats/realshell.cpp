// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/realshell.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace bondwright::test
{

Sourced sourceFile(const QString &shell, const QByteArray &text, const QByteArrayList &keys)
{
    Sourced result;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"sourced"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return result;
    file.close();
    QByteArray script = ". ./sourced\n";
    for (const QByteArray &key : keys)
        script += "if [ \"${" + key + "+x}\" ]; then printf '%s=%s\\0' " + key + " \"$" + key + "\"; fi\n";
    script += "printf 'END\\0'\n";
    QProcess process;
    process.setWorkingDirectory(folder.path());
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    process.setProcessEnvironment(environment);
    QStringList arguments;
    if (shell == u"busybox")
        arguments = {u"sh"_s};
    else if (shell == u"bash")
        arguments = {u"--norc"_s, u"--noprofile"_s};
    process.start(shell, arguments + QStringList{u"-c"_s, QString::fromUtf8(script)});
    if (!process.waitForFinished(20000))
        return result;
    QByteArrayList parts = process.readAllStandardOutput().split('\0');
    result.errors = process.readAllStandardError();
    result.ran = parts.contains("END");
    for (const QByteArray &part : std::as_const(parts)) {
        if (const qsizetype equals = part.indexOf('='); equals > 0)
            result.values.insert(part.left(equals), part.mid(equals + 1));
    }
    result.leftBehind = QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    result.leftBehind.removeAll(u"sourced"_s);
    return result;
}

} // namespace bondwright::test
