// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/action.h"

#include <QList>
#include <QString>

#include <span>

namespace bondwright::helper
{

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
};

struct Argument {
    QLatin1StringView name;
    QLatin1StringView type; ///< D-Bus signature
    int maxSize = 0; ///< of a text, in UTF-16 units; 0 for other types
};

/// One row for each method: dispatch, introspection data and authorisation all come from it, so that none
/// of the three can be forgotten for a new method.
struct MethodSpec {
    Verb verb;
    QLatin1StringView name;
    QList<Argument> in;
    QList<Argument> out;
    Action action;
    bool ownerMayActFreely; ///< the holder of the transaction's token needs no further authorisation
    bool changes; ///< written to the journal with who asked

    QString signature() const; ///< of all `in`
};

std::span<const MethodSpec> allMethods();
const MethodSpec *findMethod(QStringView name);

/// The interface's introspection data, made from the table.
QString introspectionXml();

} // namespace bondwright::helper
