// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "helperclient/types.h"

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QStringList>

#include <functional>

namespace bondwright::helper::test
{

/// The guest's state that a change may touch and must restore, as read by other means than this program's: ip, sysfs,
/// the disk.
struct HostState {
    QMap<QString, QByteArray> files;
    QStringList kernel; ///< links with their masters, addresses, routes once for each time they are there, bond options

    friend bool operator==(const HostState &, const HostState &) = default;
};
QString differenceOf(const HostState &before, const HostState &now);

/// The guest as the place of a chaos run: what goes wrong in it, and making it whole again.
class GuestHost final
{
public:
    /// The service in charge of the network: NetworkManager, the network service of release 6, or none.
    enum class Manager : quint8 { NetworkManager, NetworkService, Nobody };

    explicit GuestHost(Manager manager);
    /// Small disks of their own for the configuration and for the helper's records; three NICs, two with addresses.
    void prepare();
    /// Without a service in charge, a NIC does not get its address back when its bond is removed.
    void giveAddresses();
    Manager manager() const { return m_manager; }

    /// bond0 of eth0 and eth1, active-backup, with the address of eth0.
    static BondPlan basePlan();
    /// The plan as a file for bondctl; one at a time.
    static QString planFile(const BondPlan &plan);
    static bool hasBond(); ///< bond0

    static HostState state();
    /// What ip, bridge and nmcli say of NICs, switch and profiles: to look for the cause of a failure.
    static QByteArray everything();
    /// Once it is the same for two seconds: what services do after they said they were done takes a moment.
    static HostState settledState();
    static TransactionState pendingState(QString *id = nullptr); ///< None: no record
    static Transaction lastTransaction();
    static bool waitFor(const std::function<bool()> &condition, int seconds);
    static int run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr);
    static int bondctl(const QStringList &arguments, QByteArray *output = nullptr);

    enum class Fault : quint8 {
        None,
        KillHelper,
        StopHelper,
        KillWatchdog,
        KillBoth,
        KillClient,
        KillNetworkManager,
        RestartNetworkManager,
        KillBus,
        KillPolkit,
        FillDisk,
        EditForeignFile,
        PullCable,
        TurnClock,
        SecondClient,
    };
    static constexpr int faultCount = int(Fault::SecondClient) + 1;
    static QByteArray faultName(Fault fault);
    QList<Fault> faults() const; ///< those that can happen here
    void strike(Fault fault, QProcess *client);
    /// One that came when the other change was over has begun its own: that is reverted.
    void endSecondClient();
    /// Cables in, room on the disk, every service up, no process left of what was; the files of others removed.
    void heal();
    /// What a change that is over must not leave behind, one item a line.
    QStringList leftovers() const;
    bool killedNetworkManager() const { return m_killedNetworkManager; }
    bool pulledCable() const { return m_pulledCable; }
    /// A file that was written by others meanwhile and must stay: path and content, or empty.
    std::pair<QString, QByteArray> foreignFile() const { return m_foreignFile; }

private:
    static void endStoppedHelperLater();
    static void signalAll(const QList<qint64> &processes, int signal);
    static QList<qint64> daemons(const QString &name);
    static void startBus();
    static void startNetworkManager();
    QStringList folders() const; ///< those with small disks
    void fillDisks() const;
    void makeRoom() const;

    Manager m_manager;
    QString m_configFolder;
    bool m_killedNetworkManager = false;
    bool m_pulledCable = false;
    std::pair<QString, QByteArray> m_foreignFile;
};

} // namespace bondwright::helper::test
