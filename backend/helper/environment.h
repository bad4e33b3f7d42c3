// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright::helper
{

/// Where the helper finds and keeps things; a prefix for tests and mounted images.
struct Environment {
    QString root = QStringLiteral("/");
    QString stateFolder = QStringLiteral("/var/lib/bondwright"); ///< below root; 0700
    QString programPath; ///< of this program, for the watchdog

    QString path(const QString &hostPath) const; ///< below root, for opening
};

} // namespace bondwright::helper
