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
    QJsonObject object{{u"dns"_s, QJsonArray::fromStringList(surroundings.dns)}};
    json::put(object, "virtualization"_L1, surroundings.virtualization);
    if (surroundings.session)
        object.insert(u"session"_s,
                      QJsonObject{{u"peer"_s, surroundings.session->peer}, {u"local"_s, surroundings.session->local}});
    return object;
}

hostfacts::Surroundings surroundingsFrom(const QJsonObject &object)
{
    hostfacts::Surroundings surroundings{json::texts(object[u"dns"]), json::text(object[u"virtualization"]), {}};
    const QString peer = json::text(object[u"session"][u"peer"]);
    const QString local = json::text(object[u"session"][u"local"]);
    if (!peer.isEmpty() && !local.isEmpty())
        surroundings.session = {peer, local};
    return surroundings;
}

} // namespace bondwright::host
