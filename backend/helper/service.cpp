// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/service.h"

#include "domain/errorcode.h"
#include "domain/safename.h"
#include "formats/formatlist.h"
#include "formats/host/programversion.h"
#include "helper/ifcfg/ifcfgactivator.h"
#include "helper/ifupdown/ifupdownactivator.h"
#include "helper/netplan/netplanactivator.h"
#include "helper/networkd/networkdactivator.h"
#include "helper/nm/libnmsession.h"
#include "helper/nm/nmactivator.h"
#include "helper/runtimeonly/runtimeactivator.h"
#include "helper/system/auditlog.h"
#include "helper/system/hostprogram.h"
#include "helperclient/wire.h"
#include "ping/ping.h"

#include <QFile>
#include <QSysInfo>
#include <QTimer>

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

ActivatorFactory activatorFactory(const Environment &environment, kernel::KernelSource &source)
{
    const auto network = std::make_shared<runtime::KernelNetwork>();
    return [environment, &source, network](Backend backend) -> std::unique_ptr<Activator> {
        switch (backend) {
        case Backend::NetworkManager:
            return std::make_unique<NmActivator>(environment, std::make_unique<LibnmSession>(), source, *network);
        case Backend::Ifcfg:
            return std::make_unique<IfcfgActivator>(source, *network);
        case Backend::Networkd:
            return std::make_unique<NetworkdActivator>(environment, source, *network);
        case Backend::Netplan:
            return std::make_unique<NetplanActivator>(environment, activatorFactory(environment, source));
        case Backend::Ifupdown:
            return std::make_unique<IfupdownActivator>(environment, source, *network);
        case Backend::Auto:
        case Backend::RuntimeOnly:
            break;
        }
        return std::make_unique<RuntimeActivator>(source, *network);
    };
}

Service::Service(const QDBusConnection &bus, const Environment &environment, kernel::KernelSource &source,
                 QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_source(source)
    , m_networkManager(bus)
    , m_launcher(bus, environment)
    , m_planner(environment, source, [this] { return m_networkManager.isRunning(); })
    , m_transactor({environment, source, m_clock, activatorFactory(environment, source),
                    [this](const Record &record, Done done) {
                        m_launcher.launch(u"bondwright-watchdog@%1.service"_s.arg(record.transaction.id),
                                          {u"--watchdog"_s, u"--root"_s, m_environment.root}, std::move(done));
                    },
                    [this] {
                        m_launcher.launch(u"bondwright-last-resort.service"_s,
                                          {u"--roll-back"_s, u"--root"_s, m_environment.root}, [](const auto &) {});
                        return Result<void>();
                    },
                    endLeftPrograms})
    , m_live({environment, bus, source, m_clock, m_network,
              [this](const QStringList &arguments) { return m_launcher.launchDetached(arguments); }})
    , m_listenings(environment)
    , m_rehearsals(environment, source)
{
    connect(&m_transactor, &Transactor::changed, this, [this](const Transaction &transaction) {
        Q_EMIT signalEmitted(transactionChangedSignal, wire::toMap(transaction));
    });
    connect(&m_transactor, &Transactor::progressed, this, [this](const StepProgress &progress) {
        Q_EMIT signalEmitted(stepProgressedSignal, wire::toMap(progress));
    });
}

void Service::resume()
{
    m_transactor.resume();
    m_live.resume();
}

Capabilities Service::capabilities() const
{
    Capabilities result;
    result.interfaceVersion = wire::interfaceVersion;
    result.helperVersion = QStringLiteral(BONDWRIGHT_VERSION);
    result.kernelRelease = QSysInfo::kernelVersion();
    const formats::HostConfiguration host = m_planner.host();
    result.osName = host.release.name;
    result.rhelMajor = host.release.rhelMajor;
    result.networkServiceEnabled = host.isNetworkServiceEnabled;
    result.bondingDriver = m_source.snapshot().bondingDriver || QFile::exists(u"/sys/class/net/bonding_masters"_s);
    result.networkManagerRunning = m_networkManager.isRunning();
    result.networkManagerVersion = m_networkManager.version();
    result.backends = m_planner.usableBackends();
    const Backend inCharge = m_planner.backendInCharge();
    result.backendInCharge = inCharge;
    result.backendReason = m_planner.reasonFor(inCharge);
    const auto id = formatOf(inCharge);
    if (const auto format = id ? formats::makeFormat(*id) : nullptr)
        result.unsupportedOptions = format->unsaidOptions(formats::programVersion(m_environment.root, *id));
    return result;
}

Result<QVariantList> Service::read(const Request &request) const
{
    const auto asList = [](const auto &value) { return QVariantList{QVariant::fromValue(wire::toMaps(value))}; };
    const auto asMap = [](const auto &value) { return QVariantList{wire::toMap(value)}; };
    const auto asPreview = [&](const PlannedChange &planned) { return asMap(m_planner.preview(planned)); };
    switch (request.verb) {
    case Verb::GetCapabilities:
        return asMap(capabilities());
    case Verb::GetConfiguration:
        return m_planner.configuration().map(asMap);
    case Verb::ListBackups:
        return m_planner.backups().map(asList);
    case Verb::GetBackupDiff:
        return m_planner.backupDiff(request.backupId).map(asList);
    case Verb::GetTransaction:
        return asMap(m_transactor.current());
    case Verb::PreviewRemove:
        return m_planner.forRemove(request.bond, request.options.backend).map(asPreview);
    default:
        break;
    }
    const auto plan = planFromJson(request.plan);
    if (!plan)
        return fail(u"helper.invalid"_s, plan.error().message, plan.error().hint);
    return m_planner.forApply(plan->plan, request.options.backend).map(asPreview);
}

Result<PlannedChange> Service::plan(const Request &request) const
{
    if (request.verb == Verb::Remove)
        return m_planner.forRemove(request.bond, request.options.backend);
    if (request.verb == Verb::Restore)
        return m_planner.forRestore(request.backupId);
    const auto parsed = planFromJson(request.plan);
    if (!parsed)
        return fail(u"helper.invalid"_s, parsed.error().message, parsed.error().hint);
    // A member we do not know would silently not be done.
    if (!parsed->unknownMembers.isEmpty())
        return fail(u"helper.invalid"_s,
                    tr("The plan's member “%1” is not understood.").arg(parsed->unknownMembers.first()));
    auto planned = m_planner.forApply(parsed->plan, request.options.backend);
    if (planned && hasErrors(planned->findings)) {
        const auto why = std::find_if(planned->findings.cbegin(), planned->findings.cend(),
                                      [](const Finding &finding) { return finding.severity == Severity::Error; });
        return fail(u"helper.invalid"_s, why->message, why->advice);
    }
    return planned;
}

Result<QVariantList> Service::begin(const Request &request, const Caller &caller)
{
    if (!isSafeId(request.requestId))
        return fail(u"helper.invalid"_s, tr("The request needs an id of letters and digits."));
    const auto asReply = [](const Ticket &ticket) { return QVariantList{ticket.id, ticket.token}; };
    if (const auto ticket = m_transactor.ticketFor(request.requestId, caller))
        return asReply(*ticket);
    const ApplyOptions &options = request.options;
    if (!options.pingTarget.isEmpty() && !ping::parseTarget(options.pingTarget))
        return fail(u"helper.invalid"_s, tr("“%1” is not an address that can be asked.").arg(options.pingTarget));
    const auto planned = plan(request);
    if (!planned)
        return tl::unexpected(planned.error());
    if (!options.digest.isEmpty() && options.digest != planned->digest)
        return fail(errorcode::conflict, tr("The configuration was changed by another program or person meanwhile."),
                    tr("Check it and try again; nothing was changed."));
    return m_transactor.begin(*planned, options, request.requestId, caller).map(asReply);
}

void Service::onceFinished(const std::function<void()> &go)
{
    if (m_transactor.isFinishing())
        connect(&m_transactor, &Transactor::ended, this, go, Qt::SingleShotConnection);
    else
        go();
}

/// Confirm, roll back or extend the pending change.
Result<void> Service::answer(const Request &request, const Caller &caller)
{
    switch (request.verb) {
    case Verb::Confirm:
        return m_transactor.confirm(request.ticket.id, caller);
    case Verb::Rollback:
        return m_transactor.rollBack(request.ticket.id, caller);
    default:
        return m_transactor.extend(request.ticket.id, caller);
    }
}

Result<void> Service::test(const Request &request, const Caller &caller)
{
    const auto run = [&]() -> Result<void> {
        switch (request.verb) {
        case Verb::ActivateSlave:
            return m_live.activateSlave(request.bond, request.slave);
        case Verb::SetSlaveLink:
            return m_live.setSlaveLink(request.bond, request.slave, request.up, request.duration, caller.busName);
        default:
            return m_live.identify(request.nic, request.duration);
        }
    };
    const auto done = run();
    QStringList what;
    for (const QVariant &argument : toArguments(request))
        what.append(argument.toString());
    audit({u"test"_s,
           caller.uid,
           {},
           request.bond,
           {},
           {},
           done ? u"ok"_s : done.error().code,
           method(request.verb).name + u' ' + what.join(u' ')});
    return done;
}

void Service::handle(const Request &request, const Caller &caller, Reply reply)
{
    const auto nothing = [] { return QVariantList(); };
    switch (request.verb) {
    case Verb::Apply:
    case Verb::Remove:
    case Verb::Restore:
        return onceFinished([this, request, caller, reply] { reply(begin(request, caller)); });
    case Verb::Confirm:
    case Verb::Rollback:
    case Verb::Extend:
        return reply(answer(request, caller).map(nothing));
    case Verb::ActivateSlave:
    case Verb::SetSlaveLink:
    case Verb::Identify:
        return reply(test(request, caller).map(nothing));
    case Verb::Listen:
        return m_listenings.start(request.duration, reply);
    case Verb::CountFlows:
        return m_listenings.countFlows(request.bond, request.duration, reply);
    case Verb::Rehearse:
        return m_rehearsals.start(request, reply);
    default:
        return reply(read(request));
    }
}

bool Service::isOwner(const Caller &caller, const Ticket &ticket) const
{
    return m_transactor.isOwner(caller, ticket.id, ticket.token);
}

} // namespace bondwright::helper
