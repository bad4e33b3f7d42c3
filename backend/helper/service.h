// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/requesthandler.h"
#include "helper/environment.h"
#include "helper/host/networkmanagerwatch.h"

#include <QObject>

namespace bondwright::helper
{

/// The verbs: turns the arguments of authorised calls into values, calls the parts that do the work, and
/// turns what comes back into replies.
class Service final : public QObject, public RequestHandler
{
    Q_OBJECT
public:
    Service(const QDBusConnection &bus, const Environment &environment, QObject *parent = nullptr);

    void handle(Verb verb, const Caller &caller, const QVariantList &arguments, Reply reply) override;
    bool isOwner(const Caller &caller, const QString &id, const QString &token) const override;

Q_SIGNALS:
    void signalEmitted(const QString &name, const QVariantMap &argument);

private:
    Capabilities capabilities() const;

    Environment m_environment;
    NetworkManagerWatch m_networkManager;
};

} // namespace bondwright::helper
