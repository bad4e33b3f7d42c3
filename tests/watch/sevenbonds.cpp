// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sevenbonds.h"

#include "lab/guest.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lab
{

namespace
{

constexpr int modes = 7;
constexpr int lacpMode = 4;
constexpr char journalSocket[] = "/run/systemd/journal/socket";

QString switchSide()
{
    return u"modes"_s;
}

bool needsGroup(int mode)
{
    return mode == 0 || mode == 2 || mode == 3;
}

QString gateway(int mode)
{
    return u"10.90.%1.254"_s.arg(mode);
}

QStringList switchLines(int mode)
{
    const QString kind = mode == lacpMode ? u"bond mode 802.3ad miimon 100"_s
        : needsGroup(mode)                ? u"bond mode balance-xor miimon 100"_s
                                          : u"bridge"_s;
    QStringList lines{u"link add sw%1 type %2"_s.arg(mode).arg(kind)};
    for (const QChar end : {u'a', u'b'})
        lines += {u"link set port%1%2 master sw%1"_s.arg(mode).arg(end), u"link set port%1%2 up"_s.arg(mode).arg(end)};
    lines += {u"link set sw%1 up"_s.arg(mode), u"addr add %2/24 dev sw%1"_s.arg(mode).arg(gateway(mode))};
    return lines;
}

QStringList hostLines(int mode)
{
    QStringList lines{u"link add mode%1 type bond mode %1 miimon 100"_s.arg(mode)};
    for (const QChar end : {u'a', u'b'})
        lines.append(u"link set mode%1%2 master mode%1"_s.arg(mode).arg(end));
    lines += {u"link set mode%1 up"_s.arg(mode), u"addr add 10.90.%1.1/24 dev mode%1"_s.arg(mode)};
    return lines;
}

bool isReady(int mode)
{
    if (attribute(SevenBonds::name(mode), u"carrier"_s) != u"1")
        return false;
    return mode != lacpMode || text(u"/sys/class/net/mode4/bonding/ad_num_ports"_s) == u"2";
}

} // namespace

SevenBonds::SevenBonds() = default;

SevenBonds::~SevenBonds()
{
    setTraffic(false);
    QStringList lines;
    for (int mode = 0; mode < modes; ++mode) {
        lines.append(u"link del mode%1"_s.arg(mode));
        for (const QChar end : {u'a', u'b'})
            lines.append(u"link del mode%1%2"_s.arg(mode).arg(end));
    }
    ip(lines);
    run(u"ip"_s, {u"netns"_s, u"del"_s, switchSide()});
}

bool SevenBonds::make()
{
    if (!run(u"ip"_s, {u"netns"_s, u"add"_s, switchSide()}))
        return false;
    QStringList cables;
    QStringList ports;
    QStringList bonds;
    // No port may have the number that its NIC has here: bonding takes the two for one.
    int number = 1000;
    for (int mode = 0; mode < modes; ++mode) {
        for (const QChar end : {u'a', u'b'})
            cables.append(u"link add mode%1%2 index %3 type veth peer name port%1%2 netns %4"_s.arg(mode)
                              .arg(end)
                              .arg(number++)
                              .arg(switchSide()));
        ports += switchLines(mode);
        bonds += hostLines(mode);
    }
    if (!ip(cables) || !ip(ports, switchSide()) || !ip(bonds))
        return false;
    return eventually(
        [] {
            for (int mode = 0; mode < modes; ++mode) {
                if (!isReady(mode))
                    return false;
            }
            return true;
        },
        60s);
}

void SevenBonds::setTraffic(bool on)
{
    for (const auto &ping : m_pings) {
        ping->kill();
        ping->waitForFinished();
    }
    m_pings.clear();
    for (int mode = 0; on && mode < modes; ++mode) {
        m_pings.push_back(std::make_unique<QProcess>());
        m_pings.back()->setStandardOutputFile(QProcess::nullDevice());
        m_pings.back()->start(u"ping"_s, {u"-q"_s, gateway(mode)});
    }
}

void SevenBonds::burst()
{
    // Whether all arrive is the machine's matter; that the links carry them is enough.
    std::vector<std::unique_ptr<QProcess>> pings;
    for (int mode = 0; mode < modes; ++mode) {
        pings.push_back(std::make_unique<QProcess>());
        pings.back()->setStandardOutputFile(QProcess::nullDevice());
        pings.back()->start(u"ping"_s, {u"-q"_s, u"-c300"_s, u"-i0.005"_s, u"-w10"_s, u"-s1400"_s, gateway(mode)});
    }
    for (const auto &ping : pings)
        ping->waitForFinished(60'000);
}

JournalEar::JournalEar()
{
    if (QFile::exists(QString::fromLatin1(journalSocket)) || !QDir().mkpath(u"/run/systemd/journal"_s))
        return;
    m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, journalSocket, sizeof journalSocket);
    if (m_socket >= 0 && ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
    ::chmod(journalSocket, 0666);
}

JournalEar::~JournalEar()
{
    if (m_socket < 0)
        return;
    ::close(m_socket);
    ::unlink(journalSocket);
}

QByteArrayList JournalEar::take()
{
    QByteArrayList entries;
    std::array<char, 65536> bytes{};
    for (;;) {
        const ssize_t length = ::recv(m_socket, bytes.data(), bytes.size(), 0);
        if (length < 0)
            return entries;
        const QByteArray entry(bytes.data(), length);
        if (entry.contains("BOND="))
            entries.append(entry);
    }
}

} // namespace lab
