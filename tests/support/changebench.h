// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/files/filetransaction.h"
#include "helper/plan/planner.h"
#include "helper/transaction/activator.h"
#include "support/fakenetworkmanager.h"

#include <QTemporaryDir>

namespace bondwright::tests
{

/// A host in a folder, with a network that is none, on which the real planner, files and activators make a change
/// and roll it back: all of a transaction but its states and clocks.
class ChangeBench final
{
public:
    explicit ChangeBench(helper::Backend backend);
    ~ChangeBench();

    /// eth0 192.0.2.10 with the default route, eth1 198.51.100.11, eth2 and eth10 bare, with their files.
    void addUsualHost();
    static BondPlan plan(const QStringList &nics = {QStringLiteral("eth0"), QStringLiteral("eth1")});
    void write(const QString &path, const QByteArray &text, quint32 mode = 0600) const;
    /// Everything below the root but what the helper keeps: path to kind, permissions and content or target.
    QMap<QByteArray, QByteArray> tree() const;

    Result<helper::PlannedChange> work(const BondPlan &plan) const;
    const helper::Planner &planner() const { return m_planner; }
    /// Prepares, writes and activates; @return what the activator said of it.
    Result<void> apply(const helper::PlannedChange &work);
    void confirm();
    /// By a process that was started after the change was made. @return once NetworkManager has heard of it, or will
    /// not
    bool extendByAnotherProcess();
    /// Files back, then the network, as far as it takes. @return what is not as before
    QStringList back();
    /// The parts of the plan that the network does not show.
    QStringList differences(const BondPlan &plan);

    QString root() const { return m_folder.path(); }
    helper::Environment environment() const;
    /// Scripts of the network service that fail: "ifup bond0".
    QStringList failingScripts;
    QStringList scripts; ///< those that ran

private:
    std::unique_ptr<helper::Activator> makeActivator();
    Result<void> runScript(const QString &program, const QString &interface);
    Result<void> wait(const std::function<void(helper::Done)> &call) const;
    QStringList notAsBefore();

    QTemporaryDir m_folder;

public:
    FakeNetwork network;
    FakeNetworkManager manager;

private:
    helper::Backend m_backend;
    FakeNetworkSource m_source;
    helper::Planner m_planner;
    helper::Record m_record;
    std::optional<formats::FileTransaction> m_files;
    std::unique_ptr<helper::Activator> m_activator;
};

} // namespace bondwright::tests
