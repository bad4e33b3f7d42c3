// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/snapshot.h"
#include "models/stateshape.h"

#include <QCoreApplication>
#include <QString>

namespace bondwright::models
{

/// Whether a NIC can be bonded.
enum class NicUse : quint8 {
    Free, ///< carries nothing
    InUse, ///< carries addresses, or belongs to a bond or bridge
    NotUsable, ///< can never be a slave
};
QString nicUseName(NicUse use); ///< "free", "in-use", "not-usable"
StateShape shapeOf(NicUse use);

struct NicUsage {
    NicUse use = NicUse::Free;
    bool selectable = true; ///< may become a slave as it is; a NIC with addresses may, they move to the bond
    QString reason; ///< translated; empty if free

    friend bool operator==(const NicUsage &, const NicUsage &) = default;
};

/// Judges one NIC. The rules are those of bond_enslave() (drivers/net/bonding/bond_main.c) and of sense.
class NicJudge
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::models::NicJudge)
public:
    static NicUsage usage(const kernel::NicState &nic, const kernel::Snapshot &snapshot);
    /// Of a NIC that is not usable: "wireless", "vlan"; the whole sentence is in NicUsage::reason.
    static QString whyInAWord(const kernel::NicState &nic);

private:
    static QString whyNever(const InterfaceKind &kind);
};

} // namespace bondwright::models
