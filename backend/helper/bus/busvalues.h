// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/busconnection.h"
#include "helperclient/interface.h"

#include <QVariantList>

namespace bondwright::helper
{

/// The arguments of a call. Signature, length of each text and number of entries are checked in the message
/// itself, before anything of it is copied; containers that no method takes are not entered.
/// Error: "helper.invalid".
Result<QVariantList> readArguments(sd_bus_message *message, const Method &method);

/// Adds values of the types that wire::toMap() makes. @return false if one is of another type
bool appendValues(sd_bus_message *message, const QVariantList &values);

/// Where an answer goes: all that is kept of a call's message.
struct ReturnAddress {
    QByteArray sender; ///< unique bus name
    quint64 serial = 0;
    bool isExpected = false; ///< otherwise no answer is expected
};
ReturnAddress returnAddress(sd_bus_message *call);
/// An empty answer to that call; null if it cannot be made.
BusMessage makeReply(sd_bus *bus, const ReturnAddress &to);
BusMessage makeErrorReply(sd_bus *bus, const ReturnAddress &to, const QString &name, const QString &text);

} // namespace bondwright::helper
