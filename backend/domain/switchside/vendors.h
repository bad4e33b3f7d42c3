// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace bondwright::switchside
{

/// What a switch has to know of a plan.
struct Group {
    bool isLacp = false; ///< else static
    bool isFast = false; ///< LACP packets every second
    qsizetype ports = 2;
    QList<quint16> vlans = {}; ///< tagged on the group; empty: one untagged network
    QStringList knownPorts = {}; ///< in order; an empty one is not known
    QString description = {}; ///< safe to paste into any switch's command line; may be empty

    /// The known ones, and "<PORT1>", "<PORT2>", … for the others.
    QStringList portNames() const;
    /// "10,20"
    QString vlanList(QChar separator) const;
};

// Each gives the lines of one vendor's command language.
QStringList ciscoIos(const Group &group);
QStringList ciscoNxOs(const Group &group);
QStringList aristaEos(const Group &group);
QStringList juniperJunos(const Group &group);
QStringList huaweiVrp(const Group &group);
QStringList h3cComware(const Group &group);
QStringList mikroTik(const Group &group);
QStringList linuxBridge(const Group &group);

} // namespace bondwright::switchside
