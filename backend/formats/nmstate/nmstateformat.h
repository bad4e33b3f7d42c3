// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/yaml/wholefile.h"

namespace bondwright::formats::nmstate
{

/// A desired state for nmstatectl, nmstate.service (/etc/nmstate/*.yml) and OpenShift's policies. NetworkManager carries it
/// out. Name servers belong to the host there, not to an interface.
class NmstateFormat final : public yaml::WholeFileFormat
{
public:
    FormatId id() const override { return FormatId::Nmstate; }
    QStringList folders() const override { return {QStringLiteral("/etc/nmstate")}; }
    QList<Finding> leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const override;

protected:
    QString program() const override { return QStringLiteral("nmstate"); }
    QString ownPath(const QString &bond) const override;
    bool isRead(const QString &path) const override { return path.endsWith(u".yml") || path.endsWith(u".yaml"); }
    yaml::Node document(const BondPlan &plan, QList<Finding> *findings) const override;
    QList<BondPlan> bondsOf(const yaml::Node &document, const FileSnapshot &snapshot,
                            QList<Finding> *findings) const override;
    bool saysMore(const yaml::Node &document, const BondPlan &plan) const override;
};

} // namespace bondwright::formats::nmstate
