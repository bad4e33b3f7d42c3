// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::formats::ifupdown
{

/// Bonds as /etc/network/interfaces and what it sources, read by ifupdown with ifenslave, or by ifupdown2 where
/// /etc/network/ifupdown2 is. A new bond goes into a folder that is sourced, else into the file itself.
class IfupdownFormat final : public Format
{
public:
    FormatId id() const override { return FormatId::Ifupdown; }
    QStringList folders() const override { return {}; }
    QStringList paths() const override;
    QString home() const override { return QStringLiteral("/etc/network"); }
    QStringList foldersNamedBy(const FileSnapshot &soFar) const override;
    QStringList pathsNamedBy(const FileSnapshot &soFar) const override;
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &, const QByteArray &) const override { return {}; } // one file holds several
    bool restoresNics() const override { return true; }
    QStringList unsaidOptions(const QString &programVersion) const override;

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
};

} // namespace bondwright::formats::ifupdown
