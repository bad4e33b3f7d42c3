// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/protocol/surroundingsjson.h"

#include "kernel/recording/jsonfields.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace json = kernel::json;

QJsonObject toJson(const hostfacts::Surroundings &surroundings)
{
    QJsonObject object{{u"dns"_s, QJsonArray::fromStringList(textsOf(surroundings.dns))}};
    json::put(object, "virtualization"_L1, surroundings.virtualization);
    if (surroundings.session)
        object.insert(u"session"_s,
                      QJsonObject{{u"peer"_s, surroundings.session->peer.toString()},
                                  {u"local"_s, surroundings.session->local.toString()}});
    return object;
}

hostfacts::Surroundings surroundingsFrom(const QJsonObject &object)
{
    hostfacts::Surroundings surroundings{{}, json::text(object[u"virtualization"]), {}};
    for (const QString &text : json::texts(object[u"dns"])) {
        if (const auto server = IpAddress::fromString(text))
            surroundings.dns.append(*server);
    }
    const auto peer = IpAddress::fromString(json::text(object[u"session"][u"peer"]));
    const auto local = IpAddress::fromString(json::text(object[u"session"][u"local"]));
    if (peer && local)
        surroundings.session = {*peer, *local};
    return surroundings;
}

} // namespace bondwright::host
