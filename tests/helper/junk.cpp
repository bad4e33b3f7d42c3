// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "junk.h"

#include <QDir>
#include <QFile>

#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bondwright::tests
{

using namespace Qt::StringLiterals;

namespace
{

const std::array<QByteArray, 9> &realFiles()
{
    static const std::array<QByteArray, 9> files{
        "[connection]\nid=bond0\nuuid=5f0f1b1c-6b5e-5c6e-8a6f-0a6f6b1c5f0f\ntype=bond\ninterface-name=bond0\n\n"
        "[bond]\nmode=802.3ad\nmiimon=100\n\n[ipv4]\nmethod=manual\naddress1=192.0.2.20/24,192.0.2.254\n",
        "[connection]\nid=port\nuuid=11111111-2222-4333-8444-555555555555\ntype=ethernet\ninterface-name=eth0\n"
        "master=bond0\nslave-type=bond\n",
        "[connection]\nid=any\nuuid=11111111-1111-4111-8111-111111111111\ntype=ethernet\n\n[ethernet]\n"
        "mac-address=02:00:00:00:00:02\n",
        "[connection]\nid=v\nuuid=99999999-2222-4333-8444-555555555555\ntype=vlan\ninterface-name=bond0.7\n\n[vlan]\n"
        "id=7\nparent=bond0\n",
        "DEVICE=bond0\nBOOTPROTO=none\nONBOOT=yes\nIPADDR=192.0.2.20\nNETMASK=255.255.255.0\n"
        "BONDING_OPTS=\"mode=4 miimon=100 lacp_rate=fast\"\n",
        "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\nONBOOT=yes\nHWADDR=02:00:00:00:00:02\n",
        "DEVICE=bond0.7\nVLAN=yes\nONBOOT=yes\nIPADDR='203.0.113.1'\nPREFIX=25\n",
        "alias bond0 bonding\noptions bond0 mode=1 miimon=100 primary=eth1\n",
        "10.0.0.0/8 via 192.0.2.1 dev bond0\n"};
    return files;
}

} // namespace

QStringList Junk::networkManagerFolders()
{
    return {u"/etc/NetworkManager/system-connections"_s, u"/etc/NetworkManager/conf.d"_s, u"/etc"_s};
}

QStringList Junk::networkServiceFolders()
{
    return {u"/etc/sysconfig/network-scripts"_s, u"/etc/modprobe.d"_s, u"/etc/sysconfig"_s, u"/etc"_s};
}

QByteArray Junk::bytes(int size)
{
    QByteArray result(size, Qt::Uninitialized);
    for (char &byte : result)
        byte = char(m_random.bounded(256));
    return result;
}

QByteArray Junk::name()
{
    static const std::array<QByteArray, 26> names{"bond0.nmconnection",
                                                  "eth0.nmconnection",
                                                  "broken.nmconnection",
                                                  "bond0-port-eth0.nmconnection",
                                                  ".hidden.nmconnection",
                                                  "\xff\xfe.nmconnection",
                                                  "a\nb.nmconnection",
                                                  "x y.nmconnection",
                                                  "ifcfg-bond0",
                                                  "ifcfg-eth0",
                                                  "ifcfg-eth1",
                                                  "ifcfg-eth0:1",
                                                  "ifcfg-bond0.7",
                                                  "ifcfg-",
                                                  "ifcfg-eth0.bak",
                                                  "ifcfg-\xc3\x28",
                                                  "route-bond0",
                                                  "rule-eth0",
                                                  "keys-eth0",
                                                  "bonding.conf",
                                                  "modprobe.conf",
                                                  "os-release",
                                                  "redhat-release",
                                                  "network",
                                                  "NetworkManager.conf",
                                                  "ifcfg-$(id)"};
    const int which = int(m_random.bounded(30));
    if (which < int(names.size()))
        return names.at(size_t(which));
    if (which == 26)
        return "ifcfg-" + QByteArray(200, 'x');
    if (which == 27)
        return QByteArray(240, 'y') + ".nmconnection";
    QByteArray odd = bytes(1 + int(m_random.bounded(12)));
    odd.replace('\0', "").replace('/', "_");
    return "j" + odd + (which == 28 ? ".nmconnection" : ".conf");
}

QByteArray Junk::broken(QByteArray text)
{
    for (int i = int(m_random.bounded(6)); i >= 0 && !text.isEmpty(); --i) {
        const int at = int(m_random.bounded(int(text.size())));
        switch (m_random.bounded(7)) {
        case 0:
            text[at] = char(text.at(at) ^ (1 << m_random.bounded(8)));
            break;
        case 1:
            text.truncate(at);
            break;
        case 2:
            text.insert(at, text.mid(int(m_random.bounded(int(text.size())))));
            break;
        case 3:
            text.insert(at, bytes(3));
            break;
        case 4:
            text.replace('\n', m_random.bounded(2) ? "\r\n" : "\\\n");
            break;
        case 5:
            text.insert(at, m_random.bounded(2) ? "\"" : "'");
            break;
        default:
            text.insert(at, QByteArray(int(m_random.bounded(3000)), '['));
        }
    }
    return text;
}

QByteArray Junk::content()
{
    const QByteArray &real = realFiles().at(m_random.bounded(quint32(realFiles().size())));
    switch (m_random.bounded(10)) {
    case 0:
        return bytes(int(m_random.bounded(600)));
    case 1:
        return {};
    case 2:
        return "this is not a keyfile";
    case 3:
        return m_random.bounded(20) ? real : real + QByteArray(1'500'000, '#');
    case 4:
        return real;
    default:
        return broken(real);
    }
}

void Junk::put(const QByteArray &path)
{
    static const std::array<const char *, 6> targets{"/dev/zero",         "/nowhere",    ".",
                                                     "eth0.nmconnection", "/etc/passwd", "../../../../../../../../tmp"};
    switch (m_random.bounded(16)) {
    case 0:
        (void)!::symlink(targets.at(m_random.bounded(quint32(targets.size()))), path.constData());
        return;
    case 1:
        (void)!::symlink(path.mid(path.lastIndexOf('/') + 1).constData(), path.constData()); // to itself
        return;
    case 2:
        ::mkfifo(path.constData(), 0600);
        return;
    case 3:
        ::mkdir(path.constData(), 0700);
        return;
    default:
        break;
    }
    const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_TRUNC, 0600);
    if (fd < 0)
        return;
    const QByteArray text = content();
    (void)!::write(fd, text.constData(), size_t(text.size()));
    static const std::array<mode_t, 5> modes{0600, 0644, 0, 0777, 04755};
    ::fchmod(fd, modes.at(m_random.bounded(quint32(modes.size()))));
    ::close(fd);
    if (m_random.bounded(20) == 0)
        (void)!::link(path.constData(), (path + "~hard").constData());
}

void Junk::scatter(const QString &root, const QStringList &folders)
{
    for (const QString &folder : folders)
        QDir().mkpath(root + folder);
    for (int i = 1 + int(m_random.bounded(12)); i > 0; --i) {
        // Most of it where most is read.
        const QString &folder = folders.at(m_random.bounded(3) ? 0 : int(m_random.bounded(int(folders.size()))));
        put((root + folder).toUtf8() + '/' + name());
    }
}

} // namespace bondwright::tests
