// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/publicfile.h"

#include "domain/wholefile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace bondwright::watch
{

Result<void> writePublicFile(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup
                               | QFileDevice::ReadOther)
        && commitWhole(file, bytes);
    if (isWritten)
        return {};
    return fail(QStringLiteral("file.unwritable"),
                //: @error %1 file, %2 the system's reason
                QCoreApplication::translate("Watch", "%1 cannot be written: %2.").arg(name, file.errorString()));
}

} // namespace bondwright::watch
