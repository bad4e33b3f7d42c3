// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/finder.h"

#include "neighbours/lldpclijson.h"
#include "neighbours/networkdlldp.h"
#include "neighbours/nmneighbour.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace bondwright::neighbours
{

namespace
{

using namespace std::chrono_literals;
using Interfaces = QMap<QString, QVariantMap>;
using Objects = QMap<QDBusObjectPath, Interfaces>;

constexpr auto patience = 3s;
constexpr qint64 maxFile = 64 * 1024;

} // namespace

NeighbourFinder::NeighbourFinder(QObject *parent, const QString &root)
    : QObject(parent)
    , m_root(root)
{
    qDBusRegisterMetaType<Interfaces>();
    qDBusRegisterMetaType<Objects>();
}

void NeighbourFinder::find(const QMap<int, QString> &interfaces)
{
    if (m_waiting > 0)
        return;
    m_interfaces = interfaces;
    m_gathered.clear();
    m_waiting = 3;
    askNetworkManager();
    askLldpd();
    readNetworkd();
}

/// The first answer about a NIC counts: all services receive the same frames.
void NeighbourFinder::add(const QString &nic, const SwitchPort &port)
{
    if (!m_gathered.contains(nic) && m_interfaces.key(nic, 0) != 0)
        m_gathered.insert(nic, port);
}

void NeighbourFinder::answered()
{
    if (--m_waiting > 0)
        return;
    m_ports = m_gathered;
    Q_EMIT found(m_ports);
}

void NeighbourFinder::askNetworkManager()
{
    const QString service = QStringLiteral("org.freedesktop.NetworkManager");
    QDBusMessage call = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop"),
                                                       QStringLiteral("org.freedesktop.DBus.ObjectManager"),
                                                       QStringLiteral("GetManagedObjects"));
    call.setAutoStartService(false);
    const QDBusPendingCall pending
        = QDBusConnection::systemBus().asyncCall(call, int(std::chrono::milliseconds(patience).count()));
    if (pending.isFinished()) { // there is no bus; a watcher would be silent for ever
        QTimer::singleShot(0, this, &NeighbourFinder::answered);
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, service, watcher] {
        const QDBusPendingReply<Objects> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError()) {
            for (const Interfaces &object : reply.value()) {
                const QVariantMap device = object.value(service + QStringLiteral(".Device"));
                // Not every object is a device that has them.
                const auto neighbours = qdbus_cast<QList<QVariantMap>>(device.value(QStringLiteral("LldpNeighbors")));
                for (const QVariantMap &neighbour : neighbours) {
                    if (const auto port = fromNetworkManager(neighbour))
                        add(device.value(QStringLiteral("Interface")).toString(), *port);
                }
            }
        }
        answered();
    });
}

void NeighbourFinder::askLldpd()
{
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("lldpcli"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/sbin")});
    if (program.isEmpty() || !QFile::exists(QStringLiteral("/run/lldpd.socket"))) {
        QTimer::singleShot(0, this, &NeighbourFinder::answered);
        return;
    }
    auto *process = new QProcess(this);
    process->setStandardErrorFile(QProcess::nullDevice());
    connect(process, &QProcess::finished, this, [this, process] {
        const SwitchPorts ports = parseLldpcliJson(process->readAllStandardOutput()).value_or(SwitchPorts());
        for (auto port = ports.cbegin(); port != ports.cend(); ++port)
            add(port.key(), *port);
        process->deleteLater();
        answered();
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // what began is finished, too
        process->deleteLater();
        answered();
    });
    QTimer::singleShot(patience, process, &QProcess::kill);
    process->start(program,
                   {QStringLiteral("-f"), QStringLiteral("json0"), QStringLiteral("show"), QStringLiteral("neighbors"),
                    QStringLiteral("details")});
}

void NeighbourFinder::readNetworkd()
{
    for (auto nic = m_interfaces.cbegin(); nic != m_interfaces.cend(); ++nic) {
        QFile file(m_root + QStringLiteral("/run/systemd/netif/lldp/%1").arg(nic.key()));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto port = parseNetworkdLldp(file.read(maxFile)))
            add(*nic, *port);
    }
    QTimer::singleShot(0, this, &NeighbourFinder::answered);
}

} // namespace bondwright::neighbours
