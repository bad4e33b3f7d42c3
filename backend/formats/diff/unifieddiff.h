// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/changeset.h"

#include <QByteArray>

namespace bondwright::formats
{

/// One file in the format of "diff -u", as patch(1) takes it; /dev/null where it did not or will not exist.
/// Empty if nothing changes.
QByteArray unifiedDiff(const FileChange &change);
/// All files, one after the other.
QByteArray unifiedDiff(const ChangeSet &changes);

/// The text with the values of passwords and keys replaced by "***", line by line: keyfiles (psk=, password=,
/// …) and ifcfg files (WPA_PSK=, KEY=, IEEE_8021X_PASSWORD=, …). For whatever is shown or logged.
QByteArray withoutSecrets(const QByteArray &text);

} // namespace bondwright::formats
