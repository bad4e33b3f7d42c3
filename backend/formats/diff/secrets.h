// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/changeset.h"

#include <QByteArray>

namespace bondwright::formats
{

/// The text of a keyfile or ifcfg file with the values of passwords and keys replaced by "***". For whatever is
/// shown or logged; the text itself, not a diff of it, because a value may have several lines.
///
/// A value goes as far as a shell reads it and to the end of its line at least: second assignments on a line,
/// quoted and continued lines, comments. In keyfiles everything in sections named "…-secrets" is hidden, in ifcfg
/// files also the variables from which a secret is put together, and what follows ethtool's "sopass".
/// Rather too much is hidden than too little.
QByteArray withoutSecrets(const QByteArray &text);
/// Both texts of every file.
ChangeSet withoutSecrets(ChangeSet changes);

} // namespace bondwright::formats
