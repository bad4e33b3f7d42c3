// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/nm/profile.h"

#include <QByteArray>

namespace bondwright::formats::nm
{

QString keyfileFolder(); ///< /etc/NetworkManager/system-connections

/// Names that NetworkManager's keyfile plugin reads: no leading dot, no editor or package left-overs.
bool isKeyfileName(const QString &fileName);

/// One *.nmconnection text. "nm.keyfile" with libnm's own words if it cannot be read.
Result<Profile> readKeyfile(const QString &path, const QByteArray &text);

/// The profile as a keyfile. Where there was a file before, its comments, its unknown groups and keys and
/// its order stay, and only what differs is written; a file that says the same already stays as it is.
Result<QByteArray> writeKeyfile(const ConnectionPtr &connection, const QByteArray &oldText = {});

/// "NAME.nmconnection" below keyfileFolder(), with what a file name cannot hold replaced.
QString keyfilePathFor(const QString &id);

} // namespace bondwright::formats::nm
