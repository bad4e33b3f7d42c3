// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/linkwriter.h"

#include "domain/bondoptions.h"
#include "domain/macaddress.h"
#include "domain/options.h"
#include "kernel/netlink/bondattribute.h"
#include "kernel/netlink/bondoptionwriter.h"

#include <QCoreApplication>

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>

#include <array>

namespace bondwright::kernel
{

using netlink::Request;

namespace
{

QString nameOf(int ifindex)
{
    std::array<char, IF_NAMESIZE> name{};
    if (::if_indextoname(unsigned(ifindex), name.data()))
        return QString::fromUtf8(name.data());
    return QString::number(ifindex);
}

Request changeRequest(int ifindex, unsigned flags = 0, unsigned change = 0)
{
    ifinfomsg header{};
    header.ifi_index = ifindex;
    header.ifi_flags = flags;
    header.ifi_change = change;
    Request request(RTM_NEWLINK, NLM_F_ACK);
    request.fixed(header);
    return request;
}

Request createRequest(const QString &name, const QByteArray &kind)
{
    Request request(RTM_NEWLINK, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL);
    request.fixed(ifinfomsg{}).addText(IFLA_IFNAME, name.toUtf8());
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, kind).beginNest(IFLA_INFO_DATA);
    return request;
}

} // namespace

LinkWriter::LinkWriter(netlink::Socket socket)
    : m_socket(std::move(socket))
{
}

Result<LinkWriter> LinkWriter::open()
{
    auto socket = netlink::Socket::openForRequests(NETLINK_ROUTE);
    if (!socket)
        return tl::unexpected(socket.error());
    return LinkWriter(std::move(*socket));
}

int LinkWriter::indexOf(const QString &name)
{
    return int(::if_nametoindex(name.toUtf8().constData()));
}

int LinkWriter::index(const QString &name)
{
    Request request(RTM_GETLINK, 0);
    request.fixed(ifinfomsg{}).addText(IFLA_IFNAME, name.toUtf8());
    int found = 0;
    (void)m_socket.request(request, [&found](const netlink::Message &message) {
        if (const auto header = netlink::readAs<ifinfomsg>(message.payload))
            found = header->ifi_index;
    });
    return found;
}

Result<int> LinkWriter::find(const QString &name)
{
    if (const int index = indexOf(name); index > 0)
        return index;
    //: @error %1 interface
    return fail(QStringLiteral("kernel.link.missing"),
                QCoreApplication::translate("Kernel", "%1 is not there.").arg(name));
}

Result<void> LinkWriter::send(Request &request, const QString &name)
{
    const auto answered = m_socket.request(request);
    if (answered)
        return {};
    Error error = answered.error();
    //: @error %1 interface, %2 sentence
    error.message = QCoreApplication::translate("Kernel", "%1: %2").arg(name, error.message);
    return tl::unexpected(error);
}

Result<int> LinkWriter::create(Request &request, const QString &name)
{
    if (const auto sent = send(request, name); !sent)
        return tl::unexpected(sent.error());
    const int index = this->index(name);
    if (index == 0) {
        return fail(QStringLiteral("kernel.link.gone"),
                    //: @error %1 interface
                    QCoreApplication::translate("Kernel", "%1 was created, but is gone again.").arg(name));
    }
    return index;
}

Result<int> LinkWriter::addBond(const QString &name, const QMap<QString, QString> &options)
{
    QMap<QString, QString> wanted = BondOptions(options).canonical();
    wanted.removeIf([](const QMap<QString, QString>::iterator &it) {
        const OptionSpec *spec = findOption(it.key());
        return spec && spec->name != u"mode" && spec->defaultValue == it.value();
    });
    Request request = createRequest(name, QByteArrayLiteral("bond"));
    if (auto added = netlink::addBondOptions(request, wanted, indexOf); !added)
        return tl::unexpected(added.error());
    request.endNest().endNest();
    return create(request, name);
}

Result<void> LinkWriter::setBondOptions(int bond, const QMap<QString, QString> &options)
{
    Request request = changeRequest(bond);
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, QByteArrayLiteral("bond")).beginNest(IFLA_INFO_DATA);
    if (auto added = netlink::addBondOptions(request, options, indexOf); !added)
        return added;
    request.endNest().endNest();
    return send(request, nameOf(bond));
}

Result<void> LinkWriter::setActiveSlave(int bond, int slave)
{
    Request request = changeRequest(bond);
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, QByteArrayLiteral("bond")).beginNest(IFLA_INFO_DATA);
    request.addU32(netlink::BondAttribute::ActiveSlave, quint32(slave)).endNest().endNest();
    return send(request, nameOf(bond));
}

Result<void> LinkWriter::enslave(int slave, int bond)
{
    if (auto down = setUp(slave, false); !down)
        return down;
    Request request = changeRequest(slave);
    request.addU32(IFLA_MASTER, quint32(bond));
    return send(request, nameOf(slave));
}

Result<void> LinkWriter::release(int slave)
{
    Request request = changeRequest(slave);
    request.addU32(IFLA_MASTER, 0);
    return send(request, nameOf(slave));
}

Result<void> LinkWriter::setSlaveOption(int slave, const QString &option, const QString &value)
{
    Request request = changeRequest(slave);
    request.beginNest(IFLA_LINKINFO)
        .addText(IFLA_INFO_SLAVE_KIND, QByteArrayLiteral("bond"))
        .beginNest(IFLA_INFO_SLAVE_DATA);
    if (auto added = netlink::addSlaveOption(request, option, value); !added)
        return added;
    request.endNest().endNest();
    return send(request, nameOf(slave));
}

Result<int> LinkWriter::addVlan(const QString &name, int parent, quint16 vlanId)
{
    Request request = createRequest(name, QByteArrayLiteral("vlan"));
    request.addU16(IFLA_VLAN_ID, vlanId).endNest().endNest();
    request.addU32(IFLA_LINK, quint32(parent));
    return create(request, name);
}

Result<int> LinkWriter::addBridge(const QString &name)
{
    Request request = createRequest(name, QByteArrayLiteral("bridge"));
    request.addU8(IFLA_BR_MCAST_SNOOPING, 0).endNest().endNest();
    return create(request, name);
}

Result<int> LinkWriter::addVeth(const QString &name, const MacAddress &mac, const QString &peer, int peerNamespace)
{
    Request request = createRequest(name, QByteArrayLiteral("veth"));
    request.beginNest(VETH_INFO_PEER).fixed(ifinfomsg{}).addText(IFLA_IFNAME, peer.toUtf8());
    request.addU32(IFLA_NET_NS_FD, quint32(peerNamespace)).endNest();
    request.endNest().endNest();
    if (!mac.isEmpty())
        request.addBytes(IFLA_ADDRESS, mac.bytes().toByteArray());
    return create(request, name);
}

Result<void> LinkWriter::remove(int ifindex)
{
    const QString name = nameOf(ifindex);
    ifinfomsg header{};
    header.ifi_index = ifindex;
    Request request(RTM_DELLINK, NLM_F_ACK);
    request.fixed(header);
    return send(request, name);
}

Result<void> LinkWriter::setUp(int ifindex, bool up)
{
    Request request = changeRequest(ifindex, up ? IFF_UP : 0, IFF_UP);
    return send(request, nameOf(ifindex));
}

Result<void> LinkWriter::setMtu(int ifindex, quint32 mtu)
{
    Request request = changeRequest(ifindex);
    request.addU32(IFLA_MTU, mtu);
    return send(request, nameOf(ifindex));
}

Result<void> LinkWriter::setMac(int ifindex, const MacAddress &mac)
{
    if (!mac.isEthernet()) {
        return fail(QStringLiteral("kernel.link.mac"),
                    //: @error %1 text
                    QCoreApplication::translate("Kernel", "“%1” is no MAC address.").arg(mac.toString()));
    }
    Request request = changeRequest(ifindex);
    request.addBytes(IFLA_ADDRESS, mac.bytes().toByteArray());
    return send(request, nameOf(ifindex));
}

} // namespace bondwright::kernel
