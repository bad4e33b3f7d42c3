// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with links there at once, without the script: kernels name interfaces as bonds are named.
#include "host/bundle/bundlehelper.h"

#include "domain/safename.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

/// A shell command that tests whether this process waits to run @p undo.
QByteArray isUndo(const QByteArray &undo, const QByteArray &process)
{
    return "grep -q '; " + undo + "' /proc/" + process + "/cmdline 2>/dev/null";
}

/// Takes the link down, but only once the process that brings it up again is running: $undo is what it says of itself.
QByteArray downProgram(const QByteArray &name, const QByteArray &undo, std::chrono::seconds undoAfter)
{
    return "undo=$(nohup sh -c 'echo $$; exec >/dev/null; sleep " + QByteArray::number(undoAfter.count()) + "; " + undo
        + R"sh(' 2>/dev/null </dev/null &)
kill -0 $undo 2>/dev/null || {
  echo 'bondwright: cannot start the process that brings the link up again' >&2
  exit 1
}
ip link set )sh"
        + name + " down || { kill $undo; exit 1; }\n";
}

} // namespace

void BundleHelper::activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done)
{
    if (!isSafeInterfaceName(bond) || !isSafeInterfaceName(slave))
        return done(notHere());
    asRoot(
        Way::Shared, u"echo %1 >/sys/class/net/%2/bonding/active_slave\n"_s.arg(slave, bond).toLatin1(), context,
        [done = std::move(done)](const auto &said) { done(said.map([](const QByteArray &) { return Nothing{}; })); });
}

void BundleHelper::setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                                QObject *context, Callback<Nothing> done)
{
    Q_UNUSED(bond)
    if (!isSafeInterfaceName(slave))
        return done(notHere());
    const QByteArray name = slave.toLatin1();
    const QByteArray undo = "ip link set " + name + " up";
    QByteArray program = "PATH=$PATH:/usr/sbin:/sbin\n";
    program += up ? undo + " || exit 1\n" : downProgram(name, undo, undoAfter);
    // The former process ends last: until then it still brings the link up. Its number may belong to another one by now.
    if (const QByteArray former = m_undoing.value(slave); !former.isEmpty())
        program += "! " + isUndo(undo, former) + " || kill " + former + "\n";
    program += up ? ":\n" : "echo\necho $undo\n"; // a login script may have left its line open
    asRoot(Way::Shared, program, context, [this, slave, up, done = std::move(done)](const Result<QByteArray> &said) {
        const QByteArray process = said ? said->trimmed().split('\n').last() : QByteArray();
        if (said && up)
            m_undoing.remove(slave);
        else if (process.toLongLong() > 1)
            m_undoing.insert(slave, process);
        done(said.map([](const QByteArray &) { return Nothing{}; }));
    });
}

void BundleHelper::identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done)
{
    if (!isSafeInterfaceName(nic))
        return done(notHere());
    asRoot(
        Way::Shared, u"PATH=$PATH:/usr/sbin:/sbin\nexec ethtool -p %1 %2\n"_s.arg(nic).arg(duration.count()).toLatin1(),
        context,
        [done = std::move(done)](const auto &said) { done(said.map([](const QByteArray &) { return Nothing{}; })); });
}

} // namespace bondwright::host
