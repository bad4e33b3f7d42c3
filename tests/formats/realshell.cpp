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

QList<Sourced> sourceAllWithBash(const QByteArrayList &texts, const QByteArrayList &keys)
{
    const QTemporaryDir folder;
    QByteArray script = "__say() { printf '\\0BEGIN\\0'; for __k in " + keys.join(' ')
        + "; do [ \"${!__k+x}\" ] && printf '%s=%s\\0' \"$__k\" \"${!__k}\"; done; printf 'END\\0'; }\nset -r\n";
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QByteArray name = 'f' + QByteArray::number(i);
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(texts.at(i)) != texts.at(i).size())
            return {};
        // Not "( … )": there bash 5.2 may let the last command of the file replace the subshell.
        script += "{ ulimit -t 2; . " + name + "; wait; __say; } &\nwait\nprintf '\\0NEXT\\0'\n";
    }
    QFile file(folder.filePath(u"script"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return {};
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, folder.path()); // where "." looks; no program is there
    process.setProcessEnvironment(environment);
    process.start(u"/bin/bash"_s, {u"--norc"_s, u"--noprofile"_s, u"script"_s});
    if (!process.waitForFinished(300000))
        return {};
    QList<Sourced> results(1);
    for (const QByteArray &part : process.readAllStandardOutput().split('\0')) {
        if (part == "NEXT")
            results.append(Sourced());
        else if (part == "BEGIN")
            results.last().values.clear(); // whatever the file itself has printed
        else if (part == "END")
            results.last().ran = true;
        else if (const qsizetype equals = part.indexOf('='); equals > 0)
            results.last().values.insert(part.left(equals), part.mid(equals + 1));
    }
    results.removeLast();
    return results;
}

} // namespace bondwright::test
