// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "makehost.h"

#include "diagnosis/healthkeeper.h"
#include "hostfacts/surroundings.h"
#include "kernel/snapshot.h"

#include <QCoreApplication>

namespace bondwright
{

namespace
{

std::unique_ptr<ui::OtherHost> withServices(std::unique_ptr<ui::OtherHost> host)
{
    host::RemoteHost *remote = host->remote.get();
    auto surroundings = std::make_shared<std::optional<hostfacts::Surroundings>>();
    auto *health = diagnosis::HealthKeeper::of(&remote->source());
    health->watch(
        [remote](QObject *context, const kernel::Snapshot &, std::function<void(const diagnosis::Surveyed &)> done) {
            if (remote->reach() != host::Reach::Served)
                return;
            remote->survey(context, [done = std::move(done)](const Result<diagnosis::Surveyed> &answer) {
                if (answer)
                    done(*answer);
            });
        });
    QObject::connect(remote, &host::RemoteHost::reachChanged, remote, [remote, surroundings, health] {
        if (remote->reach() != host::Reach::Served)
            return;
        health->survey();
        remote->surroundings(remote, [surroundings](const Result<hostfacts::Surroundings> &answer) {
            if (answer)
                *surroundings = *answer;
        });
    });
    ui::Services &services = host->services;
    services.source = &remote->source();
    services.helper = &remote->helper();
    services.host = remote->name();
    services.makePinger
        = [remote](const ping::PingTarget &target, QObject *parent) { return remote->createPinger(target, parent); };
    services.askEvents = [remote](QObject *context, std::function<void(const QList<kernel::BondEvent> &)> done) {
        remote->events(QDateTime::currentDateTime().addDays(-7), context,
                       [done](const Result<QList<kernel::BondEvent>> &events) {
                           if (events)
                               done(*events);
                       });
    };
    services.hostFacts = [surroundings](const kernel::Snapshot &snapshot) {
        const HostFacts facts = kernel::toHostFacts(snapshot);
        return *surroundings ? hostfacts::withSurroundings(facts, **surroundings) : facts;
    };
    return host;
}

} // namespace

std::unique_ptr<ui::OtherHost> makeHost(const QString &name, const QString &askpass)
{
    auto host = std::make_unique<ui::OtherHost>();
    host->remote = std::make_unique<host::RemoteHost>(name, askpass);
    return withServices(std::move(host));
}

std::unique_ptr<ui::OtherHost> makePracticeHost()
{
    auto host = std::make_unique<ui::OtherHost>();
    host->machine = std::make_unique<host::PracticeMachine>();
    host->cables = std::make_unique<host::Cables>(*host->machine);
    //: @item a computer in the list of hosts, to learn and try things on
    const QString name = QCoreApplication::translate("bondwright::Gui", "Practice host");
    host->remote
        = std::make_unique<host::RemoteHost>(name, [machine = host->machine.get()] { return machine->open(); });
    return withServices(std::move(host));
}

} // namespace bondwright
