// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/service.h"

#include "helperclient/wire.h"

#include <QFile>
#include <QSysInfo>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

Service::Service(const QDBusConnection &bus, const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_networkManager(bus)
{
}

Capabilities Service::capabilities() const
{
    Capabilities result;
    result.interfaceVersion = wire::interfaceVersion;
    result.helperVersion = QStringLiteral(BONDWRIGHT_VERSION);
    result.kernelRelease = QSysInfo::kernelVersion();
    result.osName = QSysInfo::prettyProductName();
    result.bondingDriver = QFile::exists(u"/sys/class/net/bonding_masters"_s);
    result.networkManagerRunning = m_networkManager.isRunning();
    result.networkManagerVersion = m_networkManager.version();
    return result;
}

void Service::handle(Verb verb, const Caller &, const QVariantList &, Reply reply)
{
    switch (verb) {
    case Verb::GetCapabilities:
        return reply(QVariantList{wire::toMap(capabilities())});
    default:
        return reply(fail(u"helper.failed"_s, tr("This release of the helper cannot do that yet.")));
    }
}

bool Service::isOwner(const Caller &, const QString &, const QString &) const
{
    return false;
}

} // namespace bondwright::helper
