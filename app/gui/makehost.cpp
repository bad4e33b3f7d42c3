// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "makehost.h"

#include "diagnosis/healthkeeper.h"
#include "hostfacts/surroundings.h"
#include "kernel/snapshot.h"

namespace bondwright
{

std::unique_ptr<ui::OtherHost> makeHost(const QString &name, const QString &askpass)
{
    auto host = std::make_unique<ui::OtherHost>();
    host->remote = std::make_unique<host::RemoteHost>(name, askpass);
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
    services.host = name;
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

} // namespace bondwright
