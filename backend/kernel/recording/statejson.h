// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/counters.h"
#include "kernel/event.h"
#include "kernel/snapshot.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bondwright::kernel
{

/// States as JSON and back, for recordings. What is not known is left out, never written as zero. Reading
/// takes any text as it is (the fields are shown as plain text), bounds the lists, and gives nullopt where
/// what identifies a thing is missing. Of a bond that was read from a text of /proc, "lacpHidden" is true where the text
/// does not tell of LACP, and "unknownMode" has the driver's words where "mode" says nothing.
QJsonObject toJson(const NicState &nic);
std::optional<NicState> nicFromJson(const QJsonObject &object);

QJsonObject toJson(const BondState &bond);
std::optional<BondState> bondFromJson(const QJsonObject &object);

QJsonObject toJson(const BondEvent &event);
std::optional<BondEvent> eventFromJson(const QJsonObject &object);

/// Interfaces as arrays of numbers, in the order of the fields of Counters: samples are most of a recording.
QJsonArray toJson(const QList<Counters> &interfaces);
QList<Counters> countersFromJson(const QJsonArray &array);

} // namespace bondwright::kernel
