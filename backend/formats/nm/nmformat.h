// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

/// Bonds as NetworkManager's keyfiles: one for the bond, one for each port, one for each VLAN. Read from all folders
/// that NetworkManager reads; written to /etc/NetworkManager/system-connections, owned by root, mode 0600.
class NmFormat final : public Format
{
public:
    FormatId id() const override { return FormatId::NetworkManager; }
    QStringList folders() const override;
    QStringList paths() const override;
    QString home() const override;
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> rename(const QString &bond, const QString &name, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &path, const QByteArray &text) const override;
    bool keepsFirstMac() const override { return false; }
    QStringList unsaidOptions(const QString &programVersion) const override;

    /// The profiles of a snapshot that are in force: each UUID once, without those that are hidden by another folder's
    /// or by a deletion mark, and without those that NetworkManager made for itself.
    /// @param findings takes the files that are none and what else is wrong with them; may be null
    static QList<Profile> profiles(const FileSnapshot &snapshot, QList<Finding> *findings = nullptr);

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
    bool isMissed(const QString &path, const Error &problem) const override;
};

} // namespace bondwright::formats::nm
