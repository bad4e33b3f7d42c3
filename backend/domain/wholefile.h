// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

#include <algorithm>

namespace bondwright
{

/// Writes an open QSaveFile and puts it in its place, whole or not at all. QSaveFile::commit() alone does not look at what its
/// own flush() says: on a full disk it puts a truncated file in place and reports success (Qt 6.4).
template <typename SaveFile>
bool commitWhole(SaveFile &file, const QByteArray &content)
{
    const qint64 written = file.write(content);
    if (written == content.size() && file.flush())
        return file.commit();
    // So far only a part is known to be written; the rest gives the system's words for errorString().
    (void)file.write(content.mid(std::max<qint64>(written, 0)));
    (void)file.flush();
    return false;
}

/// "“/root/a.html” cannot be written: Permission denied"
QString cannotBeWritten(const QString &path, const QString &systemsWords);

/// A QSaveFile that is not open yet, whole or not at all. @param code of the error, which says what the system says
template <typename SaveFile>
Result<void> writeWhole(SaveFile &&file, const QByteArray &content, const QString &code)
{
    if (file.open(SaveFile::WriteOnly) && commitWhole(file, content))
        return {};
    return fail(code, cannotBeWritten(file.fileName(), file.errorString()));
}

} // namespace bondwright
