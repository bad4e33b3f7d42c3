// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::formats::networkd
{

/// Bonds as systemd-networkd's .netdev and .network files with their drop-ins. Written to /etc/systemd/network; the
/// ports get files of their own that sort before the NICs' usual ones, which come into force again without them.
class NetworkdFormat final : public Format
{
public:
    FormatId id() const override { return FormatId::Networkd; }
    QStringList folders() const override;
    QStringList paths() const override { return {}; }
    QStringList foldersNamedBy(const FileSnapshot &soFar) const override;
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &path, const QByteArray &text) const override;
    bool keepsFirstMac() const override { return false; }
    bool restoresNics() const override { return true; }
    QStringList unsaidOptions(const QString &programVersion) const override;

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
    bool isMissed(const QString &path, const Error &problem) const override;
};

} // namespace bondwright::formats::networkd
