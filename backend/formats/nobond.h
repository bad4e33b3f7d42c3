// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/errorcode.h"
#include "domain/result.h"

#include <QCoreApplication>

namespace bondwright::formats
{

/// The error of a change to a bond that the files do not have.
inline tl::unexpected<Error> failWithoutBond(const QString &bond)
{
    return fail(errorcode::noBond,
                QCoreApplication::translate("formats", "There is no bond “%1” in these files.").arg(bond));
}

} // namespace bondwright::formats
