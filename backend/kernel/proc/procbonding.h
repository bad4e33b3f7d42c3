// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/snapshot.h"

#include <QHash>

namespace bondwright::kernel
{

/// What one /proc/net/bonding file says. Interface numbers are not in it: all are 0.
struct ProcBond {
    /// The name is empty (only the file's own name tells it), unless the text has a line "==> /proc/net/bonding/NAME <=="
    /// before it, as head and tail print it for several files.
    BondState bond;
    QString driverVersion; ///< "3.7.1", "6.1.0-21-amd64", … as printed
    QString activeSlaveName; ///< empty: none
    /// Speed and duplex by slave name, where the file has them (since 2.6.30 or so).
    QHash<QString, std::pair<std::optional<quint32>, Duplex>> speeds;
    MacAddress systemMac; ///< mode 4, readable for root only
    QStringList unknownLines; ///< of newer or patched drivers, as they stand; at most 64

    friend bool operator==(const ProcBond &, const ProcBond &) = default;
};

/// Reads the texts of /proc/net/bonding files, of Linux 2.6 to 7.x, for files that were sent: of one bond, or of
/// several one after the other. Pure. A text that ends early gives what it holds; lines that are not known are kept, not
/// guessed. Source: bond_procfs.c; what `active` means in each mode: bond_main.c and bond_3ad.c.
/// @param text at most 1 MiB
/// @return at least one bond, at most 256; an error (code "proc.bonding.…") if it is no such text at all
Result<QList<ProcBond>> parseProcBonding(const QByteArray &text);

} // namespace bondwright::kernel
