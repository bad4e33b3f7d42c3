// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "posix/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <sys/stat.h>

#include <algorithm>

namespace bondwright
{

namespace
{

struct FileText {
    Q_DECLARE_TR_FUNCTIONS(files)
};

/// Of what is there; 0: nothing is.
mode_t typeOf(const QString &path)
{
    struct ::stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

// QSaveFile::commit() alone does not look at what its own flush() says: on a full disk it puts a truncated file in place and reports
// success (Qt 6.4).
bool writeAll(QFileDevice &file, const QByteArray &content)
{
    const qint64 written = file.write(content);
    if (written == content.size() && file.flush())
        return true;
    // So far only a part is known to be written; the rest gives the system's words for errorString().
    (void)file.write(content.mid(std::max<qint64>(written, 0)));
    (void)file.flush();
    return false;
}

} // namespace

tl::unexpected<Error> cannotBeWritten(const QString &path, const QString &code, const QString &systemsWords)
{
    //: @error %1 is a path, %2 the system's words
    return fail(code, FileText::tr("“%1” cannot be written: %2").arg(path, systemsWords));
}

Result<void> writeWhole(const QString &path, const QByteArray &content, const QString &code,
                        std::optional<QFileDevice::Permissions> permissions)
{
    // QSaveFile would put a file in its place. Of a folder it says itself that it is one.
    if (const mode_t type = typeOf(path); type != 0 && type != S_IFREG && type != S_IFDIR)
        //: @error %1 is a path
        return fail(code, FileText::tr("“%1” is a device or a pipe, not a file.").arg(path));
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && (!permissions || file.setPermissions(*permissions))
        && writeAll(file, content) && file.commit())
        return {};
    return cannotBeWritten(path, code, file.errorString());
}

Result<void> writeOutput(const QString &path, const QByteArray &content, const QString &code,
                         std::optional<QFileDevice::Permissions> permissions)
{
    const mode_t type = typeOf(path);
    if (type != S_IFCHR && type != S_IFIFO)
        return writeWhole(path, content, code, permissions);
    QFile stream(path);
    if (stream.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && writeAll(stream, content))
        return {};
    return cannotBeWritten(path, code, stream.errorString());
}

} // namespace bondwright
