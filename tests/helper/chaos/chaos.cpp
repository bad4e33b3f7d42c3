// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guesthost.h"

#include "helperlab.h"
#include "journal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#include <cstdio>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

namespace
{

using Fault = GuestHost::Fault;

enum class Answer : quint8 { Silence, Confirm, RollBack };
constexpr std::array<const char *, 3> answerNames{"nobody answers", "confirm", "rollback"};

/// When a fault strikes: as soon as the change is seen in this state or a later one, and so long after it.
struct Strike {
    Fault fault = Fault::None;
    TransactionState state = TransactionState::Preparing;
    int delayMs = 0;
};

/// One transaction, all of it from its seed.
struct Scenario {
    quint32 seed = 0;
    std::optional<BondPlan> start; ///< the bond that is there when it begins
    bool removes = false;
    BondPlan plan;
    QList<Strike> strikes;
    Answer answer = Answer::Silence;
};

void addVlan(BondPlan &plan, QRandomGenerator &random)
{
    VlanPlan vlan;
    vlan.id = random.bounded(2) == 0 ? 7 : 20;
    vlan.ipv4.method = IpMethod::Manual;
    vlan.ipv4.addresses = {random.bounded(2) == 0 ? u"203.0.113.7/24"_s : u"203.0.113.8/24"_s};
    if (random.bounded(3) == 0)
        vlan.mtu = 1400;
    plan.vlans.append(vlan);
}

BondPlan randomPlan(QRandomGenerator &random, bool isEdit)
{
    BondPlan plan = GuestHost::basePlan();
    constexpr std::array modes{Mode::BalanceRr,  Mode::ActiveBackup, Mode::BalanceXor, Mode::Broadcast,
                               Mode::Ieee8023ad, Mode::BalanceTlb,   Mode::BalanceAlb};
    if (!isEdit || random.bounded(2) == 0)
        plan.mode = modes.at(size_t(random.bounded(int(modes.size()))));
    if (plan.mode == Mode::Ieee8023ad)
        plan.options.insert(u"lacp_rate"_s, u"fast"_s);
    if (random.bounded(2) == 0)
        plan.options.insert(u"updelay"_s, u"200"_s);
    if (plan.mode == Mode::ActiveBackup && random.bounded(2) == 0)
        plan.options.insert(u"primary"_s, random.bounded(2) == 0 ? u"eth0"_s : u"eth1"_s);
    if (random.bounded(3) == 0)
        plan.slaves.append(SlavePlan{u"eth2"_s, {}, {}, {}});
    else if (isEdit && random.bounded(3) == 0)
        plan.slaves.removeLast();
    if (isEdit && random.bounded(3) == 0)
        plan.ipv4.addresses.append(u"192.0.2.77/24"_s);
    if (plan.options.contains(u"primary"_s) && plan.slaves.size() == 1)
        plan.options.remove(u"primary"_s);
    if (random.bounded(3) == 0)
        addVlan(plan, random);
    return plan;
}

Scenario scenarioOf(quint32 seed, const QList<Fault> &faults)
{
    QRandomGenerator random(seed);
    Scenario scenario;
    scenario.seed = seed;
    if (random.bounded(2) == 0)
        scenario.start = random.bounded(2) == 0 ? GuestHost::basePlan() : randomPlan(random, false);
    scenario.removes = scenario.start && random.bounded(3) == 0;
    scenario.plan = randomPlan(random, scenario.start.has_value());
    const int strikes = random.bounded(8) == 0 ? 0 : 1 + random.bounded(2);
    constexpr std::array states{TransactionState::Preparing,       TransactionState::Writing,
                                TransactionState::Activating,      TransactionState::Verifying,
                                TransactionState::AwaitingConfirm, TransactionState::RollingBack};
    for (int i = 0; i < strikes; ++i)
        scenario.strikes.append({faults.at(random.bounded(int(faults.size()))),
                                 states.at(size_t(random.bounded(int(states.size())))), random.bounded(1500)});
    scenario.answer = Answer(random.bounded(3));
    return scenario;
}

QByteArray textOf(const Scenario &scenario)
{
    QByteArray text = "seed " + QByteArray::number(scenario.seed) + ": ";
    const auto inShort = [](const BondPlan &plan) {
        return kernelName(plan.mode).toUtf8() + " of " + QByteArray::number(plan.slaves.size())
            + (plan.vlans.isEmpty() ? "" : " with a VLAN");
    };
    if (scenario.start)
        text += inShort(*scenario.start) + (scenario.removes ? ": remove" : ": edit to ");
    else
        text += "create ";
    if (!scenario.removes)
        text += inShort(scenario.plan);
    for (const Strike &strike : scenario.strikes)
        text += ", " + GuestHost::faultName(strike.fault) + " at " + transactionStateName(strike.state).toUtf8() + '+'
            + QByteArray::number(strike.delayMs);
    return text + ", " + answerNames.at(size_t(scenario.answer));
}

class ChaosRun
{
public:
    ChaosRun(GuestHost &host, Journal &journal)
        : m_host(host)
        , m_journal(journal)
    {
    }

    /// @return what must not be, one item a line; empty: all held
    QStringList play(const Scenario &scenario)
    {
        m_violations.clear();
        m_outcome = "not begun";
        if (!takePlace(scenario))
            return m_violations;
        const HostState before = GuestHost::settledState();
        const QString formerId = GuestHost::lastTransaction().id;
        carryOut(scenario, formerId);
        judge(scenario, before, formerId);
        m_host.heal();
        if (!GuestHost::waitFor([this] { return m_host.leftovers().isEmpty(); }, 30))
            violate(u"left over: "_s + m_host.leftovers().join(u", "_s));
        if (!GuestHost::waitFor([] { return GuestHost::bondctl({u"status"_s}) == 0; }, 30))
            violate(u"the helper does not answer"_s);
        return m_violations;
    }

private:
    void violate(const QString &what)
    {
        m_violations.append(what);
        m_journal.write("VIOLATION " + what.toUtf8() + '\n' + GuestHost::everything());
    }

    /// The state that the scenario begins with, by a change without a fault: it has to work whatever was before.
    bool takePlace(const Scenario &scenario)
    {
        const bool isNobodys = m_host.manager() == GuestHost::Manager::Nobody;
        QByteArray output;
        int code = 0;
        if (scenario.start) {
            code = GuestHost::bondctl({u"apply"_s, u"--yes"_s, u"--confirm"_s, GuestHost::planFile(*scenario.start)},
                                      &output);
        } else if (GuestHost::hasBond()) {
            // A gateway that answered before would be missed, and the change rolled back.
            if (isNobodys)
                GuestHost::run(u"ip"_s, {u"route"_s, u"del"_s, u"default"_s});
            code = GuestHost::bondctl({u"remove"_s, u"bond0"_s, u"--yes"_s, u"--confirm"_s}, &output);
        }
        if (isNobodys && scenario.removes)
            GuestHost::run(u"ip"_s, {u"route"_s, u"del"_s, u"default"_s});
        if (isNobodys && !scenario.start && code == 0)
            m_host.giveAddresses();
        if (code != 0)
            violate(u"a change without a fault did not go through: %1 %2"_s.arg(code).arg(
                QString::fromUtf8(output.right(600))));
        return code == 0;
    }

    void carryOut(const Scenario &scenario, const QString &formerId)
    {
        QProcess client;
        QStringList arguments = scenario.removes ? QStringList{u"remove"_s, u"bond0"_s}
                                                 : QStringList{u"apply"_s, GuestHost::planFile(scenario.plan)};
        arguments << u"--yes"_s << u"--wait"_s << u"--confirm-within"_s << u"10"_s;
        client.setProcessChannelMode(QProcess::MergedChannels);
        client.start(QStringLiteral(BONDCTL), arguments);
        QList<Strike> open = scenario.strikes;
        QMap<int, QElapsedTimer> seen; // by state
        bool isAnswered = false;
        m_wasConfirmed = false;
        QString ownId; // a second client that comes late begins a change of its own
        QElapsedTimer all;
        all.start();
        while (all.elapsed() < 240'000) {
            QThread::msleep(15);
            client.waitForReadyRead(1);
            QString id;
            TransactionState state = GuestHost::pendingState(&id);
            if (ownId.isEmpty())
                ownId = id;
            if (id != ownId)
                state = TransactionState::None;
            if (state != TransactionState::None && !seen.contains(int(state))) {
                seen[int(state)].start();
                m_journal.write("state: " + transactionStateName(state).toUtf8());
            }
            for (qsizetype i = open.size(); i-- > 0;) {
                const auto since = seen.lowerBound(int(open.at(i).state));
                if (since == seen.end() || since->elapsed() < open.at(i).delayMs)
                    continue;
                const Fault fault = open.takeAt(i).fault;
                m_journal.write("fault: " + GuestHost::faultName(fault));
                m_host.strike(fault, &client);
            }
            if (state == TransactionState::AwaitingConfirm && !isAnswered && seen[int(state)].elapsed() > 1000
                && scenario.answer != Answer::Silence) {
                isAnswered = true;
                const QString word = scenario.answer == Answer::Confirm ? u"confirm"_s : u"rollback"_s;
                m_wasConfirmed = GuestHost::bondctl({word, ownId}) == 0 && scenario.answer == Answer::Confirm;
            }
            const bool hasEnded = GuestHost::lastTransaction().id != formerId;
            const bool isRefused = client.state() == QProcess::NotRunning && seen.isEmpty();
            if (state == TransactionState::None && (hasEnded || isRefused))
                break;
        }
        m_output = client.readAll();
        m_last = GuestHost::lastTransaction();
        m_host.endSecondClient();
        if (GuestHost::pendingState() != TransactionState::None)
            violate(u"still pending after 240 s: "_s + transactionStateName(GuestHost::pendingState()));
        client.kill();
        client.waitForFinished(5000);
    }

    void judge(const Scenario &scenario, const HostState &before, const QString &formerId)
    {
        const Transaction &last = m_last;
        const bool isDone = last.id != formerId && last.state == TransactionState::Done;
        m_outcome = last.id == formerId ? QByteArray("refused") : transactionStateName(last.state).toUtf8();
        if (m_wasConfirmed && !isDone)
            violate(u"confirmed, and yet %1: %2"_s.arg(QString::fromUtf8(m_outcome), last.reason));
        if (isDone && scenario.answer != Answer::Confirm)
            violate(u"kept although nobody confirmed"_s);
        if (last.id != formerId && last.state == TransactionState::Failed)
            violate(u"failed: "_s + last.reason + u" | "_s + last.manualSteps.join(u" | "_s));
        if (scenario.strikes.isEmpty() && scenario.answer == Answer::Confirm && !isDone)
            violate(u"nothing went wrong and it was not kept: %1 %2 %3"_s.arg(last.reason, last.differences.join(u' '),
                                                                              QString::fromUtf8(m_output.right(400))));
        auto foreign = m_host.foreignFile();
        const bool killedNm = m_host.killedNetworkManager();
        const auto check = [&](const QString &when) {
            if (isDone) {
                const auto inForce = [&] {
                    return scenario.removes ? !GuestHost::hasBond() : HelperLab::notInForce(scenario.plan).isEmpty();
                };
                if (!GuestHost::waitFor(inForce, 30))
                    violate(when + u"confirmed and not in force: "_s
                            + (scenario.removes ? u"the bond is there"_s
                                                : HelperLab::notInForce(scenario.plan).join(u' ')));
                const QStringList paths = HelperLab::files().keys();
                if (paths.filter(u"bond0"_s).isEmpty() != scenario.removes)
                    violate(when + u"confirmed, and the files say otherwise: "_s + paths.join(u' '));
                return;
            }
            HostState now;
            const auto isBack = [&] {
                now = GuestHost::state();
                if (!foreign.first.isEmpty() && now.files.take(foreign.first) != foreign.second)
                    return false;
                now.files.removeIf([](const auto &file) { return file.key().endsWith(u"/.filler"); });
                return now == before;
            };
            if (!GuestHost::waitFor(isBack, 20))
                violate(when + u"not as before:\n"_s + differenceOf(before, now));
        };
        const bool isCablePulled = m_host.pulledCable();
        if (isCablePulled)
            GuestHost::run(u"plug"_s, {u"1"_s});
        check({});
        if (!killedNm)
            return;
        m_host.heal();
        foreign = {}; // healing removes it
        m_journal.write("healed");
        QThread::sleep(20);
        check(u"20 s after NetworkManager came back: "_s);
    }

public:
    QByteArray m_outcome;

private:
    GuestHost &m_host;
    Journal &m_journal;
    QStringList m_violations;
    QByteArray m_output;
    Transaction m_last; ///< the scenario's own, or the former one
    bool m_wasConfirmed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 4;
    const quint32 first = argc > 2 ? QByteArray(argv[2]).toUInt() : 1;
    const int limitS = argc > 3 ? QByteArray(argv[3]).toInt() : 0; // no further one after so many seconds
    const QByteArray manager = argc > 4 ? argv[4] : "nm";
    GuestHost host(manager == "ifcfg"        ? GuestHost::Manager::NetworkService
                       : manager == "nobody" ? GuestHost::Manager::Nobody
                                             : GuestHost::Manager::NetworkManager);
    Journal journal(argc > 5 ? QFile::decodeName(argv[5]) + u"/journal"_s : QString());
    host.prepare();
    ChaosRun run(host, journal);
    int bad = 0;
    int played = 0;
    QElapsedTimer whole;
    whole.start();
    for (quint32 seed = first; seed < first + quint32(count); ++seed) {
        if (limitS > 0 && whole.elapsed() > limitS * 1000)
            break;
        const Scenario scenario = scenarioOf(seed, host.faults());
        std::printf("%s, %s\n", manager.constData(), textOf(scenario).constData());
        std::fflush(stdout);
        journal.write("==== " + textOf(scenario));
        QElapsedTimer took;
        took.start();
        const QStringList violations = run.play(scenario);
        std::printf("    → %s, %lld s\n", run.m_outcome.constData(), static_cast<long long>(took.elapsed() / 1000));
        for (const QString &violation : violations)
            std::printf("    VIOLATION %s\n", qPrintable(violation));
        std::fflush(stdout);
        bad += violations.isEmpty() ? 0 : 1;
        ++played;
    }
    std::printf("%d transactions, %d with a violation\n", played, bad);
    return bad == 0 && played > 0 ? 0 : 1;
}
