// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchnet.h"

#include <QFile>

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace bondwright::kernel;
using netlink::Request;

namespace
{

bool writeFile(const QString &name, const QByteArray &text)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

} // namespace

bool BenchNet::enter(bool isLab)
{
    const unsigned user = ::geteuid();
    const unsigned group = ::getegid();
    const int spaces = CLONE_NEWNET | CLONE_NEWNS;
    const bool isIn = isLab
        ? ::unshare(spaces) == 0
        : ::unshare(CLONE_NEWUSER | spaces) == 0 && writeFile(QStringLiteral("/proc/self/setgroups"), "deny")
            && writeFile(QStringLiteral("/proc/self/uid_map"), "0 " + QByteArray::number(user) + " 1")
            && writeFile(QStringLiteral("/proc/self/gid_map"), "0 " + QByteArray::number(group) + " 1");
    // A sysfs shows the network namespace that it was mounted in.
    return isIn && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("sysfs", "/sys", "sysfs", 0, nullptr) == 0;
}

BenchNet::BenchNet()
{
    if (auto socket = netlink::Socket::openForRequests(NETLINK_ROUTE))
        m_socket.emplace(std::move(*socket));
    if (auto writer = LinkWriter::open())
        m_writer.emplace(std::move(*writer));
}

bool BenchNet::growTo(int interfaces)
{
    while (m_indexes.size() < interfaces) {
        if (!addCable(int(m_indexes.size() / 2)))
            return false;
    }
    return true;
}

bool BenchNet::addCable(int number)
{
    const QByteArray name = "v" + QByteArray::number(number);
    const QByteArray peer = "p" + QByteArray::number(number);
    Request request(RTM_NEWLINK, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL);
    const ifinfomsg header{};
    request.fixed(header).addText(IFLA_IFNAME, name);
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, "veth").beginNest(IFLA_INFO_DATA);
    request.beginNest(VETH_INFO_PEER).fixed(header).addText(IFLA_IFNAME, peer).endNest().endNest().endNest();
    if (!m_socket)
        return false;
    if (const auto made = m_socket->request(request); !made) {
        qWarning("%s: %s", name.constData(), qPrintable(made.error().message));
        return false;
    }
    for (const QByteArray &one : {name, peer}) {
        m_names.append(QString::fromLatin1(one));
        m_indexes.append(LinkWriter::indexOf(m_names.last()));
    }
    // Neither end can be up before the other is there.
    return m_writer && m_writer->setUp(m_indexes.last(), true)
        && m_writer->setUp(m_indexes.at(m_indexes.size() - 2), true);
}

bool BenchNet::addBonds(int count)
{
    for (int i = 0; i < count; ++i) {
        const auto bond = m_writer->addBond(QStringLiteral("bond%1").arg(i),
                                            {{QStringLiteral("mode"), QStringLiteral("active-backup")},
                                             {QStringLiteral("miimon"), QStringLiteral("100")}});
        if (!bond || !m_writer->enslave(m_indexes.at(4 * i), *bond)
            || !m_writer->enslave(m_indexes.at(4 * i + 2), *bond) || !m_writer->setUp(*bond, true))
            return false;
    }
    return true;
}
