// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/action.h"
#include "helperclient/interface.h"

namespace bondwright::helper
{

/// One row for each method: dispatch, introspection data and authorisation all come from it, so that none
/// of the three can be forgotten for a new method.
struct MethodSpec : Method {
    Action action;
    bool ownerMayActFreely; ///< the holder of the transaction's token needs no further authorisation
    bool changes; ///< written to the journal with who asked
};

std::span<const MethodSpec> allMethods();
const MethodSpec *findMethod(QStringView name);

/// The object's introspection data, made from the table.
QString introspectionXml();

} // namespace bondwright::helper
