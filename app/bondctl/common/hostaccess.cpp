// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/hostaccess.h"

#include "commands.h"
#include "common/terminalagent.h"
#include "common/terminalconversation.h"
#include "common/words.h"

#include "hostfacts/surroundings.h"
#include "kernel/localkernelsource.h"
#include "watch/survey.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::cli
{

QString commandsFor(const QString &host, const QString &text)
{
    constexpr QStringView begin = u"“bondctl ";
    QString whole = text;
    for (qsizetype at = whole.indexOf(begin); !host.isEmpty() && at >= 0; at = whole.indexOf(begin, at + 1)) {
        const qsizetype after = at + begin.size();
        const QString line = whole.sliced(after).section(u'”', 0, 0);
        const Command *command = findCommand(line.section(u' ', 0, 0));
        const auto takes = [command](QStringView name) {
            return std::ranges::any_of(command->options, [name](const Option &option) { return option.name == name; });
        };
        // Files below --root are this computer's, whatever is said of them.
        if (command && takes(u"host") && !line.contains(u"--root"))
            whole.insert(after, u"--host %1 "_s.arg(host));
    }
    return whole;
}

HostAccess::HostAccess() = default;
HostAccess::~HostAccess() = default;

Result<void> HostAccess::connect(const QString &name)
{
    m_remote = std::make_unique<host::RemoteHost>(name);
    m_conversation = std::make_unique<TerminalConversation>(m_remote->agent(), name);
    host::RemoteHost &remote = *m_remote;
    QEventLoop loop;
    bool isSurroundingsKnown = false;
    const auto look = [&] {
        const bool isReady = !remote.source().snapshot().nics.isEmpty();
        if (isReady && (isSurroundingsKnown || remote.source().isAgentless()))
            loop.quit();
    };
    QObject::connect(&remote.source(), &kernel::KernelSource::snapshotChanged, &loop, look);
    QObject::connect(&remote.source(), &kernel::KernelSource::troubleOccurred, &loop, [&] {
        if (remote.source().isAgentless())
            loop.quit();
    });
    QObject::connect(&remote.connection(), &host::Connection::stateChanged, &loop, [&](host::Connection::State state) {
        using State = host::Connection::State;
        if (state == State::Online)
            remote.surroundings(&loop, [&](const Result<hostfacts::Surroundings> &answer) {
                isSurroundingsKnown = true;
                m_surroundings = answer ? std::optional(*answer) : std::nullopt;
                look();
            });
        else if (state == State::Offline || (state == State::Refused && !remote.source().isAgentless()))
            loop.quit();
    });
    remote.source().start();
    loop.exec();
    if (remote.source().snapshot().nics.isEmpty())
        return tl::unexpected(remote.trouble());
    return {};
}

QString HostAccess::commandBegin() const
{
    return isOther() ? u"bondctl --host "_s + name() : u"bondctl"_s;
}

QString HostAccess::withHost(const QString &text) const
{
    return commandsFor(name(), text);
}

kernel::KernelSource &HostAccess::source()
{
    if (m_remote)
        return m_remote->source();
    if (!m_source)
        m_source = std::make_unique<kernel::LocalKernelSource>();
    return *m_source;
}

helper::HelperClient &HostAccess::helper()
{
    if (m_remote)
        return m_remote->helper();
    if (!m_helper) {
        m_agent = std::make_unique<TerminalAgent>();
        m_helper.reset(helper::createHelperClient());
    }
    return *m_helper;
}

ping::Pinger *HostAccess::createPinger(const ping::PingTarget &target, QObject *parent)
{
    return m_remote ? m_remote->createPinger(target, parent) : ping::createPinger(target, parent);
}

Result<kernel::Snapshot> HostAccess::snapshot(QString *trouble)
{
    QString said;
    // Another host's has been waited for; this host's is there when start() returns.
    if (!isOther() && source().snapshot().nics.isEmpty()) {
        const auto listening = QObject::connect(&source(), &kernel::KernelSource::troubleOccurred, &source(),
                                                [&said](const QString &message) { said = message; });
        source().start();
        QObject::disconnect(listening);
    }
    if (source().snapshot().nics.isEmpty())
        return fail(u"host.no-answer"_s,
                    QCoreApplication::translate("bondctl", "The kernel's list of interfaces could not be read."), said);
    if (trouble)
        *trouble = said;
    return source().snapshot();
}

Result<HostFacts> HostAccess::facts()
{
    return snapshot().map([this](const kernel::Snapshot &now) {
        const HostFacts facts = kernel::toHostFacts(now);
        if (!isOther())
            return hostfacts::withSurroundings(facts);
        return m_surroundings ? hostfacts::withSurroundings(facts, *m_surroundings) : facts;
    });
}

diagnosis::Surveyed HostAccess::survey()
{
    diagnosis::Surveyed found;
    if (isAgentless())
        return found;
    QEventLoop loop;
    const auto take = [&](const Result<diagnosis::Surveyed> &surveyed) {
        found = surveyed.value_or(diagnosis::Surveyed()); // a host whose bondctl is older has none
        loop.quit();
    };
    watch::Survey here;
    if (m_remote)
        m_remote->survey(&loop, take);
    else
        here.ask(&loop, source().snapshot(), take);
    // The services have shorter limits of their own; if one never answers, the command goes on without it.
    QTimer::singleShot(8s, &loop, &QEventLoop::quit);
    loop.exec();
    return found;
}

diagnosis::HealthKeeper::AskSurvey HostAccess::surveyor()
{
    if (isAgentless())
        return {};
    if (!m_remote) {
        if (!m_survey)
            m_survey = std::make_unique<watch::Survey>();
        return m_survey->asker();
    }
    return [remote = m_remote.get()](QObject *context, const kernel::Snapshot &,
                                     std::function<void(const diagnosis::Surveyed &)> done) {
        remote->survey(context, [done = std::move(done)](const Result<diagnosis::Surveyed> &answer) {
            if (answer)
                done(*answer);
        });
    };
}

Result<QList<kernel::BondEvent>> HostAccess::otherEvents(const QDateTime &since)
{
    QEventLoop loop;
    Result<QList<kernel::BondEvent>> events;
    m_remote->events(since, &loop, [&](const Result<QList<kernel::BondEvent>> &answer) {
        events = answer;
        loop.quit();
    });
    loop.exec();
    return events;
}

} // namespace bondwright::cli
