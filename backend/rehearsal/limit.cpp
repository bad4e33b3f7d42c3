// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/limit.h"

#include "domain/nametable.h"

#include <QCoreApplication>

#include <array>

namespace bondwright::rehearsal
{

namespace
{

struct LimitRow {
    Limit value;
    QLatin1String name;
    const char *text;
};

constexpr std::array limitTable{
    //: @info what a rehearsal does not show
    LimitRow{
        Limit::Nics, QLatin1String("nics"),
        QT_TRANSLATE_NOOP("Rehearsal",
                          "The real NICs: whether their drivers take another MAC address or MTU, and their speed.")},
    //: @info what a rehearsal does not show
    LimitRow{Limit::Switch, QLatin1String("switch"),
             QT_TRANSLATE_NOOP("Rehearsal", "The real switch: its configuration and its spanning tree.")},
    //: @info what a rehearsal does not show
    LimitRow{Limit::Services, QLatin1String("services"),
             QT_TRANSLATE_NOOP("Rehearsal", "What NetworkManager or the network service do with their profiles.")},
    //: @info what a rehearsal does not show
    LimitRow{Limit::Dhcp, QLatin1String("dhcp"),
             QT_TRANSLATE_NOOP("Rehearsal", "DHCP: a fixed address was used instead.")},
    //: @info what a rehearsal does not show
    LimitRow{Limit::Autoconfiguration, QLatin1String("autoconfiguration"),
             QT_TRANSLATE_NOOP("Rehearsal", "IPv6 addresses from router advertisements: none were sent.")},
    //: @info what a rehearsal does not show
    LimitRow{Limit::NoAddress, QLatin1String("no-address"),
             QT_TRANSLATE_NOOP(
                 "Rehearsal",
                 "Addresses: the plan has no network with others to ping, so 192.0.2.1 was used for the pings.")},
    //: @info what a rehearsal does not show
    LimitRow{Limit::OneSlave, QLatin1String("one-slave"),
             QT_TRANSLATE_NOOP("Rehearsal", "A failover: with one slave there is nothing to fail over to.")},
    //: @info what a rehearsal does not show
    LimitRow{Limit::DelaysShortened, QLatin1String("delays-shortened"),
             QT_TRANSLATE_NOOP("Rehearsal", "The full updelay and downdelay: they were shortened to save time.")},
};

} // namespace

QString limitName(Limit limit)
{
    return nameIn(limitTable, limit);
}

std::optional<Limit> limitFromName(QStringView name)
{
    return valueIn(limitTable, name);
}

QString limitText(Limit limit)
{
    return QCoreApplication::translate("Rehearsal", limitTable.at(std::size_t(limit)).text);
}

} // namespace bondwright::rehearsal
