// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace bondwright::hostfacts
{

/// The first 128 KiB of a file; empty if it cannot be read. For files of /proc, /sys and /etc, whose
/// absence only means that a fact is not known.
QByteArray readSmallFile(const QString &path);

} // namespace bondwright::hostfacts
