// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::formats::dracut
{

/// The boot's command line as dracut and nm-initrd-generator read it (dracut.cmdline(7), nmi-cmdline-reader.c): bond=,
/// ip=, vlan=, rd.route=, nameserver=, in /etc/cmdline.d/*.conf and in GRUB's /etc/default/grub. Written is one file of
/// the bond's own, /etc/cmdline.d/BOND.conf; entries elsewhere stay.
class DracutFormat final : public Format
{
public:
    FormatId id() const override { return FormatId::Dracut; }
    QStringList folders() const override { return {QStringLiteral("/etc/cmdline.d")}; }
    QStringList paths() const override { return {QStringLiteral("/etc/default/grub"), QStringLiteral("/etc/cmdline")}; }
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &, const QByteArray &) const override { return {}; }
    bool keepsFirstMac() const override { return false; }

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
};

} // namespace bondwright::formats::dracut
