// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapnic.h"

#include <QByteArray>
#include <QFileInfo>
#include <QProcess>

#include <cstring>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/if_tun.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace
{

ifreq requestFor(const QString &name)
{
    ifreq request{};
    std::strncpy(request.ifr_name, name.toLatin1().constData(), IFNAMSIZ - 1);
    return request;
}

} // namespace

TapNic::TapNic(const QString &name, int ifindex)
    : m_name(name)
{
    QProcess::execute(QStringLiteral("modprobe"), {QStringLiteral("tun")});
    // Without udev the node has to be made here.
    ::mkdir("/dev/net", 0755);
    if (!QFileInfo::exists(QStringLiteral("/dev/net/tun")))
        ::mknod("/dev/net/tun", S_IFCHR | 0600, ::makedev(10, 200));
    const int fd = ::open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
    ifreq request = requestFor(name);
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    const unsigned number = unsigned(ifindex);
    if (fd >= 0 && (ifindex == 0 || ::ioctl(fd, TUNSETIFINDEX, &number) == 0) && ::ioctl(fd, TUNSETIFF, &request) == 0)
        m_fd = fd;
    else
        ::close(fd);
}

TapNic::~TapNic()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool TapNic::setCarrier(bool on)
{
    const int carrier = on ? 1 : 0;
    return ::ioctl(m_fd, TUNSETCARRIER, &carrier) == 0;
}

bool TapNic::setSpeed(quint32 mbps)
{
    ethtool_cmd settings{};
    settings.cmd = ETHTOOL_SSET;
    ethtool_cmd_speed_set(&settings, mbps);
    settings.duplex = DUPLEX_FULL;
    ifreq request = requestFor(m_name);
    request.ifr_data = reinterpret_cast<char *>(&settings);
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool isSet = ::ioctl(socket, SIOCETHTOOL, &request) == 0;
    ::close(socket);
    return isSet;
}

bool TapNic::receive(int count, int bytes)
{
    // To all, from an address of its own, of a type that is for experiments.
    QByteArray frame(bytes, '\0');
    frame.replace(0, 14, QByteArray::fromHex("ffffffffffff02000000aa0188b5"));
    for (int i = 0; i < count; ++i) {
        if (::write(m_fd, frame.constData(), std::size_t(frame.size())) != frame.size())
            return false;
    }
    return true;
}
