// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/subscribers.h"

#include "helper/bus/answertexts.h"

#include <algorithm>

namespace bondwright::helper
{

void Subscribers::add(const QByteArray &name, quint32 uid, std::optional<Texts> texts)
{
    for (const Subscriber &subscriber : std::as_const(m_subscribers)) {
        if (subscriber.name == name && !texts)
            texts = subscriber.texts;
    }
    remove(name);
    const auto isSameUser = [uid](const Subscriber &subscriber) { return subscriber.uid == uid; };
    if (std::count_if(m_subscribers.cbegin(), m_subscribers.cend(), isSameUser) >= maxOfUser)
        m_subscribers.erase(std::find_if(m_subscribers.cbegin(), m_subscribers.cend(), isSameUser));
    m_subscribers.append({name, uid, texts.value_or(Texts::Plain)});
}

void Subscribers::remove(const QByteArray &name)
{
    m_subscribers.removeIf([&name](const Subscriber &subscriber) { return subscriber.name == name; });
}

bool Subscribers::contains(const QByteArray &name) const
{
    return std::ranges::any_of(m_subscribers,
                               [&name](const Subscriber &subscriber) { return subscriber.name == name; });
}

void Subscribers::send(BusConnection &bus, QLatin1StringView signal, const QVariantMap &argument) const
{
    for (const Subscriber &subscriber : m_subscribers) {
        sd_bus_message *raw = nullptr;
        if (sd_bus_message_new_signal(bus.bus(), &raw, objectPath, interfaceName, signal.data()) < 0)
            return;
        const BusMessage message(raw);
        if (sd_bus_message_set_destination(raw, subscriber.name.constData()) >= 0
            && appendValues(raw, {inForm(argument, subscriber.texts)}))
            bus.send(raw);
    }
}

} // namespace bondwright::helper
