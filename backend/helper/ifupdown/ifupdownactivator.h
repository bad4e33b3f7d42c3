// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/system/hostprogram.h"
#include "helper/transaction/programactivator.h"

namespace bondwright::helper
{

/// "ifdown" and "ifup" of just the interfaces concerned. ifdown must see what ifup saw, or a DHCP client goes on: both
/// states of the files are kept in a flat file each, which goes with the record.
class IfupdownActivator final : public ProgramActivator
{
    Q_OBJECT
public:
    IfupdownActivator(Environment environment, kernel::KernelSource &source, runtime::Network &network,
                      ProgramRunner run = runHostProgram);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;

private:
    enum class Moment : quint8 { Before, After };

    QString flatFile(const Record &record, Moment moment) const;
    Result<void> keepFlat(const Record &record, Moment moment) const;

    Step follow(Record record) override;
    Step rollBack(Record record) override;
    Step command(QString program, QStringList arguments);
    Step up(QString interface);
    Step nicUp(QString nic);
    /// @param files the flat file that it was brought up with
    Task<> down(QString interface, QString files);
    Task<> bondDown(BondPlan plan, QString files);
    Step bondUp(BondPlan plan);
    /// Whether a running bond becomes as planned without a pause.
    bool isAdjustable(const BondPlan &plan, const Record &record) const;
    /// Adjusts those that are adjustable. @return the others
    Result<QList<BondPlan>> adjustRunning(const QList<BondPlan> &plans, const Record &record);

    Environment m_environment;
    ProgramRunner m_run;
};

} // namespace bondwright::helper
