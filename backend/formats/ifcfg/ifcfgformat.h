// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifcfg/dialect.h"

namespace bondwright::formats::ifcfg
{

/// Bonds as /etc/sysconfig/network-scripts/ifcfg-* and route-* files, with the modprobe files of RHEL 5 and 6.
/// Reading takes every release's spelling; writing is in one dialect.
class IfcfgFormat final : public Format
{
public:
    explicit IfcfgFormat(const Dialect &dialect = {});

    FormatId id() const override { return FormatId::Ifcfg; }
    QStringList folders() const override;
    QStringList paths() const override;
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> rename(const QString &bond, const QString &name, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &path, const QByteArray &text) const override;

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
    bool isMissed(const QString &path, const Error &problem) const override;

private:
    Dialect m_dialect;
};

} // namespace bondwright::formats::ifcfg
