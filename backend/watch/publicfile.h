// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace bondwright::watch
{

/// Readers see the whole new file or the former one; everybody may read it. Error "file.unwritable".
Result<void> writePublicFile(const QString &name, const QByteArray &bytes);

} // namespace bondwright::watch
