// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/snapshot.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace bondwright::cli
{

/// Bonds of copies of /proc/net/bonding.
struct ProcBonds {
    kernel::Snapshot snapshot;
    QMap<int, QStringList> unknownLines; ///< by the bond's interface number
    QList<Error> problems; ///< sources that hold no bond
};

/// @param sources copies of the files ("-": standard input), folders of them, support reports as folder or tar archive
ProcBonds readProcBonds(const QStringList &sources);

} // namespace bondwright::cli
