// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/metrics.h"

#include "diagnosis/drift.h"
#include "kernel/bondview.h"
#include "watch/exposition.h"

namespace bondwright::watch
{

namespace
{

using diagnosis::Diagnosis;
using kernel::BondState;
using kernel::SlaveState;

constexpr quint8 churned = 1; ///< AD_CHURN of enum churn_state, include/net/bond_3ad.h

/// One family after the other, each with all bonds: the formats want the samples of one name together.
class Writer
{
public:
    Writer(const MetricsInput &input, MetricsFormat format)
        : m_input(input)
        , m_text(format)
    {
    }

    QByteArray write()
    {
        writeBonds();
        writeDiagnoses();
        writeSlaves();
        writeCounters();
        writeLacp();
        writeSwitches();
        if (m_input.tally)
            writeTally(*m_input.tally);
        return m_text.text();
    }

private:
    template <typename Function>
    void eachBond(const QByteArray &name, FamilyKind kind, const QByteArray &help, Function function)
    {
        m_text.family(name, kind, help);
        for (const BondMetrics &one : m_input.bonds)
            function(one);
    }

    template <typename Function>
    void eachSlave(const QByteArray &name, FamilyKind kind, const QByteArray &help, Function function)
    {
        eachBond(name, kind, help, [&function](const BondMetrics &one) {
            for (const SlaveState &slave : one.bond.slaves)
                function(one, slave, Labels{{"bond", one.bond.name}, {"slave", slave.name}});
        });
    }

    static Labels of(const BondMetrics &one) { return {{"bond", one.bond.name}}; }

    void writeBonds()
    {
        eachBond("bondwright_bond", FamilyKind::Info, "Mode and address of each bond.", [this](const BondMetrics &one) {
            m_text.sample(of(one)
                              + Labels{{"mode", one.bond.unknownMode.isEmpty() ? kernelName(one.bond.mode) : QString()},
                                       {"mac", m_input.snapshot.nics.value(one.bond.ifindex).mac.toString()}},
                          1);
        });
        eachBond("bondwright_bond_slaves", FamilyKind::Gauge, "Slaves in the bond now.",
                 [this](const BondMetrics &one) { m_text.sample(of(one), double(one.bond.slaves.size())); });
        eachBond("bondwright_bond_slaves_expected", FamilyKind::Gauge,
                 "Slaves that the configuration names, where it can be read.", [this](const BondMetrics &one) {
                     if (one.expectedSlaves)
                         m_text.sample(of(one), *one.expectedSlaves);
                 });
        eachBond("bondwright_bond_config_differences", FamilyKind::Gauge,
                 "Options, mode, MTU and VLANs that run otherwise than the configuration says, where it can be read.",
                 [this](const BondMetrics &one) {
                     if (one.differences)
                         m_text.sample(of(one), *one.differences);
                 });
        m_text.family("bondwright_change_pending", FamilyKind::Gauge,
                      "1 while a change waits to be confirmed, and reverts if it is not.");
        if (m_input.isChangePending)
            m_text.sample({}, *m_input.isChangePending ? 1 : 0);
        eachBond(
            "bondwright_bond_slaves_carrying", FamilyKind::Gauge, "Slaves that carry traffic or could at once.",
            [this](const BondMetrics &one) { m_text.sample(of(one), double(one.diagnosis.carryingSlaves.size())); });
    }

    void writeDiagnoses()
    {
        eachBond("bondwright_bond_verdict", FamilyKind::Gauge, "1 for the verdict that holds, 0 for the others.",
                 [this](const BondMetrics &one) {
                     for (int verdict = 0; verdict < diagnosis::verdictCount; ++verdict)
                         m_text.sample(of(one) + Labels{{"verdict", verdictName(diagnosis::Verdict(verdict))}},
                                       int(one.diagnosis.verdict) == verdict ? 1 : 0);
                 });
        eachBond("bondwright_bond_findings", FamilyKind::Gauge,
                 "What is said about a bond: how many findings of each rule, as in docs/DIAGNOSIS.md.",
                 [this](const BondMetrics &one) {
                     QMap<QString, std::pair<QString, int>> rules;
                     for (const diagnosis::Finding &finding : one.diagnosis.findings) {
                         auto &[kind, count] = rules[ruleName(finding.rule)];
                         kind = finding.isFault() ? QStringLiteral("fault") : QStringLiteral("note");
                         ++count;
                     }
                     for (auto rule = rules.cbegin(); rule != rules.cend(); ++rule)
                         m_text.sample(of(one) + Labels{{"rule", rule.key()}, {"kind", rule->first}}, rule->second);
                 });
    }

    void writeSlaves()
    {
        const auto nicOf = [this](const SlaveState &slave) { return m_input.snapshot.nics.value(slave.ifindex); };
        eachSlave("bondwright_slave", FamilyKind::Info, "NIC of each slave.",
                  [&](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                      const kernel::NicState nic = nicOf(slave);
                      m_text.sample(labels
                                        + Labels{{"permanent_mac", slave.permanentMac.toString()},
                                                 {"driver", nic.driver},
                                                 {"slot", nic.busAddress}},
                                    1);
                  });
        eachSlave("bondwright_slave_up", FamilyKind::Gauge, "1 where the bond takes the link for up.",
                  [this](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                      m_text.sample(labels, slave.mii == kernel::MiiStatus::Up ? 1 : 0);
                  });
        eachSlave("bondwright_slave_active", FamilyKind::Gauge, "1 for the active slave, in modes that have one.",
                  [this](const BondMetrics &one, const SlaveState &slave, const Labels &labels) {
                      if (kernel::hasActiveSlave(one.bond.mode))
                          m_text.sample(labels, one.bond.activeSlave == slave.ifindex ? 1 : 0);
                  });
        eachSlave("bondwright_slave_carrying", FamilyKind::Gauge, "1 where the slave carries traffic or could at once.",
                  [this](const BondMetrics &one, const SlaveState &slave, const Labels &labels) {
                      m_text.sample(labels, one.diagnosis.carryingSlaves.contains(slave.name) ? 1 : 0);
                  });
        eachSlave("bondwright_slave_speed_bytes", FamilyKind::Gauge, "Speed of the link in bytes a second.",
                  [&](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                      if (const auto mbps = nicOf(slave).speedMbps)
                          m_text.sample(labels, *mbps * 1e6 / 8);
                  });
        eachSlave("bondwright_slave_link_failures", FamilyKind::Counter,
                  "The bonding driver's own count, which begins anew when a slave joins.",
                  [this](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                      m_text.sample(labels, slave.linkFailures);
                  });
    }

    void writeCounters()
    {
        const auto write = [this](const QByteArray &name, const QByteArray &help, auto field) {
            eachSlave(name, FamilyKind::Counter, help,
                      [this, field](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                          const auto counters = m_input.counters.constFind(slave.ifindex);
                          if (counters != m_input.counters.cend())
                              m_text.sample(labels, double(field(*counters)));
                      });
        };
        using kernel::Counters;
        write("bondwright_slave_receive_bytes", "Bytes received.", [](const Counters &one) { return one.rxBytes; });
        write("bondwright_slave_transmit_bytes", "Bytes sent.", [](const Counters &one) { return one.txBytes; });
        write("bondwright_slave_errors", "Frames received or sent broken.",
              [](const Counters &one) { return one.rxErrors + one.txErrors; });
    }

    void writeLacp()
    {
        const auto isLacp = [](const BondState &bond) { return bond.mode == Mode::Ieee8023ad && !bond.isLacpHidden; };
        eachBond("bondwright_lacp_negotiated", FamilyKind::Gauge,
                 "1 where the switch has agreed on every link that is up.", [&](const BondMetrics &one) {
                     if (isLacp(one.bond))
                         m_text.sample(of(one),
                                       !kernel::partnerOf(one.bond).isEmpty()
                                               && one.diagnosis.verdict != diagnosis::Verdict::LacpNotNegotiated
                                           ? 1
                                           : 0);
                 });
        eachBond("bondwright_lacp_ports", FamilyKind::Gauge, "Ports of the active aggregator.",
                 [&](const BondMetrics &one) {
                     if (one.bond.ad)
                         m_text.sample(of(one), one.bond.ad->ports);
                 });
        eachBond("bondwright_lacp_partner", FamilyKind::Info, "System and key of the switch.",
                 [&](const BondMetrics &one) {
                     if (const MacAddress partner = kernel::partnerOf(one.bond); !partner.isEmpty())
                         m_text.sample(of(one)
                                           + Labels{{"system", partner.toString()},
                                                    {"key", QString::number(one.bond.ad->partnerKey)}},
                                       1);
                 });
        eachSlave("bondwright_lacp_aggregator", FamilyKind::Gauge, "Number of the slave's aggregator.",
                  [this](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                      if (slave.aggregatorId)
                          m_text.sample(labels, *slave.aggregatorId);
                  });
        eachSlave("bondwright_lacp_churned", FamilyKind::Gauge,
                  "1 where this side of the link does not come to an agreement.",
                  [this](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                      if (slave.churnActor)
                          m_text.sample(labels + Labels{{"side", QStringLiteral("host")}},
                                        *slave.churnActor == churned ? 1 : 0);
                      if (slave.churnPartner)
                          m_text.sample(labels + Labels{{"side", QStringLiteral("switch")}},
                                        *slave.churnPartner == churned ? 1 : 0);
                  });
    }

    void writeSwitches()
    {
        eachSlave("bondwright_slave_switch", FamilyKind::Info, "Where the cable ends, by LLDP.",
                  [this](const BondMetrics &, const SlaveState &slave, const Labels &labels) {
                      const auto port = m_input.ports.constFind(slave.name);
                      if (port == m_input.ports.cend())
                          return;
                      m_text.sample(labels
                                        + Labels{{"system", neighbours::systemName(*port)},
                                                 {"chassis", port->chassis},
                                                 {"port", neighbours::portName(*port)},
                                                 {"vlan", port->vlan ? QString::number(*port->vlan) : QString()}},
                                    1);
                  });
    }

    void writeTally(const Tally &tally)
    {
        const auto eachTally = [this, &tally](const auto &function) {
            for (const BondMetrics &one : m_input.bonds)
                function(one, tally.bonds().value(one.bond.name));
        };
        m_text.family("bondwright_failovers", FamilyKind::Counter, "Changes of the active slave, by reason.");
        eachTally([this](const BondMetrics &one, const BondTally &counts) {
            for (auto count = counts.failovers.cbegin(); count != counts.failovers.cend(); ++count)
                m_text.sample(of(one) + Labels{{"reason", count.key()}}, double(*count));
        });
        m_text.family("bondwright_slave_flaps", FamilyKind::Counter, "Losses of the link, however short.");
        eachTally([this](const BondMetrics &one, const BondTally &counts) {
            for (const SlaveState &slave : one.bond.slaves)
                m_text.sample(of(one) + Labels{{"slave", slave.name}}, double(counts.linkLosses.value(slave.name)));
        });
        m_text.family("bondwright_bond_last_outage_seconds", FamilyKind::Gauge, "The last outage, measured by ping.");
        eachTally([this](const BondMetrics &one, const BondTally &counts) {
            if (counts.lastOutage)
                m_text.sample(of(one), std::chrono::duration<double>(*counts.lastOutage).count());
        });
        m_text.family("bondwright_bond_outage_seconds", FamilyKind::Histogram, "Outages, measured by ping.");
        eachTally([this](const BondMetrics &one, const BondTally &counts) { writeOutages(of(one), counts); });
    }

    void writeOutages(const Labels &bond, const BondTally &counts)
    {
        if (!counts.lastOutage)
            return;
        quint64 sum = 0;
        for (std::size_t i = 0; i < counts.outages.size(); ++i) {
            sum += counts.outages[i];
            const QString bound = i < outageBounds.size() ? QString::number(outageBounds[i]) : QStringLiteral("+Inf");
            m_text.sample(bond + Labels{{"le", bound}}, double(sum), "_bucket");
        }
        m_text.sample(bond, std::chrono::duration<double>(counts.outageSum).count(), "_sum");
        m_text.sample(bond, double(sum), "_count");
    }

    const MetricsInput &m_input;
    Exposition m_text;
};

} // namespace

MetricsInput metricsInput(const kernel::Snapshot &snapshot, const Surveyed &surveyed,
                          const QHash<int, kernel::Counters> &counters, const Tally *tally,
                          const diagnosis::Window *window)
{
    MetricsInput input;
    input.snapshot = snapshot;
    input.ports = surveyed.ports;
    input.isChangePending = surveyed.isChangePending;
    input.counters = counters;
    if (tally)
        input.tally = *tally;
    for (const BondState &bond : snapshot.bonds) {
        BondMetrics metrics{bond, surveyed.judge(bond, snapshot, window), {}};
        if (const auto plan = surveyed.plans.constFind(bond.name); plan != surveyed.plans.cend()) {
            metrics.expectedSlaves = int(plan->slaves.size());
            metrics.differences = int(diagnosis::driftOf(*plan, snapshot).size());
        }
        input.bonds.append(metrics);
    }
    return input;
}

QByteArray metricsText(const MetricsInput &input, MetricsFormat format)
{
    return Writer(input, format).write();
}

} // namespace bondwright::watch
