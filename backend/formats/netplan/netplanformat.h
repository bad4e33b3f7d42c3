// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::formats::netplan
{

/// Bonds as netplan's YAML, read and merged by libnetplan; see NetplanWriter for what is written where.
class NetplanFormat final : public Format
{
public:
    FormatId id() const override { return FormatId::Netplan; }
    QStringList folders() const override;
    QStringList paths() const override { return {QStringLiteral("/etc/cloud/cloud-init.disabled")}; }
    QString home() const override { return QStringLiteral("/etc/netplan"); }
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &, const QByteArray &) const override { return {}; } // one file holds several
    bool keepsFirstMac() const override { return false; }
    bool restoresNics() const override { return true; }
    QStringList unsaidOptions(const QString &programVersion) const override;

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
    bool isMissed(const QString &path, const Error &) const override { return path.endsWith(u".yaml"); }
};

} // namespace bondwright::formats::netplan
