// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/readonlyformat.h"

namespace bondwright::formats::dracut
{

/// The boot's command line as dracut and nm-initrd-generator read it (dracut.cmdline(7), nmi-cmdline-reader.c): bond=,
/// ip=, vlan=, rd.route=, nameserver=, in /etc/cmdline.d/*.conf and in GRUB's /etc/default/grub.
class DracutFormat final : public ReadOnlyFormat
{
public:
    QString id() const override { return QStringLiteral("dracut"); }
    QStringList folders() const override { return {QStringLiteral("/etc/cmdline.d")}; }
    QStringList paths() const override { return {QStringLiteral("/etc/default/grub"), QStringLiteral("/etc/cmdline")}; }
    Reading read(const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
};

} // namespace bondwright::formats::dracut
