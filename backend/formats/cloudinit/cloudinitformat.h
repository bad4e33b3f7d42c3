// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/yaml/wholefile.h"

namespace bondwright::formats::cloudinit
{

/// Network configuration of cloud-init, from the settings of an image: /etc/cloud/cloud.cfg.d. Version 2, which is netplan's
/// YAML, is read, written, and changed entry by entry; version 1 is read, and written anew as version 2. Where the settings
/// switch the network off, there is no bond in them.
class CloudInitFormat final : public yaml::WholeFileFormat
{
public:
    FormatId id() const override { return FormatId::CloudInit; }
    QStringList folders() const override { return {QStringLiteral("/etc/cloud/cloud.cfg.d")}; }
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
    bool leavesOthers() const override { return true; }

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
    QString program() const override { return QStringLiteral("cloud-init"); }
    QString ownPath(const QString &bond) const override;
    bool isRead(const QString &path) const override { return path.endsWith(u".cfg"); }
    yaml::Node document(const BondPlan &plan, QList<Finding> *findings) const override;
    Result<QByteArray> changedText(const FoundBond &found, const BondPlan &plan, const yaml::Node &document,
                                   const FileSnapshot &snapshot, QList<Finding> *losses) const override;
    Result<std::optional<QByteArray>> textWithout(const FoundBond &found, const FileSnapshot &snapshot) const override;
    QList<BondPlan> bondsOf(const yaml::Node &document, const FileSnapshot &snapshot,
                            QList<Finding> *findings) const override;
};

} // namespace bondwright::formats::cloudinit
