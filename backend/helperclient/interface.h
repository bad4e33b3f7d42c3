// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <span>

/// The helper's D-Bus interface (docs/dbus.md) as one table, from which both sides work.
namespace bondwright::helper
{

inline constexpr char serviceName[] = "org.bondwright.Helper1";
inline constexpr char objectPath[] = "/org/bondwright/Helper1";
inline constexpr char interfaceName[] = "org.bondwright.Helper1";

enum class Verb : quint8 {
    GetCapabilities,
    GetConfiguration,
    ListBackups,
    GetBackupDiff,
    GetTransaction,
    Preview,
    PreviewRemove,
    Apply,
    Remove,
    Restore,
    Confirm,
    Rollback,
    Extend,
    ActivateSlave,
    SetSlaveLink,
    Identify,
    Rehearse,
    Listen,
    CountFlows,
};

struct Argument {
    QLatin1StringView name;
    QLatin1StringView type; ///< D-Bus signature
    int maxSize = 0; ///< of a text in UTF-16 units, of a dictionary in entries; 0 for other types
};

/// Bounds of a request's dictionary: its names and the texts in it, in UTF-16 units. A digest has 64.
inline constexpr int maxOptionName = 32;
inline constexpr int maxOptionText = 128;

struct Method {
    Verb verb;
    QLatin1StringView name;
    QList<Argument> in;
    QList<Argument> out;

    QString signature() const; ///< of all `in`
};

std::span<const Method> interfaceMethods();
const Method &method(Verb verb);

inline constexpr QLatin1StringView transactionChangedSignal{"TransactionChanged"};
inline constexpr QLatin1StringView stepProgressedSignal{"StepProgressed"};

} // namespace bondwright::helper
