// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::formats::wicked
{

/// SUSE's /etc/sysconfig/network/ifcfg-*, as wicked reads them (client/suse/compat-suse.c): BONDING_MASTER,
/// BONDING_SLAVE_n, BONDING_MODULE_OPTS; routes in ifroute-* and routes.
class WickedFormat final : public Format
{
public:
    FormatId id() const override { return FormatId::Wicked; }
    QStringList folders() const override { return {QStringLiteral("/etc/sysconfig/network")}; }
    QStringList paths() const override { return {}; }
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &, const QByteArray &) const override { return {}; }
    bool keepsFirstMac() const override { return false; }
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
    bool isMissed(const QString &path, const Error &problem) const override;
};

} // namespace bondwright::formats::wicked
