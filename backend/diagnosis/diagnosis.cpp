// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosis.h"

#include "diagnosis/linkjudge.h"
#include "diagnosis/rules/rules.h"
#include "domain/sentences.h"
#include "kernel/bondview.h"

#include <algorithm>
#include <array>

namespace bondwright::diagnosis
{

namespace
{

/// In the order in which they are told.
constexpr std::array judges{
    rules::lacpSpeedDiffers, rules::lacpIndividual, rules::switchesDiffer, rules::lacpChurn, rules::arpOneSlave,
    rules::slaveMissing, rules::noAddress, rules::slaveSilent, rules::slaveSendsNothing, rules::portVlanDiffers,
    rules::portGroupDiffers, rules::mtuDiffers, rules::halfDuplex, rules::flapping, rules::errors,
    // From here on, what is worth knowing.
    rules::lacpRate, rules::updelayShort, rules::configDrift, rules::slaveUnexpected, rules::vlanMtu, rules::switchMtu,
    rules::speedUnknown, rules::speedDiffers, rules::oneCarriesAll, rules::cloudGuest, rules::balanceInGuest,
    rules::virtualCarrier, rules::vfUntrusted, rules::wirelessSlave, rules::bridgedBalance, rules::sameSwitch,
    rules::cableMoved};

/// Whether the finding explains what the links show: then it is reported in their place.
bool explains(Rule finding, Rule links)
{
    switch (finding) {
    case Rule::LacpSpeedDiffers:
    case Rule::SwitchesDiffer:
        return links == Rule::LacpSplit;
    case Rule::LacpIndividual:
        return links == Rule::LacpSplit || links == Rule::LacpSomePorts;
    case Rule::ArpOneSlave:
        return links == Rule::LinkLost;
    case Rule::SlaveMissing:
        return links == Rule::OneSlave || links == Rule::NoSlaves;
    default:
        return false;
    }
}

void lead(Diagnosis &diagnosis, const Finding &finding)
{
    diagnosis.rule = finding.rule;
    diagnosis.cause = finding.cause;
    diagnosis.nextStep = finding.nextStep;
    diagnosis.evidence = finding.evidence;
}

/// To find the cable, one has to know its other end.
bool isAboutCables(Rule rule)
{
    switch (rule) {
    case Rule::LinkLost:
    case Rule::LacpSomePorts:
    case Rule::LacpIndividual:
    case Rule::HalfDuplex:
    case Rule::Errors:
    case Rule::Flapping:
        return true;
    default:
        return false;
    }
}

void nameCables(Finding &finding, const Case &known)
{
    if (!isAboutCables(finding.rule))
        return;
    for (const QString &slave : std::as_const(finding.slaves)) {
        const auto port = known.ports.constFind(slave);
        if (port == known.ports.cend())
            continue;
        //: @info evidence, %1 NIC, %2 a switch and its port
        finding.evidence = joinSentences(
            {finding.evidence, rules::Text::tr("The cable of %1 ends in %2.").arg(slave, switchPortText(*port))});
    }
}

/// A bond that works but has a fault is degraded; where the links are at fault, their verdict stays.
void decide(Diagnosis &diagnosis, const Case &known)
{
    const Rule links = diagnosis.rule;
    const auto cause = std::find_if(diagnosis.findings.begin(), diagnosis.findings.end(),
                                    [links](const Finding &finding) { return explains(finding.rule, links); });
    if (cause != diagnosis.findings.end()) {
        std::rotate(diagnosis.findings.begin(), cause, cause + 1);
        lead(diagnosis, diagnosis.findings.first());
    } else if (infoOf(links).isFault) {
        Finding finding{links, diagnosis.cause, diagnosis.nextStep, diagnosis.evidence, diagnosis.affectedSlaves};
        nameCables(finding, known);
        diagnosis.evidence = finding.evidence;
        diagnosis.findings.prepend(finding);
    } else if (!diagnosis.findings.isEmpty() && diagnosis.findings.first().isFault() && links != Rule::Unknown) {
        diagnosis.verdict = Verdict::Degraded;
        lead(diagnosis, diagnosis.findings.first());
    }
}

} // namespace

const kernel::NicState *Case::nicOf(const kernel::SlaveState &slave) const
{
    const auto nic = snapshot.nics.constFind(slave.ifindex);
    return nic == snapshot.nics.cend() ? nullptr : &*nic;
}

bool Case::hasLink(const kernel::SlaveState &slave) const
{
    const kernel::NicState *nic = nicOf(slave);
    return nic && nic->carrier && kernel::isLinkUp(bond, slave, nic) && slave.mii != kernel::MiiStatus::GoingDown;
}

bool isSameNews(const Diagnosis &before, const Diagnosis &now)
{
    return before.verdict == now.verdict
        && std::equal(before.findings.cbegin(), before.findings.cend(), now.findings.cbegin(), now.findings.cend(),
                      [](const Finding &one, const Finding &other) {
                          return one.rule == other.rule && one.slaves == other.slaves;
                      });
}

Diagnosis judge(const Case &known)
{
    Diagnosis diagnosis = judgeLinks(known.bond, known.snapshot);
    const Diagnosis links = diagnosis;
    for (const rules::Judge rule : judges)
        diagnosis.findings += rule(known, links);
    std::stable_partition(diagnosis.findings.begin(), diagnosis.findings.end(),
                          [](const Finding &finding) { return finding.isFault(); });
    for (Finding &finding : diagnosis.findings)
        nameCables(finding, known);
    decide(diagnosis, known);
    diagnosis.word = verdictWord(diagnosis.verdict);
    return diagnosis;
}

Diagnosis judge(const kernel::BondState &bond, const kernel::Snapshot &snapshot)
{
    return judge(Case{bond, snapshot});
}

} // namespace bondwright::diagnosis
