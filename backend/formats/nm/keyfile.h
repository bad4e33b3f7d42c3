// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/nm/profile.h"

#include <QByteArray>

namespace bondwright::formats::nm
{

/// One keyfile, as NetworkManager understands it: id and UUID are made from the path where the text has none.
/// "nm.keyfile" with libnm's own words if it cannot be read.
Result<Profile> readKeyfile(const QString &path, const QByteArray &text);

/// The profile as a keyfile. Where there was a file before, its comments, its unknown groups and keys and
/// its order stay, and only what differs is written; a file that says the same already stays as it is.
/// @param oldPath where the old text lies, if elsewhere than profile.path: then id and UUID are written down
Result<QByteArray> writeKeyfile(const Profile &profile, const QByteArray &oldText = {}, const QString &oldPath = {});

} // namespace bondwright::formats::nm
