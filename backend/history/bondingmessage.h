// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/event.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright::history
{

/// What one line of the bonding driver in the kernel log says.
struct BondingMessage {
    enum class Kind : quint8 {
        SlaveDown,
        SlaveUp,
        SlaveGoingDown,
        SlaveGoingBack,
        NewActive,
        NoActive,
        FirstActive,
        SlaveAdded,
        SlaveRemoved,
        BondCreated,
        BondRemoved,
        NoLacpPartner,
        OptionSet,
    };
    Kind kind = Kind::SlaveDown;
    QString bond;
    QString slave;
    QString option; ///< OptionSet: sysfs name
    QString value;

    friend bool operator==(const BondingMessage &, const BondingMessage &) = default;
};

/// Reads a kernel message as drivers/net/bonding printed it from 2.6 ("bonding: bond0: … for interface eth0,
/// disabling it") to 7.x ("bond0: (slave eth0): …"). nullopt: not of that driver, or says nothing that counts.
/// Interface names are what the kernel allows: anything without blank, slash and colon, 15 bytes at most.
std::optional<BondingMessage> parseBondingMessage(QStringView message);

} // namespace bondwright::history
