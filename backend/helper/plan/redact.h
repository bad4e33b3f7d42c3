// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bondwright::helper
{

/// A configuration file's text as it may leave the helper: the values of keys that hold passwords, keys
/// and the like replaced. Everybody who may view the configuration sees the result.
QString withoutSecrets(const QByteArray &text);

} // namespace bondwright::helper
