// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/linkjudge.h"

#include "diagnosis/rules/rules.h"
#include "domain/sentences.h"
#include "kernel/bondview.h"

#include <QCoreApplication>

#include <algorithm>

namespace bondwright::diagnosis
{

using namespace kernel;

namespace
{

struct HealthText {
    Q_DECLARE_TR_FUNCTIONS(KernelHealth)
};

/// Looks at one bond once.
class LinkJudge
{
public:
    LinkJudge(const BondState &bond, const Snapshot &snapshot)
        : m_bond(bond)
        , m_snapshot(snapshot)
    {
        for (const SlaveState &slave : bond.slaves) {
            const NicState *nic = nicOf(slave.ifindex);
            // A link that is going down is lost already; the driver waits for downdelay before it acts.
            const bool isSound = isUsable(bond, slave, nic) && slave.mii != MiiStatus::GoingDown;
            (isSound ? m_diagnosis.carryingSlaves : m_diagnosis.affectedSlaves).append(slave.name);
            if (isLinkUp(bond, slave, nic))
                m_linked.append(slave);
        }
    }

    Diagnosis run()
    {
        judgeAll();
        return m_diagnosis;
    }

private:
    const NicState *nicOf(int ifindex) const
    {
        const auto nic = m_snapshot.nics.constFind(ifindex);
        return nic == m_snapshot.nics.cend() ? nullptr : &*nic;
    }

    void set(Rule rule, Verdict verdict, const QString &cause, const QString &nextStep)
    {
        m_diagnosis.rule = rule;
        m_diagnosis.verdict = verdict;
        m_diagnosis.cause = cause;
        m_diagnosis.nextStep = nextStep;
    }

    void judgeAll()
    {
        const NicState *nic = nicOf(m_bond.ifindex);
        if (!nic) {
            //: @info cause, %1 bond
            set(Rule::Unknown, Verdict::Unknown,
                HealthText::tr("Nothing is known of the interface %1.").arg(m_bond.name), {});
        } else if (!nic->adminUp) {
            //: @info cause, %1 bond
            set(Rule::BondOff, Verdict::Down, HealthText::tr("%1 is switched off.").arg(m_bond.name),
                //: @info next step, %1 bond
                HealthText::tr("Switch on %1.").arg(m_bond.name));
        } else if (m_bond.slaves.isEmpty()) {
            //: @info cause, %1 bond
            set(Rule::NoSlaves, Verdict::Down, HealthText::tr("%1 has no slaves.").arg(m_bond.name),
                //: @info next step, %1 bond
                HealthText::tr("Add at least two NICs to %1.").arg(m_bond.name));
        } else if (!m_bond.unknownMode.isEmpty()) {
            set(Rule::Unknown, Verdict::Unknown,
                //: @info cause, %1 the driver's words for a mode
                HealthText::tr("The mode “%1” is not known to this program.").arg(m_bond.unknownMode), {});
        } else if (m_linked.isEmpty()) {
            judgeNoLink();
        } else if (m_bond.isLacpHidden && m_bond.miiUp) {
            judgeHiddenLacp();
        } else if (m_bond.mode == Mode::Ieee8023ad && !m_bond.isLacpHidden && !judgeLacp()) {
            return;
        } else if (m_bond.mode == Mode::ActiveBackup && !m_bond.activeSlave) {
            judgeNoActive();
        } else if (!m_bond.miiUp) {
            judgeNoCarrier();
        } else if (!m_diagnosis.affectedSlaves.isEmpty()) {
            judgeDegraded();
        } else if (m_bond.slaves.size() == 1) {
            //: @info cause, %1 bond, %2 NIC
            set(Rule::OneSlave, Verdict::SinglePointOfFailure,
                HealthText::tr("%1 has only one slave, %2.").arg(m_bond.name, m_bond.slaves.first().name),
                //: @info next step, %1 bond
                HealthText::tr("Add a second NIC to %1.").arg(m_bond.name));
        } else if (!m_bond.options.isMonitored()) {
            //: @info cause, %1 bond; miimon and arp_interval are options
            set(Rule::Unwatched, Verdict::SinglePointOfFailure,
                HealthText::tr(
                    "%1 does not monitor its links: miimon and arp_interval are 0. A failed link stays in use.")
                    .arg(m_bond.name),
                //: @info next step; miimon is an option
                HealthText::tr("Set miimon to 100."));
        } else {
            judgeHealthy();
        }
    }

    void judgeHealthy()
    {
        //: @info cause, %1 NICs
        const QString cause = HealthText::tr("All links are up. Traffic runs on %1.").arg(rules::joined(carryingNow()));
        set(Rule::Healthy, Verdict::Healthy, cause, {});
    }

    void judgeNoActive()
    {
        QStringList sentences{
            //: @info cause, %1 bond
            HealthText::tr("%1 has no active slave, so nothing is sent or received.").arg(m_bond.name)};
        for (const SlaveState &slave : m_bond.slaves) {
            if (m_diagnosis.affectedSlaves.contains(slave.name))
                sentences.append(lossOf(slave));
        }
        set(Rule::NoActiveSlave, Verdict::Down, joinSentences(sentences),
            m_diagnosis.affectedSlaves.isEmpty() ? driverLog() : stepFor(firstHurt()));
    }

    /// What an ordinary user reads of LACP in /proc: aggregators and churn, but neither partner nor port states.
    void judgeHiddenLacp()
    {
        //: @info cause: a text of /proc that was read without privileges does not tell it
        const QString unknown = HealthText::tr("Whether the switch answers LACP is unknown without root.");
        //: @info next step; a path of the kernel
        const QString readAsRoot = HealthText::tr("Read /proc/net/bonding as root.");
        QStringList sentences;
        bool hasChurned = false;
        for (const SlaveState &slave : m_bond.slaves) {
            const bool isChurned = isLinkUp(m_bond, slave, nicOf(slave.ifindex)) && slave.mii != MiiStatus::GoingDown
                && m_diagnosis.affectedSlaves.contains(slave.name);
            hasChurned = hasChurned || isChurned;
            if (isChurned)
                //: @info cause, %1 NIC; "churned" is the word of the LACP standard and the driver
                sentences.append(HealthText::tr("The LACP partner of %1 does not agree (churned).").arg(slave.name));
            else if (m_diagnosis.affectedSlaves.contains(slave.name))
                sentences.append(lossOf(slave));
        }
        const bool isSplit = !m_bond.isActiveKnown();
        if (isSplit)
            sentences.append(aggregatorsText());
        if (sentences.isEmpty()) {
            //: @info cause; follows no other sentence
            set(Rule::LacpHidden, Verdict::Unknown,
                joinSentences({HealthText::tr("All links are up, in one aggregator."), unknown}), readAsRoot);
            return;
        }
        sentences.append(unknown);
        const bool hasLoss
            = !m_diagnosis.affectedSlaves.isEmpty() && !isLinkUp(m_bond, firstHurt(), nicOf(firstHurt().ifindex));
        const Rule rule = isSplit ? Rule::LacpSplit : hasChurned ? Rule::LacpChurn : Rule::LinkLost;
        set(rule, Verdict::Degraded, joinSentences(sentences), hasLoss ? stepFor(firstHurt()) : readAsRoot);
    }

    QString aggregatorsText() const
    {
        QStringList places;
        for (const SlaveState &slave : m_linked)
            places.append(QStringLiteral("%1: %2").arg(slave.name).arg(slave.aggregatorId.value_or(0)));
        //: @info cause, %1 NICs with the numbers of their aggregators
        return HealthText::tr("The links are in different aggregators (%1), of which only one carries traffic.")
            .arg(rules::joined(places));
    }

    static QString driverLog()
    {
        //: @info next step
        return HealthText::tr("Look into the kernel's log for messages of the bonding driver.");
    }

    void judgeNoLink()
    {
        QStringList causes;
        for (const SlaveState &slave : m_bond.slaves)
            causes.append(lossOf(slave));
        const bool allOff = std::all_of(m_bond.slaves.cbegin(), m_bond.slaves.cend(), [this](const SlaveState &slave) {
            const NicState *nic = nicOf(slave.ifindex);
            return nic && !nic->adminUp;
        });
        const bool allSilent
            = std::all_of(m_bond.slaves.cbegin(), m_bond.slaves.cend(), [this](const SlaveState &slave) {
                  const NicState *nic = nicOf(slave.ifindex);
                  return nic && nic->adminUp && nic->carrier;
              });
        const QString names = rules::joined(m_diagnosis.affectedSlaves);
        set(Rule::LinkLost, Verdict::Down, joinSentences(causes),
            allOff
                //: @info next step, %1 NICs
                ? HealthText::tr("Switch on %1.").arg(names)
                : m_bond.options.monitorsByArp() && allSilent
                    ? wayToTargets(names)
                    //: @info next step, %1 NICs
                    : HealthText::tr("Check the cables of %1 and the switch.").arg(names));
    }

    void judgeNoCarrier()
    {
        const int minimum = int(m_bond.options.number(u"min_links"));
        if (m_bond.mode == Mode::Ieee8023ad && minimum > m_diagnosis.carryingSlaves.size()) {
            set(Rule::MinLinks, Verdict::Down,
                //: @info cause, %1 and %2 numbers; min_links is an option
                HealthText::tr("Links that carry: %1. min_links asks for %2.")
                    .arg(m_diagnosis.carryingSlaves.size())
                    .arg(minimum),
                //: @info next step; min_links is an option
                HealthText::tr("Bring back the missing links or lower min_links."));
            return;
        }
        //: @info cause, %1 bond
        set(Rule::NoCarrier, Verdict::Down, HealthText::tr("The driver reports no carrier for %1.").arg(m_bond.name),
            driverLog());
    }

    void judgeDegraded()
    {
        QStringList sentences;
        for (const SlaveState &slave : m_bond.slaves) {
            if (m_diagnosis.affectedSlaves.contains(slave.name))
                sentences.append(lossOf(slave));
        }
        const QString carrying = rules::joined(carryingNow());
        if (carrying.isEmpty()) {
            set(Rule::LinkLost, Verdict::Degraded, joinSentences(sentences), stepFor(firstHurt()));
            return;
        }
        sentences.append(carryingNow().size() == 1
                             //: @info cause, %1 NIC
                             ? HealthText::tr("Traffic runs on %1 only.").arg(carrying)
                             //: @info cause, %1 NICs
                             : HealthText::tr("Traffic runs on %1.").arg(carrying));
        set(Rule::LinkLost, Verdict::Degraded, joinSentences(sentences), stepFor(firstHurt()));
    }

    /// In active-backup the one that is active, as long as its link is sound.
    QStringList carryingNow() const
    {
        const SlaveState *active = m_bond.activeSlave ? m_bond.slave(*m_bond.activeSlave) : nullptr;
        if (m_bond.mode != Mode::ActiveBackup || !active)
            return m_diagnosis.carryingSlaves;
        return m_diagnosis.carryingSlaves.contains(active->name) ? QStringList(active->name) : QStringList();
    }

    const SlaveState &firstHurt() const
    {
        return *std::find_if(m_bond.slaves.cbegin(), m_bond.slaves.cend(), [this](const SlaveState &slave) {
            return m_diagnosis.affectedSlaves.contains(slave.name);
        });
    }

    QString lossOf(const SlaveState &slave) const
    {
        const NicState *nic = nicOf(slave.ifindex);
        if (nic && !nic->adminUp)
            //: @info cause, %1 NIC
            return HealthText::tr("%1 is switched off.").arg(slave.name);
        if (slave.mii == MiiStatus::GoingDown)
            //: @info cause, %1 NIC; downdelay is an option
            return HealthText::tr("%1 has lost its link and stays in use until downdelay is over.").arg(slave.name);
        if (slave.mii == MiiStatus::Unknown && m_bond.options.isMonitored())
            //: @info cause, %1 NIC
            return HealthText::tr("The driver does not know the link of %1.").arg(slave.name);
        if (nic && !nic->carrier)
            //: @info cause, %1 NIC
            return HealthText::tr("The link of %1 is down.").arg(slave.name);
        if (slave.mii == MiiStatus::GoingBack)
            //: @info cause, %1 NIC; updelay is an option
            return HealthText::tr("The link of %1 is up again and waits for updelay.").arg(slave.name);
        if (m_bond.options.monitorsByArp())
            //: @info cause, %1 NIC, %2 addresses
            return HealthText::tr("%1 gets no ARP answer from %2.")
                .arg(slave.name, m_bond.options.arpTargets().join(u", "));
        //: @info cause, %1 NIC
        return HealthText::tr("The link of %1 is up, but the driver does not use it.").arg(slave.name);
    }

    QString wayToTargets(const QString &slaves) const
    {
        //: @info next step, %1 NICs, %2 addresses
        return HealthText::tr("Check the VLAN of the switch port of %1, and whether %2 answers.")
            .arg(slaves, m_bond.options.arpTargets().join(u", "));
    }

    QString stepFor(const SlaveState &slave) const
    {
        const NicState *nic = nicOf(slave.ifindex);
        if (nic && !nic->adminUp)
            //: @info next step, %1 NIC
            return HealthText::tr("Switch on %1.").arg(slave.name);
        if ((nic && !nic->carrier) || slave.mii == MiiStatus::GoingDown)
            //: @info next step, %1 NIC
            return HealthText::tr("Check the cable of %1 and its switch port.").arg(slave.name);
        if (slave.mii == MiiStatus::GoingBack)
            //: @info next step
            return HealthText::tr("Wait until updelay is over.");
        return m_bond.options.monitorsByArp() ? wayToTargets(slave.name) : driverLog();
    }

    /// Slaves whose link is up and that do not take part in the aggregation.
    QStringList outsiders() const
    {
        QStringList names;
        for (const SlaveState &slave : m_linked) {
            if (m_diagnosis.affectedSlaves.contains(slave.name) && slave.mii != MiiStatus::GoingDown)
                names.append(slave.name);
        }
        return names;
    }

    /// Sentences about the slaves whose link is lost, to stand before what LACP has to say.
    QStringList lostLinks() const
    {
        QStringList sentences;
        for (const SlaveState &slave : m_bond.slaves) {
            if (slave.mii == MiiStatus::GoingDown || !isLinkUp(m_bond, slave, nicOf(slave.ifindex)))
                sentences.append(lossOf(slave));
        }
        return sentences;
    }

    bool judgeLacp()
    {
        if (partnerOf(m_bond).isEmpty()) {
            judgeNoPartner();
            return false;
        }
        const QStringList out = outsiders();
        if (out.isEmpty())
            return true;
        const bool hasDefaulted = std::any_of(m_linked.cbegin(), m_linked.cend(), [&out](const SlaveState &slave) {
            return out.contains(slave.name) && (slave.actorPortState.value_or(0) & PortState::Defaulted);
        });
        const QString where
            = m_diagnosis.carryingSlaves.isEmpty() ? m_bond.name : rules::joined(m_diagnosis.carryingSlaves);
        if (hasDefaulted) {
            set(Rule::LacpSomePorts, Verdict::LacpNotNegotiated,
                joinSentences(lostLinks()
                              //: @info cause, %1 and %2 NICs
                              << HealthText::tr("The switch does not answer LACP on %1. Traffic runs on %2.")
                                     .arg(rules::joined(out), where)),
                //: @info next step, %1 NICs
                HealthText::tr("Add the switch ports of %1 to the port channel (LACP).").arg(rules::joined(out)));
        } else {
            set(Rule::LacpSplit, Verdict::LacpNotNegotiated,
                joinSentences(lostLinks()
                              //: @info cause, %1 and %2 NICs
                              << HealthText::tr("%1 is not in the same aggregation as %2: the cables end in different "
                                                "switches, or the ports are in different port channels.")
                                     .arg(rules::joined(out), where)),
                //: @info next step, %1 NICs
                HealthText::tr("Plug %1 into the same switch (or stack) and put all ports into one port channel.")
                    .arg(rules::joined(out)));
        }
        return false;
    }

    void judgeNoPartner()
    {
        const bool isPassive = m_bond.options.isLacpPassive();
        QStringList sentences = lostLinks();
        //: @info cause, %1 bond
        sentences.append(HealthText::tr("No LACP partner answers at the other end of %1.").arg(m_bond.name));
        if (!m_diagnosis.carryingSlaves.isEmpty())
            //: @info cause, %1 NICs; follows another sentence
            sentences.append(HealthText::tr("Traffic runs on %1 only.").arg(rules::joined(m_diagnosis.carryingSlaves)));
        const QString cause = joinSentences(sentences);
        if (isPassive)
            //: @info next step; lacp_active is an option
            set(Rule::LacpNoPartner, Verdict::LacpNotNegotiated, cause,
                HealthText::tr("Set lacp_active to on, or LACP to active on the switch."));
        else
            set(Rule::LacpNoPartner, Verdict::LacpNotNegotiated, cause,
                //: @info next step
                HealthText::tr(
                    "Set up a port channel with LACP on the switch. If it cannot do that, use mode active-backup."));
    }

    const BondState &m_bond;
    const Snapshot &m_snapshot;
    QList<SlaveState> m_linked;
    Diagnosis m_diagnosis;
};

} // namespace

Diagnosis judgeLinks(const BondState &bond, const Snapshot &snapshot)
{
    return LinkJudge(bond, snapshot).run();
}

} // namespace bondwright::diagnosis
