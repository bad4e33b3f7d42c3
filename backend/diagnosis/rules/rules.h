// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QCoreApplication>

namespace bondwright::diagnosis::rules
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)
};

/// "eth0, eth1"
QString joined(const QStringList &names);
/// "35 s", "12 min"
QString durationText(std::chrono::seconds duration);
/// The slaves whose link is up in the bond's eyes.
QList<kernel::SlaveState> linked(const Case &known);

/// One of these for each thing that can be said. @param links what judgeLinks() found: a rule that explains it may
/// look at it
using Judge = QList<Finding> (*)(const Case &known, const Diagnosis &links);

QList<Finding> slaveMissing(const Case &known, const Diagnosis &links);
QList<Finding> slaveUnexpected(const Case &known, const Diagnosis &links);
QList<Finding> slaveSilent(const Case &known, const Diagnosis &links);

QList<Finding> slaveSendsNothing(const Case &known, const Diagnosis &links);
QList<Finding> arpOneSlave(const Case &known, const Diagnosis &links);
QList<Finding> updelayShort(const Case &known, const Diagnosis &links);
QList<Finding> configDrift(const Case &known, const Diagnosis &links);
QList<Finding> noAddress(const Case &known, const Diagnosis &links);
QList<Finding> vlanMtu(const Case &known, const Diagnosis &links);
QList<Finding> mtuDiffers(const Case &known, const Diagnosis &links);
QList<Finding> switchMtu(const Case &known, const Diagnosis &links);

QList<Finding> lacpIndividual(const Case &known, const Diagnosis &links);
QList<Finding> lacpSpeedDiffers(const Case &known, const Diagnosis &links);
QList<Finding> lacpChurn(const Case &known, const Diagnosis &links);
QList<Finding> lacpRate(const Case &known, const Diagnosis &links);

QList<Finding> speedUnknown(const Case &known, const Diagnosis &links);
QList<Finding> speedDiffers(const Case &known, const Diagnosis &links);
QList<Finding> halfDuplex(const Case &known, const Diagnosis &links);
QList<Finding> errors(const Case &known, const Diagnosis &links);
QList<Finding> flapping(const Case &known, const Diagnosis &links);
QList<Finding> oneCarriesAll(const Case &known, const Diagnosis &links);

QList<Finding> virtualCarrier(const Case &known, const Diagnosis &links);
QList<Finding> wirelessSlave(const Case &known, const Diagnosis &links);
QList<Finding> bridgedBalance(const Case &known, const Diagnosis &links);
QList<Finding> balanceInGuest(const Case &known, const Diagnosis &links);
QList<Finding> vfUntrusted(const Case &known, const Diagnosis &links);
QList<Finding> cloudGuest(const Case &known, const Diagnosis &links);

QList<Finding> sameSwitch(const Case &known, const Diagnosis &links);
QList<Finding> switchesDiffer(const Case &known, const Diagnosis &links);
QList<Finding> portVlanDiffers(const Case &known, const Diagnosis &links);
QList<Finding> portGroupDiffers(const Case &known, const Diagnosis &links);
QList<Finding> cableMoved(const Case &known, const Diagnosis &links);

} // namespace bondwright::diagnosis::rules
