// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/publicfile.h"

#include "posix/wholefile.h"

namespace bondwright::watch
{

Result<void> writePublicFile(const QString &name, const QByteArray &bytes)
{
    return writeWhole(name, bytes, QStringLiteral("file.unwritable"),
                      QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup
                          | QFileDevice::ReadOther);
}

} // namespace bondwright::watch
