// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/system/hostprogram.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/task.h"

namespace bondwright::helper
{

/// netplan makes files for NetworkManager or systemd-networkd, and then it is their turn.
class NetplanActivator final : public Activator
{
    Q_OBJECT
public:
    /// @param make the activator of the service that follows netplan's files
    NetplanActivator(Environment environment, ActivatorFactory make, ProgramRunner run = runHostProgram);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;
    void extend(const Record &record) override;
    bool isOutOfReach() const override { return m_renderer && m_renderer->isOutOfReach(); }
    bool hasComeBack() const override { return m_renderer && m_renderer->hasComeBack(); }
    bool isComingBack() const override { return m_renderer && m_renderer->isComingBack(); }

private:
    using Step = Task<Result<void>>;
    enum class Way : quint8 { Forth, Back };

    Activator &renderer(Backend backend);
    Activator &renderer(const Record &record);
    Step generate();
    Task<Result<QJsonObject>> remember(Record record);
    Step move(Record record, Way way);

    Environment m_environment;
    ActivatorFactory m_make;
    ProgramRunner m_run;
    std::unique_ptr<Activator> m_renderer;
    Task<> m_work; ///< the call under way
};

} // namespace bondwright::helper
