// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/rules/rule.h"

/// Every rule is one function: it looks at the whole input and reports under codes of its own. The two
/// tables in ruletable.cpp list them; a rule that is not listed there does not exist.
namespace bondwright::rules
{

// names.cpp
void bondName(const RuleInput &input, Report &report);
void bondNameForScripts(const RuleInput &input, Report &report);
void replacedBond(const RuleInput &input, Report &report);
void acceptedErrors(const RuleInput &input, Report &report);

// optionsrules.cpp
void optionsKnown(const RuleInput &input, Report &report);
void optionValues(const RuleInput &input, Report &report);
void optionModes(const RuleInput &input, Report &report);
void optionsWithoutEffect(const RuleInput &input, Report &report);
void optionAliases(const RuleInput &input, Report &report);
void runtimeOnlyOptions(const RuleInput &input, Report &report);
void obsoleteUseCarrier(const RuleInput &input, Report &report);

// monitoringrules.cpp
void monitoringPresent(const RuleInput &input, Report &report);
void monitoringExclusive(const RuleInput &input, Report &report);
void delaysNeedMiimon(const RuleInput &input, Report &report);
void delaysAreMultiples(const RuleInput &input, Report &report);
void monitoringPace(const RuleInput &input, Report &report);

// arprules.cpp
void arpNeedsTargets(const RuleInput &input, Report &report);
void arpTargetsNeedInterval(const RuleInput &input, Report &report);
void arpValidateNeedsInterval(const RuleInput &input, Report &report);
void arpAllTargetsNeedValidation(const RuleInput &input, Report &report);
void arpValidationKeepsLinksDown(const RuleInput &input, Report &report);
void arpBehindAggregation(const RuleInput &input, Report &report);
void arpTargetsInSubnet(const RuleInput &input, Report &report);
void nsTargetsInSubnet(const RuleInput &input, Report &report);
void arpTargetsAreOthers(const RuleInput &input, Report &report);

// primaryrules.cpp
void primaryIsSlave(const RuleInput &input, Report &report);
void activeSlaveIsSlave(const RuleInput &input, Report &report);
void slavePriority(const RuleInput &input, Report &report);

// lacprules.cpp
void minLinks(const RuleInput &input, Report &report);
void lacpPassive(const RuleInput &input, Report &report);
void hashPolicy(const RuleInput &input, Report &report);
void switchFirst(const RuleInput &input, Report &report);

// slaverules.cpp
void slaveCount(const RuleInput &input, Report &report);
void slaveNames(const RuleInput &input, Report &report);
void slavesOnce(const RuleInput &input, Report &report);
void slaveMacs(const RuleInput &input, Report &report);
void slaveQueues(const RuleInput &input, Report &report);

// macrules.cpp
void bondMac(const RuleInput &input, Report &report);
void bondMacAndFailover(const RuleInput &input, Report &report);
void bondMtu(const RuleInput &input, Report &report);

// addressrules.cpp, gatewayrules.cpp: each address family of the bond and of its VLANs
void addresses(const RuleInput &input, Report &report);
void addressMethods(const RuleInput &input, Report &report);
void someAddress(const RuleInput &input, Report &report);
void gateways(const RuleInput &input, Report &report);
void routes(const RuleInput &input, Report &report);
void nameServers(const RuleInput &input, Report &report);

// vlanrules.cpp
void vlanIds(const RuleInput &input, Report &report);
void vlanNames(const RuleInput &input, Report &report);
void vlanMtus(const RuleInput &input, Report &report);

// hostdriverrules.cpp
void driverPresent(const RuleInput &input, Report &report);
void kernelKnowsOptions(const RuleInput &input, Report &report);
void nameFree(const RuleInput &input, Report &report);
void replacedBondExists(const RuleInput &input, Report &report);

// hostnicrules.cpp
void nicsExist(const RuleInput &input, Report &report);
void nicsFree(const RuleInput &input, Report &report);
void nicKinds(const RuleInput &input, Report &report);
void nicMacsMatch(const RuleInput &input, Report &report);
void nicCarrier(const RuleInput &input, Report &report);
void infiniband(const RuleInput &input, Report &report);

// hostlinkrules.cpp
void speeds(const RuleInput &input, Report &report);
void speedReadable(const RuleInput &input, Report &report);
void duplexes(const RuleInput &input, Report &report);
void macChangeable(const RuleInput &input, Report &report);
void virtualMachine(const RuleInput &input, Report &report);
void nicMtus(const RuleInput &input, Report &report);

// hostredundancyrules.cpp
void separatePciCards(const RuleInput &input, Report &report);
void segments(const RuleInput &input, Report &report);
void subnetsAgree(const RuleInput &input, Report &report);

// hostaddressrules.cpp
void addressesMove(const RuleInput &input, Report &report);
void sessionSurvives(const RuleInput &input, Report &report);
void defaultRouteSurvives(const RuleInput &input, Report &report);
void nameServersSurvive(const RuleInput &input, Report &report);
void addressesFree(const RuleInput &input, Report &report);

} // namespace bondwright::rules
