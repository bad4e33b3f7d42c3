// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/wholefile.h"

#include <QCoreApplication>

namespace bondwright
{

QString cannotBeWritten(const QString &path, const QString &systemsWords)
{
    //: @error %1 is a path, %2 the system's words
    return QCoreApplication::translate("files", "“%1” cannot be written: %2").arg(path, systemsWords);
}

} // namespace bondwright
