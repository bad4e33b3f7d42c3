// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bondingdriver.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::tests
{

namespace
{

// One write() for one value, as the driver demands; QFile would hide the errno.
int writeFile(const QString &path, const QString &value)
{
    const int file = ::open(path.toUtf8().constData(), O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    const QByteArray bytes = value.toUtf8() + '\n';
    const ssize_t written = ::write(file, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const int result = written < 0 ? errno : 0;
    ::close(file);
    return result;
}

QString folder(const QString &bond)
{
    return u"/sys/class/net/%1/bonding/"_s.arg(bond);
}

} // namespace

int BondingDriver::create(const QString &bond)
{
    return writeFile(u"/sys/class/net/bonding_masters"_s, u'+' + bond);
}

int BondingDriver::remove(const QString &bond)
{
    return writeFile(u"/sys/class/net/bonding_masters"_s, u'-' + bond);
}

int BondingDriver::write(const QString &bond, const QString &option, const QString &value)
{
    return writeFile(folder(bond) + option, value);
}

QString BondingDriver::read(const QString &bond, const QString &option)
{
    QFile file(folder(bond) + option);
    if (!file.open(QIODevice::ReadOnly))
        return u"(unreadable)"_s;
    const QString text = QString::fromUtf8(file.readAll()).trimmed();
    return option == u"arp_ip_target" ? text.simplified().replace(u' ', u',') : text.section(u' ', 0, 0);
}

QStringList BondingDriver::options(const QString &bond)
{
    return QDir(folder(bond)).entryList(QDir::Files, QDir::Name);
}

int BondingDriver::setUp(const QString &interface, bool up)
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return errno;
    ifreq request{};
    std::strncpy(request.ifr_name, interface.toUtf8().constData(), IFNAMSIZ - 1);
    int result = ::ioctl(socket, SIOCGIFFLAGS, &request) < 0 ? errno : 0;
    if (result == 0) {
        const int flags = up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP;
        request.ifr_flags = static_cast<short>(flags);
        result = ::ioctl(socket, SIOCSIFFLAGS, &request) < 0 ? errno : 0;
    }
    ::close(socket);
    return result;
}

std::pair<int, int> BondingDriver::kernel()
{
    const QString release = QSysInfo::kernelVersion();
    return {release.section(u'.', 0, 0).toInt(), release.section(u'.', 1, 1).section(u'-', 0, 0).toInt()};
}

} // namespace bondwright::tests
