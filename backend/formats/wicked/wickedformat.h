// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/readonlyformat.h"

namespace bondwright::formats::wicked
{

/// SUSE's /etc/sysconfig/network/ifcfg-*, as wicked reads them (client/suse/compat-suse.c): BONDING_MASTER,
/// BONDING_SLAVE_n, BONDING_MODULE_OPTS.
class WickedFormat final : public ReadOnlyFormat
{
public:
    QString id() const override { return QStringLiteral("wicked"); }
    QStringList folders() const override { return {QStringLiteral("/etc/sysconfig/network")}; }
    Reading read(const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
};

} // namespace bondwright::formats::wicked
