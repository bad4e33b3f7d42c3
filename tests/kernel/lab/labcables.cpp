// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labcables.h"

#include <QFile>
#include <QProcess>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

using bondwright::kernel::LinkWriter;

namespace
{

/// In another network namespace as long as it lives; sockets opened meanwhile stay there.
class InNamespace
{
public:
    explicit InNamespace(const QString &name)
        : m_home(::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC))
    {
        const int there = ::open(qPrintable(QStringLiteral("/run/netns/") + name), O_RDONLY | O_CLOEXEC);
        m_isThere = there >= 0 && ::setns(there, CLONE_NEWNET) == 0;
        ::close(there);
    }
    ~InNamespace()
    {
        if (::setns(m_home, CLONE_NEWNET) != 0)
            qFatal("cannot come back");
        ::close(m_home);
    }
    Q_DISABLE_COPY(InNamespace)
    bool isThere() const { return m_isThere; }

private:
    int m_home;
    bool m_isThere = false;
};

QString switchName(int nic)
{
    QFile file(QStringLiteral("/run/lab/cable%1").arg(nic));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace

LabCables::LabCables(int count)
    : m_count(count)
{
    enterAll();
}

bool LabCables::enterAll()
{
    m_far.clear();
    for (int nic = 0; nic < m_count; ++nic) {
        const InNamespace there(switchName(nic));
        auto writer = LinkWriter::open();
        if (!there.isThere() || !writer)
            return false;
        auto far = std::make_shared<Far>();
        far->writer = std::make_unique<LinkWriter>(std::move(*writer));
        far->index = LinkWriter::indexOf(QStringLiteral("port%1").arg(nic));
        m_far.insert(nic, far);
    }
    return true;
}

bool LabCables::setPort(int nic, bool up)
{
    const auto far = m_far.value(nic);
    return far && far->writer->setUp(far->index, up).has_value();
}

bool LabCables::recable(const QString &topology)
{
    return QProcess::execute(QStringLiteral("recable"), {topology}) == 0 && enterAll();
}
