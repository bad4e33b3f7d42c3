// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../monitor/fakepinger.h"
#include "fakehelperclient.h"
#include "fakekernelsource.h"
#include "history/eventstore.h"
#include "host/serve/session.h"
#include "host/transport/stdiochannel.h"

#include <QPointer>

#include <sys/socket.h>
#include <unistd.h>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

inline kernel::Snapshot hostWithBond()
{
    kernel::Snapshot snapshot;
    kernel::BondState bond;
    bond.ifindex = 10;
    bond.name = u"bond0"_s;
    bond.mode = Mode::ActiveBackup;
    bond.options = {{u"miimon"_s, u"100"_s}};
    bond.activeSlave = 2;
    for (int index : {2, 3, 10}) {
        kernel::NicState nic;
        nic.ifindex = index;
        nic.name = index == 10 ? u"bond0"_s : u"eth%1"_s.arg(index - 2);
        nic.kind = index == 10 ? InterfaceKind::Bond : InterfaceKind::Physical;
        nic.carrier = true;
        nic.speedMbps = 10'000;
        snapshot.nics.insert(index, nic);
        if (index == 10)
            continue;
        kernel::SlaveState slave;
        slave.ifindex = index;
        slave.name = nic.name;
        slave.mii = kernel::MiiStatus::Up;
        bond.slaves.append(slave);
    }
    snapshot.bonds.insert(10, bond);
    snapshot.bondingDriver = true;
    snapshot.kernelRelease = u"6.1.0"_s;
    return snapshot;
}

/// A host in this process: a session of its own for each connection, over a real pair of sockets.
class Host
{
public:
    std::unique_ptr<LineChannel> connectTo()
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            qFatal("socketpair");
        m_channel = std::make_unique<StdioChannel>(ends[0], ends[0], maximumRequestLine);
        m_session = std::make_unique<Session>(Session::Parts{*m_channel, source, helper, events, nullptr,
                                                             [this](const ping::PingTarget &target, QObject *parent) {
                                                                 return pinger = new FakePinger(
                                                                            target, [this] { return answers; }, parent);
                                                             },
                                                             askSurvey});
        m_session->start();
        ++connections;
        clientEnd = ends[1];
        return std::make_unique<StdioChannel>(ends[1], ends[1], maximumReplyLine);
    }
    void die()
    {
        m_session.reset();
        m_channel->close();
        ::shutdown(clientEnd, SHUT_RDWR);
    }
    bool isWatched() const { return !source.watched().isEmpty(); }

    FakeKernelSource source;
    FakeHelperClient helper;
    history::EventStore *events = nullptr;
    diagnosis::HealthKeeper::AskSurvey askSurvey = {};
    bool answers = true;
    QPointer<FakePinger> pinger; ///< the last one
    int connections = 0;
    int clientEnd = -1;

private:
    std::unique_ptr<StdioChannel> m_channel;
    std::unique_ptr<Session> m_session;
};

} // namespace bondwright::host
