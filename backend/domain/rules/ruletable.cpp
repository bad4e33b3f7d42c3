// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/rules.h"

#include <array>

namespace bondwright::rules
{

std::span<const Rule> validityRules()
{
    static constexpr std::array table{
        // name
        bondName,
        bondNameForScripts,
        replacedBond,
        acceptedErrors,
        // options
        optionsKnown,
        optionValues,
        optionModes,
        optionsWithoutEffect,
        optionAliases,
        runtimeOnlyOptions,
        obsoleteUseCarrier,
        // link monitoring
        monitoringPresent,
        monitoringExclusive,
        delaysNeedMiimon,
        delaysAreMultiples,
        monitoringPace,
        arpNeedsTargets,
        arpTargetsNeedInterval,
        arpValidateNeedsInterval,
        arpAllTargetsNeedValidation,
        arpValidationKeepsLinksDown,
        arpBehindAggregation,
        arpTargetsInSubnet,
        nsTargetsInSubnet,
        arpTargetsAreOthers,
        // options of single modes
        primaryIsSlave,
        activeSlaveIsSlave,
        slavePriority,
        minLinks,
        lacpPassive,
        hashPolicy,
        switchFirst,
        // NICs
        slaveCount,
        slaveNames,
        slavesOnce,
        slaveMacs,
        slaveQueues,
        // MAC and MTU
        bondMac,
        bondMacAndFailover,
        bondMtu,
        // addresses
        addresses,
        addressMethods,
        someAddress,
        gateways,
        routes,
        nameServers,
        // VLANs
        vlanIds,
        vlanNames,
        vlanMtus,
    };
    return table;
}

std::span<const Rule> hostRules()
{
    static constexpr std::array table{
        driverPresent,
        kernelKnowsOptions,
        nameFree,
        replacedBondExists,
        nicsExist,
        nicsFree,
        nicKinds,
        nicMacsMatch,
        nicCarrier,
        infiniband,
        speeds,
        speedReadable,
        duplexes,
        macChangeable,
        virtualMachine,
        nicMtus,
        separatePciCards,
        segments,
        subnetsAgree,
        addressesMove,
        sessionSurvives,
        defaultRouteSurvives,
        nameServersSurvive,
        addressesFree,
    };
    return table;
}

} // namespace bondwright::rules
