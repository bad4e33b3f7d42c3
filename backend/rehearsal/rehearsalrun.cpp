// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/rehearsalrun.h"

#include "kernel/bondview.h"

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::rehearsal
{

namespace
{

constexpr auto lookInterval = 10ms;
constexpr auto sampleInterval = 50ms;
constexpr auto calm = 100ms; // nothing else is on these cables: ten answers in a row are proof enough
constexpr auto pingTimeout = 200ms; // an answer here takes well below 1 ms; a busy machine gets some more
constexpr auto longestDelay = 500ms;
constexpr auto observedFor = 500ms;

/// The cables of the sandbox are pulled at the switch.
class SandboxCables final : public failover::Cables
{
public:
    explicit SandboxCables(Cabling &cabling)
        : m_cabling(cabling)
    {
    }
    void setLink(const QString &, const QString &slave, bool up, QObject *, const Done &done) override
    {
        done(m_cabling.setPlugged(slave, up));
    }
    void activate(const QString &bond, const QString &slave, QObject *, const Done &done) override
    {
        auto links = kernel::LinkWriter::open();
        done(links ? links->setActiveSlave(links->index(bond), links->index(slave))
                   : Result<void>(tl::unexpected(links.error())));
    }
    void identify(const QString &, QObject *) override { }

private:
    Cabling &m_cabling;
};

ping::Pinger *makePinger(ping::PingTarget target, QObject *parent)
{
    target.timeout = pingTimeout;
    return ping::createPinger(target, parent);
}

} // namespace

RehearsalRun::RehearsalRun(Request request, Sandbox sandbox, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_sandbox(std::move(sandbox))
    , m_arrangement(arrange(m_request.plan))
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &RehearsalRun::look);
}

RehearsalRun::~RehearsalRun() = default;

void RehearsalRun::start()
{
    m_elapsed.start();
    m_source.start();
    m_report.bond = m_request.plan.name;
    m_report.mode = kernelName(m_request.plan.mode);
    m_report.switchKind = m_request.switchKind;
    m_report.kernel = m_source.snapshot().kernelRelease;
    m_report.startedAt = QDateTime::currentDateTimeUtc();
    m_report.limits = m_arrangement.limits;
    build();
}

void RehearsalRun::build()
{
    auto links = kernel::LinkWriter::open();
    auto writer = kernel::PlanWriter::open();
    if (!links || !writer) {
        m_report.error = !links ? links.error() : writer.error();
        return finish(RehearsalOutcome::NotPossible);
    }
    m_cabling = std::make_unique<Cabling>(std::move(*links), m_sandbox);
    if (const auto built = m_cabling->build(m_request, m_arrangement.answers); !built) {
        m_report.error = built.error();
        return finish(RehearsalOutcome::NotPossible);
    }
    m_report.refusal = writer->create(m_arrangement.plan);
    m_builtUs = m_settlesSinceUs = m_elapsed.nsecsElapsed() / 1000;
    m_report.build = std::chrono::microseconds(m_builtUs);
    if (m_report.refusal && m_report.refusal->error.code == u"kernel.netlink.errno.%1"_s.arg(EOPNOTSUPP)
        && m_report.refusal->field == u"name") {
        m_report.refusal.reset();
        m_report.error = {u"rehearsal.no-driver"_s, tr("This kernel has no bonding driver."),
                          tr("Install the kernel's module package, or rehearse on the host that the plan is for.")};
        return finish(RehearsalOutcome::NotPossible);
    }
    if (m_report.refusal)
        return finish(RehearsalOutcome::Failed);
    connect(&m_source, &kernel::KernelSource::snapshotChanged, this, &RehearsalRun::look);
    m_timer.start();
}

bool RehearsalRun::isUsable(const kernel::BondState &bond) const
{
    return std::all_of(bond.slaves.cbegin(), bond.slaves.cend(), [&](const kernel::SlaveState &slave) {
        const auto nic = m_source.snapshot().nics.constFind(slave.ifindex);
        return kernel::isUsable(bond, slave, nic == m_source.snapshot().nics.cend() ? nullptr : &*nic);
    });
}

/// With ARP monitoring a slave counts as up when it is attached, and is lost again where the answers take another cable: so
/// long all must stay without any other traffic.
std::chrono::milliseconds RehearsalRun::proofOfMonitoring() const
{
    const BondOptions &options = m_request.plan.options;
    return options.monitorsByArp() ? 2 * options.detectionTime() + options.arpInterval() : 0ms;
}

/// Limits for the bond to become as planned, and then to work completely. Behind an unsuitable switch it may never.
std::chrono::milliseconds RehearsalRun::patience() const
{
    const BondPlan &plan = m_request.plan;
    if (m_report.verify > 0us && m_request.switchKind != plannedSwitch(plan.mode))
        return (plan.mode == Mode::Ieee8023ad ? 1500ms : 200ms) + proofOfMonitoring();
    const auto monitoring = 3 * plan.options.miimon() + 4 * plan.options.arpInterval();
    return 3s + monitoring + proofOfMonitoring() + 2 * longestDelay + (plan.mode == Mode::Ieee8023ad ? 5s : 0s);
}

void RehearsalRun::look()
{
    if (!m_timer.isActive())
        return;
    const kernel::BondState *bond = m_source.snapshot().bondByName(m_request.plan.name);
    if (m_report.verify == 0us)
        m_report.differences = kernel::verifyPlan(m_arrangement.plan, m_source.snapshot());
    const qint64 nowUs = m_elapsed.nsecsElapsed() / 1000;
    if (m_report.differences.isEmpty() && m_report.verify == 0us) {
        m_report.verify = std::chrono::microseconds(nowUs - m_builtUs);
        if (bond)
            watchTraffic(*bond);
        shortenDelays();
        m_settlesSinceUs = nowUs;
    }
    const bool isComplete = bond && m_report.differences.isEmpty() && isUsable(*bond);
    m_usableSinceUs = isComplete ? std::optional(m_usableSinceUs.value_or(nowUs)) : std::nullopt;
    const bool isDone
        = isComplete && nowUs - *m_usableSinceUs >= std::chrono::microseconds(proofOfMonitoring()).count();
    if (!isDone && nowUs - m_settlesSinceUs < std::chrono::microseconds(patience()).count())
        return;
    m_timer.stop();
    if (isDone && bond->mode == Mode::Ieee8023ad && !kernel::partnerOf(*bond).isEmpty())
        m_report.lacp = std::chrono::microseconds(nowUs - m_builtUs);
    if (!m_report.differences.isEmpty())
        return finish(RehearsalOutcome::Failed);
    if (!isDone && bond && m_request.plan.options.monitorsByArp())
        m_unproven = health(*bond); // pings would bring answers over other cables
    if (m_request.observeOnly || !isDone || m_request.plan.slaves.size() < 2)
        return observe();
    test();
}

/// For the picture that is drawn of it.
void RehearsalRun::watchTraffic(const kernel::BondState &bond)
{
    QSet<int> interfaces{bond.ifindex};
    for (const kernel::SlaveState &slave : bond.slaves)
        interfaces.insert(slave.ifindex);
    m_source.setSampleInterval(sampleInterval);
    m_source.watchCounters(interfaces);
}

/// A long updelay is shortened: it needs no proof, and each cable would wait for it.
void RehearsalRun::shortenDelays()
{
    QMap<QString, QString> shorter;
    const auto miimon = m_request.plan.options.miimon();
    for (const QString &option : {u"updelay"_s, u"downdelay"_s}) {
        const auto longest = std::max<std::chrono::milliseconds>(longestDelay, miimon);
        if (miimon > 0ms && std::chrono::milliseconds(m_request.plan.options.number(option)) > longest)
            shorter.insert(option, QString::number(longest / miimon * miimon.count())); // a multiple of it
    }
    auto links = kernel::LinkWriter::open();
    if (shorter.isEmpty() || !links || !links->setBondOptions(links->index(m_request.plan.name), shorter))
        return;
    m_report.limits.append(Limit::DelaysShortened);
    // A slave that waits for its updelay keeps the former one until it loses its link.
    for (const SlavePlan &slave : std::as_const(m_request.plan.slaves)) {
        (void)m_cabling->setPlugged(slave.name, false);
        QTimer::singleShot(2 * miimon + lookInterval, this,
                           [this, name = slave.name] { (void)m_cabling->setPlugged(name, true); });
    }
}

void RehearsalRun::test()
{
    const auto monitoring = 5 * m_request.plan.options.miimon() + 6 * m_request.plan.options.arpInterval();
    failover::TestSettings settings;
    settings.bond = m_request.plan.name;
    settings.targets = m_arrangement.targets.mid(0, 1);
    settings.pingFrom = m_arrangement.pingFrom;
    settings.slaves = m_request.pulls;
    settings.automatic = true;
    settings.calm = calm;
    settings.checkTimeout = 3s;
    settings.measureTimeout = 3s + monitoring;
    settings.settleTimeout = 5s + monitoring;
    m_test = std::make_unique<failover::FailoverTest>(settings, &m_source, std::make_shared<SandboxCables>(*m_cabling));
    m_test->setPingerFactory(makePinger);
    connect(m_test.get(), &failover::FailoverTest::finished, this, [this](const failover::TestResult &result) {
        m_report.test = result;
        observe();
    });
    m_test->start();
}

void RehearsalRun::observe()
{
    for (const QString &text : std::as_const(m_arrangement.targets)) {
        const auto address = ping::parseTarget(text);
        if (!address || m_test)
            continue;
        ping::PingTarget target{*address, m_arrangement.pingFrom, 10ms, pingTimeout};
        m_pingers.emplace_back(ping::createPinger(target));
        m_pingers.back()->start();
    }
    QTimer::singleShot(m_pingers.empty() ? 0ms : observedFor, this, &RehearsalRun::finishObservation);
}

/// What a plan asks for is known here; counters of half a second and cables of stand-ins tell nothing.
diagnosis::Diagnosis RehearsalRun::health(const kernel::BondState &bond) const
{
    return diagnosis::judge({.bond = bond, .snapshot = m_source.snapshot(), .configured = &m_request.plan});
}

void RehearsalRun::finishObservation()
{
    Observation seen;
    seen.switchKind = m_request.switchKind;
    if (const kernel::BondState *bond = m_source.snapshot().bondByName(m_request.plan.name)) {
        const diagnosis::Diagnosis found = m_unproven ? *m_unproven : health(*bond);
        seen.verdict = found.verdict;
        seen.word = found.word;
        seen.cause = found.cause;
        seen.carrying = int(found.carryingSlaves.size());
        seen.lacpPartner = kernel::partnerOf(*bond).toString();
    }
    for (const auto &pinger : m_pingers) {
        pinger->stop();
        const ping::PingStatistics statistics = pinger->statistics();
        seen.sent += quint32(statistics.sent);
        seen.lost += quint32(statistics.sent - std::min(statistics.sent, statistics.received));
    }
    m_report.seen = seen;
    const bool isHealthy = seen.verdict == diagnosis::Verdict::Healthy || m_request.plan.slaves.size() < 2;
    // "Works" is said of none whose cables were not pulled.
    if (isHealthy && !m_test && !m_request.observeOnly && m_request.plan.slaves.size() >= 2)
        return test();
    const bool hasPassed = m_test ? m_report.test->isPassed() : isHealthy && seen.lost * 2 < seen.sent;
    finish(hasPassed ? RehearsalOutcome::Passed : RehearsalOutcome::Failed);
}

void RehearsalRun::finish(RehearsalOutcome outcome)
{
    m_report.outcome = outcome;
    m_report.total = std::chrono::microseconds(m_elapsed.nsecsElapsed() / 1000);
    // The caller may end everything.
    QTimer::singleShot(0, this, [this] { Q_EMIT finished(m_report); });
}

} // namespace bondwright::rehearsal
