// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/formatid.h"
#include "formats/files/rootfolder.h"

#include <QString>

namespace bondwright::formats
{

/// The release of the program that reads a format's files, as installed below the root: of systemd by the name of its
/// library, of the others from dpkg's list of packages. "252", "0.106-2+deb12u1"; empty: not to be told.
QString programVersion(const RootFolder &root, FormatId format);
QString programVersion(const QString &root, FormatId format);

/// Of one package in dpkg's list ("/var/lib/dpkg/status"); empty: not installed.
QString packageVersion(const QByteArray &status, const QByteArray &package);

/// Whether a release has what came with another. Digits and their order count, as in "1.1.0-8", "252.39-1~deb12u2",
/// "1:2.10".
bool isAtLeast(const QString &version, const QString &since);

} // namespace bondwright::formats
