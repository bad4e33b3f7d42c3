// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "neighbours/switchport.h"

#include <QMap>
#include <QObject>

namespace bondwright::neighbours
{

/// Asks the services of this host that receive LLDP: NetworkManager, systemd-networkd, lldpd. Needs no privileges, but
/// lldpd answers only root and its group. Nothing blocks; what does not answer within 3 s is left out.
class NeighbourFinder : public QObject
{
    Q_OBJECT
public:
    /// @param root below which networkd's files are ("" for this host)
    explicit NeighbourFinder(QObject *parent = nullptr, const QString &root = {});

    /// Answers by found(), once; while a search runs, another is not begun.
    /// @param interfaces names of this host's NICs by ifindex
    void find(const QMap<int, QString> &interfaces);
    const SwitchPorts &ports() const { return m_ports; } ///< of the last search

Q_SIGNALS:
    void found(const bondwright::neighbours::SwitchPorts &ports);

private:
    void askNetworkManager();
    void askLldpd();
    void readNetworkd();
    void add(const QString &nic, const SwitchPort &port);
    void answered();

    QString m_root;
    QMap<int, QString> m_interfaces;
    SwitchPorts m_ports;
    SwitchPorts m_gathered;
    int m_waiting = 0;
};

} // namespace bondwright::neighbours
