// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/nm/nmsession.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/sequence.h"
#include "kernel/kernelsource.h"
#include "kernel/planverifier.h"

namespace bondwright::helper
{

/// NetworkManager follows its keyfiles: it is told to read them, what it read is compared with what was
/// written, and only what differs from the kernel's state is activated. Ports are attached one by one,
/// because activating a bond does not bring its ports back.
class NmActivator final : public Activator
{
    Q_OBJECT
public:
    NmActivator(Environment environment, kernel::KernelSource &source, QObject *parent = nullptr);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;
    void extend(const Record &record) override;
    bool isOutOfReach() const override { return m_isOutOfReach; }

private:
    using Profiles = QList<formats::nm::Profile>;
    Result<Profiles> readProfiles() const;
    QString checkpointOf(const Record &record) const;
    void addLoading(Sequence &sequence, const Record &record);
    void addReadBack(Sequence &sequence, const QList<BondPlan> &plans);
    void awaitFormerProfiles(Sequence &sequence, const Record &record);
    void addRemoval(Sequence &sequence, const QStringList &bonds);
    void addBond(Sequence &sequence, const BondPlan &plan, bool isNew, bool hasOtherAddresses);
    void reapply(const BondPlan &plan, bool hasOtherAddresses, const formats::nm::Profile &bond,
                 const Profiles &profiles, const Sequence::Next &next);
    void addFull(Sequence &sequence, const BondPlan &plan, bool isNew, const formats::nm::Profile &bond,
                 const Profiles &profiles);
    void addReleases(Sequence &sequence, const BondPlan &plan);
    void addPort(Sequence &sequence, const QString &bond, const SlavePlan &slave, const Profiles &ports);
    void addVlans(Sequence &sequence, bool hasOtherAddresses, const formats::nm::Profile &bond,
                  const Profiles &profiles);
    void addReleasedNics(Sequence &sequence, const Record &record);
    void addFormerProfiles(Sequence &sequence, const Record &record);
    bool isPort(const QString &nic, const QString &bond) const;
    void restoreUnmanaged(const Record &record, const Done &done);

    Environment m_environment;
    kernel::KernelSource &m_source;
    NmSession m_session;
    bool m_isOutOfReach = false;
};

} // namespace bondwright::helper
