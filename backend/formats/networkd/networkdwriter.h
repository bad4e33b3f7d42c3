// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/networkd/networkdreader.h"
#include "formats/networkd/networkip.h"
#include "formats/networkd/uniteditor.h"

namespace bondwright::formats::networkd
{

/// Makes .netdev and .network files say a plan.
class NetworkdWriter final
{
public:
    explicit NetworkdWriter(const FileSnapshot &snapshot);

    /// Errors: those of checkPlanTexts(), "format.mac", "networkd.name-taken", "networkd.hidden" (another file would
    /// come first whatever ours is called), "networkd.port-shared", "networkd.made-anew".
    Result<Rendering> write(const BondPlan &plan);
    Result<Rendering> remove(const QString &bond);

private:
    void writeNetdev(const BondPlan &plan, const BondPlan *old);
    void writeOptions(const BondPlan &plan, const BondPlan &old);
    struct Setting {
        QString section;
        QString key;
        QStringList values; ///< none: is not said
    };
    static Setting waitingSetting(const BondPlan &plan);
    Result<void> writeNetwork(const QString &interface, const Unit *present, const std::optional<IpPair> &ip,
                              const QList<Setting> &settings);
    Result<void> writeBondNetwork(const BondPlan &plan, const BondPlan *old);
    Result<void> writeVlans(const BondPlan &plan, const BondPlan *old);
    Result<void> writePorts(const BondPlan &plan);
    Result<void> createPort(const BondPlan &plan, const SlavePlan &slave);
    Result<void> releasePort(const BondUnits::Port &port);
    QString freeNetdevPath(const QString &interface) const;
    Result<QString> freePath(const QString &rest, const QString &interface) const;
    bool isShared(const Unit &network, const QString &interface) const;

    const FileSnapshot &m_snapshot;
    UnitFolder m_folder;
    UnitEditor m_editor;
    BondUnits m_units;
    QList<Finding> m_findings;
    QMap<QString, QStringList> m_released; ///< path of a file for several NICs to those that it no longer makes ports
    int m_portNumber = 0;
};

} // namespace bondwright::formats::networkd
