// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::formats
{

/// A format that is read, to move away from: writing is "format.read-only".
class ReadOnlyFormat : public Format
{
public:
    QStringList paths() const override { return {}; }
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &, const QByteArray &) const override { return {}; }
};

} // namespace bondwright::formats
