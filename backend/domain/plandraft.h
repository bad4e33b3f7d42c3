// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/advice.h"
#include "domain/findings.h"
#include "domain/formatid.h"
#include "domain/ipaddress.h"
#include "domain/options.h"
#include "domain/plan.h"

#include <QObject>

#include <chrono>

namespace bondwright
{

/// Where the plan goes.
enum class TargetKind : quint8 {
    ThisHost, ///< through the helper, with automatic rollback
    Folder, ///< files below a folder, for another host
    Script, ///< one shell script that does the whole job on another host
};

struct Target {
    TargetKind kind = TargetKind::ThisHost;
    int rhelMajor = 9; ///< 5–9, for another host
    FormatId format = FormatId::NetworkManager; ///< of the files; ifcfg depends on the release

    friend bool operator==(const Target &, const Target &) = default;
};

enum class MonitoringKind : quint8 { Mii, Arp };

/// A plan in the making: everything the administrator has chosen so far, also what does not count at the moment (the
/// options of another mode, the addresses while DHCP is chosen). plan() leaves that out; choosing it again brings it
/// back. Members of an edited plan that no window shows are kept as they are.
class PlanDraft final : public QObject
{
    Q_OBJECT
public:
    explicit PlanDraft(QObject *parent = nullptr);

    /// Begins a new bond with the defaults: active-backup, miimon 100, a free name.
    void startNew(const HostFacts &host);
    /// Begins with an existing plan. @param existing it is a bond of this host, being edited
    void startFrom(const BondPlan &plan, const HostFacts &host, bool existing);
    /// Begins a new bond with mode, options and VLANs of an existing one, under a free name; NICs, MAC and addresses
    /// belong to the other and are not taken.
    void startCopy(const BondPlan &plan, const HostFacts &host);
    void setHost(const HostFacts &host);
    const HostFacts &host() const { return m_host; }
    /// Name of the bond being edited; empty for a new one.
    const QString &editing() const { return m_editing; }

    /// What would be applied now.
    BondPlan plan() const;
    /// The plan before the first change, to tell whether anything was changed.
    bool isModified() const;
    /// All findings about plan(), computed when asked for.
    const QList<Finding> &findings() const;
    bool canApply() const;
    /// Interfaces in use whose connections this plan probably interrupts: NICs that move into the bond, or the edited
    /// bond if a change needs it down. The helper's preview knows for sure.
    QStringList likelyInterrupted() const;
    /// Addresses that the edited bond or its VLANs lose by this plan: connections to them end.
    QStringList droppedAddresses() const;

    const Target &target() const { return m_target; }
    void setTarget(const Target &target);
    const QString &name() const { return m_plan.name; }
    void setName(const QString &name);
    std::optional<Goal> goal() const { return m_goal; }
    /// Chooses the mode that advise() recommends.
    void setGoal(Goal goal);
    Mode mode() const { return m_plan.mode; }
    void setMode(Mode mode);

    const QList<SlavePlan> &slaves() const { return m_plan.slaves; }
    bool hasSlave(const QString &nic) const;
    /// The NICs in the order of the bond. One that was a slave before comes back with all it had (queue id, priority,
    /// MAC); the addresses of the NICs are proposed for the bond unless it has some by hand.
    void setSlaves(const QStringList &nics);
    /// Empty: none preferred.
    QString primary() const { return m_plan.options.primary(); }

    /// ARP only where the mode has it.
    MonitoringKind monitoring() const;
    bool arpPossible() const;
    void setMonitoring(MonitoringKind kind);
    /// The value set, or the default. Text as the kernel takes it.
    QString option(const QString &name) const;
    /// What an option is reset to: the kernel's default, but 100 ms for miimon and 1 s for arp_interval, which
    /// the kernel leaves at "never".
    static QString usualValue(const QString &name);
    bool isOptionSet(const QString &name) const { return m_plan.options.isSet(name); }
    /// An empty value is the same as resetOption().
    void setOption(const QString &name, const QString &value);
    void resetOption(const QString &name);
    /// The longest time until a dead link is noticed. 0: links are not monitored.
    std::chrono::milliseconds worstDetection() const;

    const IpConfig &ipv4() const { return m_plan.ipv4; }
    const IpConfig &ipv6() const { return m_plan.ipv6; }
    void setIpv4(const IpConfig &config);
    void setIpv6(const IpConfig &config);
    /// Chosen NICs that have addresses to take over, the one with the default route first.
    QStringList takeOverCandidates() const;
    /// The NIC whose addresses the bond takes over; empty: none.
    const QString &takenFrom() const { return m_takenFrom; }
    void takeOver(const QString &nic);
    const Written<BondMac> &mac() const { return m_plan.mac; }
    void setMac(const Written<BondMac> &mac);
    std::optional<quint32> mtu() const { return m_plan.mtu; }
    void setMtu(std::optional<quint32> mtu);
    const QList<VlanPlan> &vlans() const { return m_plan.vlans; }
    void setVlans(const QList<VlanPlan> &vlans);
    void setAutoconnect(bool on);
    bool autoconnect() const { return m_plan.autoconnect; }

    std::chrono::seconds confirmWithin() const { return m_confirmWithin; }
    void setConfirmWithin(std::chrono::seconds seconds);
    const QString &pingTarget() const { return m_pingTarget; }
    void setPingTarget(const QString &target);

Q_SIGNALS:
    /// Anything that plan(), target or findings depend on.
    void changed();

private:
    void touch();
    void keepMonitored();
    void proposeAddress();
    /// Moves the NIC's addresses of one family to the bond: fixed ones as they are, a lease as DHCP.
    void takeFamily(const NicFacts &nic, IpAddress::Family family, IpConfig &config) const;
    void applyTakeOver(const NicFacts &nic);

    BondPlan m_plan; ///< with everything parked in it
    BondPlan m_initial;
    HostFacts m_host;
    QString m_editing;
    Target m_target;
    std::optional<Goal> m_goal;
    MonitoringKind m_monitoring = MonitoringKind::Mii;
    QString m_parkedPrimary;
    QString m_takenFrom;
    bool m_addressChosen = false; ///< by hand: proposals stop
    bool m_macChosen = false;
    bool m_ipv4Changed = false;
    bool m_ipv6Changed = false;
    std::chrono::seconds m_confirmWithin{60};
    QString m_pingTarget;
    mutable QList<Finding> m_findings;
    mutable bool m_findingsKnown = false;
};

} // namespace bondwright
