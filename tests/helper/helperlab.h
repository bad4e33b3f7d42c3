// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/dbushelperclient.h"
#include "kernel/localkernelsource.h"

#include <QElapsedTimer>
#include <QMap>
#include <QProcess>
#include <QSet>
#include <QTest>

namespace bondwright::helper::test
{

/// The guest, seen by a test: NICs with profiles of their own, the client of the real helper, the kernel.
class HelperLab final
{
public:
    HelperLab();

    /// eth0 192.0.2.10 with the default route over the switch, eth1 198.51.100.11; both by profiles.
    void makeProfiles();
    /// The same two without NetworkManager: by hand, or by files and scripts of a release 6 host.
    void makeAddresses();
    void makeIfcfgHost();
    /// The same for the services that read other files: the guest runs systemd-networkd (--networkd), or NetworkManager
    /// for netplan, or has ifupdown alone.
    void makeNetworkdHost();
    void makeNetplanHost(const QByteArray &renderer);
    void makeIfupdownHost();
    /// A server at the switch that gives 192.0.2.100 and on, with the usual gateway; it knows a NIC by its MAC. The
    /// server ends with the object.
    static std::unique_ptr<QProcess> serveDhcp();
    QString leaseOf(const QString &nic) const; ///< the address of that server that it has, as CIDR; empty: none
    BondPlan plan(Mode mode) const; ///< bond0 of eth0 and eth1, taking over eth0's address
    static ApplyOptions options(int seconds = 60, bool now = false);

    /// Starts one and waits for its first resting state: awaiting confirmation or an end.
    Transaction apply(const BondPlan &plan, const ApplyOptions &options);
    /// From now on every plan is rehearsed as well, once, and the two have to agree on whether it works.
    void rehearseEveryPlan(bool does = true) { m_rehearses = does; }
    Transaction remove(const QString &bond, const ApplyOptions &how = options(60, true));
    Transaction restore(const QString &backupId, const ApplyOptions &options);
    Transaction confirm(); ///< what apply() began, and waits for its end
    Transaction rollBack();
    Transaction waitForEnd(int seconds);
    Transaction current();
    Result<Ticket> ticket() const { return m_ticket; }
    QString newRequest();

    template <typename T, typename Call>
    Result<T> ask(Call call)
    {
        std::optional<Result<T>> answer;
        call([&answer](const Result<T> &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 60'000))
            return fail(QStringLiteral("test"), QStringLiteral("no answer"));
        return *answer;
    }

    DbusHelperClient &client() { return m_client; }
    const kernel::Snapshot &kernel() const { return m_kernel.snapshot(); }
    /// The parts of the plan that the kernel lacks now, by a fresh dump: kernel() may be behind.
    static QStringList notInForce(const BondPlan &plan);
    bool isPort(const QString &nic, const QString &bond) const;
    bool waitFor(std::function<bool()> condition, int seconds) const;

    /// files() looks at this service's files too.
    static void watch(const QString &service);
    /// Path → content of all profiles and ifcfg files and, as text, what the kernel says of eth0–eth2 and bond0.
    static QMap<QString, QByteArray> files();
    QStringList runtime() const;

    static int run(const QString &program, const QStringList &arguments, QByteArray *output = nullptr);
    static bool ping(const QString &target);
    static QStringList checkpoints(); ///< NetworkManager's, of all clients
    static QList<qint64> processes(const QString &commandPart);
    static QList<qint64> helpers(); ///< the helper's own processes, not its watchdogs
    void verifyBack(const QMap<QString, QByteArray> &files, const QStringList &runtime, int seconds);

private:
    void waitForUsualNetwork();
    Transaction rest();
    void compareWithRehearsal(const BondPlan &plan, const Transaction &applied);

    DbusHelperClient m_client;
    kernel::LocalKernelSource m_kernel;
    Result<Ticket> m_ticket;
    int m_requests = 0;
    bool m_rehearses = false;
    QSet<QByteArray> m_rehearsed; ///< plans
};

/// State, reason and differences, for a failure's message.
QByteArray why(const Transaction &transaction);

} // namespace bondwright::helper::test
