// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/ownerlock.h"

#include "formats/files/transactionlock.h"

#include <QFile>

#include <sys/syscall.h>

#include <csignal>
#include <unistd.h>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

QString folderOf(const Environment &environment)
{
    return environment.stateFolder + u"/owner"_s;
}

/// When the process began, in the kernel's ticks: with its number, no other process of this boot has the same.
QByteArray startOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray stat = file.readAll();
    constexpr int startTime = 19; // counted from behind the name, which may hold spaces (proc(5): field 22)
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(startTime);
}

bool endProcess(qint64 pid, const QByteArray &start)
{
    const UniqueFd process(int(::syscall(SYS_pidfd_open, pid_t(pid), 0)));
    if (start.isEmpty() || startOf(pid) != start)
        return false;
    if (process.isValid())
        return ::syscall(SYS_pidfd_send_signal, process.get(), SIGKILL, nullptr, 0) == 0;
    return ::kill(pid_t(pid), SIGKILL) == 0; // a kernel without descriptors of processes (before 5.3)
}

} // namespace

Result<OwnerLock> OwnerLock::take(const Environment &environment)
{
    const auto root = formats::RootFolder::open(environment.root);
    if (!root)
        return tl::unexpected(root.error());
    auto fd = formats::takeTransactionLock(*root, folderOf(environment));
    if (!fd)
        return tl::unexpected(fd.error());
    OwnerLock lock;
    lock.m_fd = std::move(*fd);
    lock.beat();
    return lock;
}

void OwnerLock::beat()
{
    static const QByteArray self = QByteArray::number(::getpid()) + ' ' + startOf(::getpid()) + ' ';
    const QByteArray line = (self + QByteArray::number(++m_beats)).leftJustified(63) + '\n';
    // On a full disk only the first line of a new file can be missing; then no process is killed.
    if (m_fd.isValid() && ::pwrite(m_fd.get(), line.constData(), size_t(line.size()), 0) < 0)
        qWarning("the heartbeat cannot be written");
}

HolderWatch::HolderWatch(Environment environment)
    : m_environment(std::move(environment))
{
}

QByteArray HolderWatch::look() const
{
    QFile file(m_environment.path(folderOf(m_environment) + u"/.lock"_s));
    return file.open(QIODevice::ReadOnly) ? file.read(64) : QByteArray();
}

bool HolderWatch::endIfStuck()
{
    const QByteArray line = look();
    if (line != m_seen || !m_since.isValid()) {
        m_seen = line;
        m_looks = 0;
        m_since.start();
        return false;
    }
    if (++m_looks < minLooks || m_since.elapsed() < patience.count())
        return false;
    const QByteArrayList fields = line.split(' ');
    const qint64 pid = fields.value(0).toLongLong();
    m_since.invalidate();
    if (pid <= 1 || !endProcess(pid, fields.value(1)))
        return false;
    qWarning("process %lld held the transaction and did not move any more: ended", static_cast<long long>(pid));
    return true;
}

} // namespace bondwright::helper
