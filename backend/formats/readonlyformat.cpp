// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/readonlyformat.h"

#include "domain/errorcode.h"

#include <QCoreApplication>

namespace bondwright::formats
{

Result<Rendering> ReadOnlyFormat::render(const BondPlan &, const FileSnapshot &) const
{
    return remove({}, {});
}

Result<Rendering> ReadOnlyFormat::remove(const QString &, const FileSnapshot &) const
{
    return fail(errorcode::readOnly,
                QCoreApplication::translate("formats", "Files of the format “%1” are only read.").arg(id()),
                QCoreApplication::translate("formats", "Move the bond to another format with “bondctl migrate”."));
}

} // namespace bondwright::formats
