// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostfacts/smallfile.h"

#include <QFile>

namespace bondwright::hostfacts
{

namespace
{

constexpr qint64 maxBytes = 128 * 1024;

} // namespace

QByteArray readSmallFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(maxBytes) : QByteArray();
}

} // namespace bondwright::hostfacts
