// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/busvalues.h"
#include "helperclient/request.h"

#include <QVariantMap>

namespace bondwright::helper
{

/// Whom signals are sent to: clients that were allowed to look or to change, as long as they stay on the bus.
/// Signals say who changes what and which files; a broadcast would tell every user of the host.
class Subscribers final
{
public:
    /// Of one user; the one that called longest ago makes room.
    static constexpr int maxOfUser = 16;

    void add(const QByteArray &name, quint32 uid, std::optional<Texts> texts);
    void remove(const QByteArray &name);
    bool contains(const QByteArray &name) const;
    void send(BusConnection &bus, QLatin1StringView signal, const QVariantMap &argument) const;

private:
    struct Subscriber {
        QByteArray name;
        quint32 uid = 0;
        Texts texts = Texts::Plain;
    };
    QList<Subscriber> m_subscribers; ///< the last caller last
};

} // namespace bondwright::helper
