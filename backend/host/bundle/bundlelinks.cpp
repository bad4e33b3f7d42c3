// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with links there at once, without the script: kernels name interfaces as bonds are named.
#include "host/bundle/bundlehelper.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;

void BundleHelper::activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done)
{
    if (!isBundleName(bond) || !isBundleName(slave))
        return done(notHere());
    asRoot(
        Way::Shared, u"echo %1 >/sys/class/net/%2/bonding/active_slave\n"_s.arg(slave, bond).toLatin1(), context,
        [done = std::move(done)](const auto &said) { done(said.map([](const QByteArray &) { return Nothing{}; })); });
}

void BundleHelper::setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                                QObject *context, Callback<Nothing> done)
{
    Q_UNUSED(bond)
    if (!isBundleName(slave))
        return done(notHere());
    const QByteArray name = slave.toLatin1();
    const QByteArray undo = "ip link set " + name + " up";
    // A process there takes the link up again, whatever happens here; it ends when this program has done so.
    QByteArray program = "PATH=$PATH:/usr/sbin:/sbin\n";
    // One that has ended leaves its number to any other process.
    if (const QByteArray former = m_undoing.take(slave); !former.isEmpty())
        program += "grep -q '; " + undo + "' /proc/" + former + "/cmdline 2>/dev/null && kill " + former + "\n";
    program += (up ? undo : "ip link set " + name + " down") + " || exit 1\n";
    if (!up)
        program += "nohup sh -c 'sleep " + QByteArray::number(undoAfter.count()) + "; " + undo
            + "' >/dev/null 2>&1 </dev/null &\necho $!\n";
    asRoot(Way::Shared, program, context, [this, slave, up, done = std::move(done)](const Result<QByteArray> &said) {
        if (said && !up && said->trimmed().toLongLong() > 1)
            m_undoing.insert(slave, said->trimmed());
        done(said.map([](const QByteArray &) { return Nothing{}; }));
    });
}

void BundleHelper::identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done)
{
    if (!isBundleName(nic))
        return done(notHere());
    asRoot(
        Way::Shared, u"PATH=$PATH:/usr/sbin:/sbin\nexec ethtool -p %1 %2\n"_s.arg(nic).arg(duration.count()).toLatin1(),
        context,
        [done = std::move(done)](const auto &said) { done(said.map([](const QByteArray &) { return Nothing{}; })); });
}

} // namespace bondwright::host
