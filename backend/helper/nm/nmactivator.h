// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/nm/nmsteps.h"
#include "helper/transaction/activator.h"

#include <QElapsedTimer>

namespace bondwright::helper
{

/// NetworkManager follows its keyfiles: it is told to read them, what it read is compared with what was
/// written, and only what differs from the kernel's state is activated. Ports are attached one by one,
/// because activating a bond does not bring its ports back.
class NmActivator final : public Activator
{
    Q_OBJECT
public:
    /// @param patience how long the rollback waits for NetworkManager before it uses netlink
    NmActivator(Environment environment, std::unique_ptr<NmSession> session, kernel::KernelSource &source,
                runtime::Network &network, std::chrono::milliseconds patience = std::chrono::seconds(40));

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;
    void extend(const Record &record) override;
    void letGo(const Record &record, const Done &done) override;
    bool isOutOfReach() const override { return m_isOutOfReach; }
    bool hasComeBack() const override { return !m_isTold && m_session->isRunning(); }
    bool isComingBack() const override;

private:
    using Step = NmSteps::Step;
    QString checkpointOf(const Record &record) const;
    Step openSession();
    Task<Result<QJsonObject>> remember(Record record);
    Step follow(Record record);
    Step rollBack(Record record);
    Step rollBackByNetworkManager(const Record &record);
    QMap<QString, QString> profilesAfterwards(const Record &record) const;
    Task<> expectInUse(Record record, QMap<QString, QString> profiles);
    Step deleteCheckpoint(Record record);
    Step forgetChange(Record record);
    Task<> prolong(Record record);
    Result<void> restoreByHand(const Record &record);

    std::unique_ptr<NmSession> m_session;
    kernel::KernelSource &m_source;
    runtime::Network &m_network;
    std::chrono::milliseconds m_patience;
    NmSteps m_steps;
    Task<> m_work; ///< the call under way
    Task<> m_byNetworkManager; ///< the part of the rollback that has a time limit
    bool m_isOutOfReach = false;
    bool m_isTold = false; ///< the NetworkManager that runs has read the restored files
    QElapsedTimer m_goneSince; ///< NetworkManager was missed in the rollback
};

} // namespace bondwright::helper
