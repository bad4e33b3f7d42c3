// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/ethtool/ethtool.h"

#include <QFileInfo>

#include <linux/ethtool.h>
#include <linux/ethtool_netlink.h>
#include <linux/genetlink.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace bondwright::kernel::ethtool
{

using netlink::Attribute;
using netlink::Attributes;
using netlink::Message;
using netlink::Request;

namespace
{

std::optional<quint32> knownSpeed(std::optional<std::uint64_t> speed)
{
    // 0 and SPEED_UNKNOWN (all ones) are a driver's ways to say that there is no link.
    if (!speed || *speed == 0 || *speed >= std::uint64_t(std::numeric_limits<qint32>::max()))
        return std::nullopt;
    return quint32(*speed);
}

Duplex knownDuplex(std::optional<std::uint64_t> duplex)
{
    if (duplex == std::uint64_t(DUPLEX_HALF))
        return Duplex::Half;
    return duplex == std::uint64_t(DUPLEX_FULL) ? Duplex::Full : Duplex::Unknown;
}

/// One SIOCETHTOOL call; false if the driver does not know it or there is no such interface.
bool callEthtool(int descriptor, const QString &name, void *command)
{
    ifreq request{};
    const QByteArray bytes = name.toUtf8();
    if (descriptor < 0 || bytes.isEmpty() || std::size_t(bytes.size()) >= sizeof request.ifr_name)
        return false;
    std::memcpy(request.ifr_name, bytes.constData(), std::size_t(bytes.size()));
    request.ifr_data = static_cast<char *>(command);
    return ::ioctl(descriptor, SIOCETHTOOL, &request) == 0;
}

template <std::size_t N>
QString boundedText(const char (&text)[N])
{
    return QString::fromUtf8(text, qsizetype(::strnlen(text, N)));
}

} // namespace

std::optional<std::pair<int, LinkSpeed>> parseLinkModes(const Message &message)
{
    int ifindex = 0;
    LinkSpeed speed;
    for (const Attribute &attribute : netlink::attributesAfter<genlmsghdr>(message.payload)) {
        if (attribute.type == ETHTOOL_A_LINKMODES_HEADER) {
            if (const auto index = Attributes(attribute.payload).find(ETHTOOL_A_HEADER_DEV_INDEX))
                ifindex = index->as<qint32>().value_or(0);
        } else if (attribute.type == ETHTOOL_A_LINKMODES_SPEED) {
            speed.mbps = knownSpeed(attribute.number());
        } else if (attribute.type == ETHTOOL_A_LINKMODES_DUPLEX) {
            speed.duplex = knownDuplex(attribute.number());
        }
    }
    if (ifindex <= 0)
        return std::nullopt;
    return std::pair(ifindex, speed);
}

Ethtool::Descriptor::~Descriptor()
{
    if (value >= 0)
        ::close(value);
}

void Ethtool::open()
{
    m_ioctl.value = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    auto socket = netlink::Socket::openForRequests(NETLINK_GENERIC);
    if (!socket)
        return;
    m_netlink = std::move(*socket);
    if (const auto family = resolveFamily())
        m_family = *family;
    else
        m_netlink.reset();
}

std::optional<quint16> Ethtool::resolveFamily()
{
    std::optional<quint16> family;
    Request request(GENL_ID_CTRL, 0);
    request.fixed(genlmsghdr{CTRL_CMD_GETFAMILY, 1, 0}).addText(CTRL_ATTR_FAMILY_NAME, ETHTOOL_GENL_NAME);
    const auto end = m_netlink->request(request, [&family](const Message &message) {
        if (const auto id = netlink::attributesAfter<genlmsghdr>(message.payload).find(CTRL_ATTR_FAMILY_ID))
            family = id->as<quint16>();
    });
    return end ? family : std::nullopt;
}

std::optional<QHash<int, LinkSpeed>> Ethtool::allSpeeds()
{
    if (!m_netlink)
        return std::nullopt;
    QHash<int, LinkSpeed> speeds;
    Request request(m_family, NLM_F_DUMP);
    request.fixed(genlmsghdr{ETHTOOL_MSG_LINKMODES_GET, ETHTOOL_GENL_VERSION, 0})
        .beginNest(ETHTOOL_A_LINKMODES_HEADER)
        .addU32(ETHTOOL_A_HEADER_FLAGS, ETHTOOL_FLAG_COMPACT_BITSETS)
        .endNest();
    const auto end = m_netlink->request(request, [&speeds](const Message &message) {
        if (const auto speed = parseLinkModes(message))
            speeds.insert(speed->first, speed->second);
    });
    return end ? std::optional(speeds) : std::nullopt;
}

LinkSpeed Ethtool::speed(int ifindex, const QString &name)
{
    if (!m_netlink)
        return speedByIoctl(name);
    LinkSpeed found;
    Request request(m_family, 0);
    request.fixed(genlmsghdr{ETHTOOL_MSG_LINKMODES_GET, ETHTOOL_GENL_VERSION, 0})
        .beginNest(ETHTOOL_A_LINKMODES_HEADER)
        .addU32(ETHTOOL_A_HEADER_DEV_INDEX, std::uint32_t(ifindex))
        .addU32(ETHTOOL_A_HEADER_FLAGS, ETHTOOL_FLAG_COMPACT_BITSETS)
        .endNest();
    // An error is the driver's "I have no such thing".
    (void)m_netlink->request(request, [&found](const Message &message) {
        if (const auto speed = parseLinkModes(message))
            found = speed->second;
    });
    return found;
}

LinkSpeed Ethtool::speedByIoctl(const QString &name)
{
    ethtool_cmd command{};
    command.cmd = ETHTOOL_GSET;
    if (!callEthtool(m_ioctl.value, name, &command))
        return {};
    return {knownSpeed(ethtool_cmd_speed(&command)), knownDuplex(command.duplex)};
}

DeviceFacts Ethtool::facts(const NicState &nic)
{
    DeviceFacts facts;
    ethtool_drvinfo driver{};
    driver.cmd = ETHTOOL_GDRVINFO;
    if (callEthtool(m_ioctl.value, nic.name, &driver)) {
        facts.driver = boundedText(driver.driver);
        const QString bus = boundedText(driver.bus_info);
        if (bus != u"N/A")
            facts.busAddress = bus;
    }
    if (nic.kind != InterfaceKind::Physical)
        return facts;
    if (nic.permanentMac.isEmpty())
        facts.permanentMac = permanentMac(nic.name);
    // A name with a slash cannot exist (dev_valid_name); one from a recording might.
    if (!nic.name.contains(u'/'))
        facts.isWireless = QFileInfo::exists(QStringLiteral("/sys/class/net/%1/phy80211").arg(nic.name));
    return facts;
}

MacAddress Ethtool::permanentMac(const QString &name)
{
    // struct ethtool_perm_addr ends in the address: command, size, bytes.
    struct PermanentAddress {
        quint32 command = ETHTOOL_GPERMADDR;
        quint32 size = MacAddress::maxOctets;
        std::array<char, MacAddress::maxOctets> bytes{};
    } request;
    if (!callEthtool(m_ioctl.value, name, &request) || request.size > request.bytes.size())
        return {};
    const MacAddress mac = MacAddress::fromOctets({request.bytes.data(), qsizetype(request.size)});
    return mac.isZero() ? MacAddress() : mac;
}

} // namespace bondwright::kernel::ethtool
