// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sickbonds.h"

#include "lab/guest.h"

#include <QThread>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace lab
{

namespace
{

enum class Switch : quint8 { Bridge, Static, Lacp, LacpAndBridge, TwoLacp };

struct Sick {
    const char *rule; ///< and the bond's name
    const char *options;
    Switch ends;
    int slaves = 2;
};

constexpr std::array<Sick, 16> all{{
    {"link-lost", "mode active-backup miimon 100", Switch::Bridge},
    {"no-slaves", "mode active-backup miimon 100", Switch::Bridge, 0},
    {"bond-off", "mode active-backup miimon 100", Switch::Bridge},
    {"one-slave", "mode active-backup miimon 100", Switch::Bridge, 1},
    {"unwatched", "mode active-backup miimon 0", Switch::Bridge},
    {"min-links", "mode 802.3ad miimon 100 min_links 3", Switch::Lacp},
    {"lacp-no-partner", "mode 802.3ad miimon 100", Switch::Bridge},
    {"lacp-churn", "mode 802.3ad miimon 100", Switch::Bridge},
    {"lacp-some-ports", "mode 802.3ad miimon 100", Switch::LacpAndBridge},
    {"lacp-split", "mode 802.3ad miimon 100", Switch::TwoLacp},
    {"lacp-rate", "mode 802.3ad miimon 100 lacp_rate fast", Switch::Lacp},
    {"mtu-differs", "mode active-backup miimon 100", Switch::Bridge},
    {"arp-one-slave", "mode balance-xor arp_interval 200 arp_ip_target 10.91.%1.254", Switch::Static},
    {"slave-silent", "mode active-backup miimon 100", Switch::Bridge},
    {"flapping", "mode active-backup miimon 50", Switch::Bridge},
    {"one-carries-all", "mode balance-xor miimon 100", Switch::Static},
}};

QString side()
{
    return u"sick"_s;
}

QString port(int number, QChar end)
{
    return u"port%1%2"_s.arg(number).arg(end);
}

int numberOf(const char *rule)
{
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (qstrcmp(all[at].rule, rule) == 0)
            return int(at);
    }
    return -1;
}

QString gateway(const char *rule)
{
    return u"10.91.%1.254"_s.arg(numberOf(rule));
}

QStringList switchLines(int number, Switch ends)
{
    const QString lacp = u"bond mode 802.3ad miimon 100"_s;
    const QString first = ends == Switch::Bridge ? u"bridge"_s
        : ends == Switch::Static                 ? u"bond mode balance-xor miimon 100"_s
                                                 : lacp;
    QStringList lines{u"link add sw%1 type %2"_s.arg(number).arg(first)};
    QString second = u"sw%1"_s.arg(number);
    if (ends == Switch::LacpAndBridge || ends == Switch::TwoLacp) {
        second = u"sx%1"_s.arg(number);
        lines.append(u"link add %1 type %2"_s.arg(second, ends == Switch::TwoLacp ? lacp : u"bridge"_s));
    }
    lines += {u"link set %1 master sw%2"_s.arg(port(number, u'a')).arg(number),
              u"link set %1 master %2"_s.arg(port(number, u'b'), second)};
    for (const QString &device : {port(number, u'a'), port(number, u'b'), u"sw%1"_s.arg(number), second})
        lines.append(u"link set %1 up"_s.arg(device));
    lines.append(u"addr add 10.91.%1.254/24 dev sw%1"_s.arg(number));
    return lines;
}

QStringList hostLines(int number, const Sick &sick)
{
    const QString name = QLatin1String(sick.rule);
    QStringList lines{u"link add %1 type bond %2"_s.arg(
        name, QString::fromLatin1(sick.options).replace(u"%1"_s, QString::number(number)))};
    for (int slave = 0; slave < sick.slaves; ++slave)
        lines.append(u"link set nic%1%2 master %3"_s.arg(number).arg(QChar(u'a' + slave)).arg(name));
    if (qstrcmp(sick.rule, "bond-off") != 0)
        lines.append(u"link set %1 up"_s.arg(name));
    lines.append(u"addr add 10.91.%1.1/24 dev %2"_s.arg(number).arg(name));
    return lines;
}

bool setPort(const char *rule, QChar end, const QString &what)
{
    return ip({u"link set %1 %2"_s.arg(port(numberOf(rule), end), what)}, side());
}

} // namespace

SickBonds::SickBonds() = default;

SickBonds::~SickBonds()
{
    for (const auto &process : m_traffic) {
        process->kill();
        process->waitForFinished();
    }
}

QStringList SickBonds::rules()
{
    QStringList names;
    for (const Sick &sick : all)
        names.append(QLatin1String(sick.rule));
    return names;
}

bool SickBonds::make()
{
    if (!run(u"ip"_s, {u"netns"_s, u"add"_s, side()}))
        return false;
    QStringList cables;
    QStringList ports;
    QStringList bonds;
    int index = 1000; // no port may have the number of its NIC
    for (std::size_t at = 0; at < all.size(); ++at) {
        for (const QChar end : {u'a', u'b'})
            cables.append(
                u"link add nic%1%2 index %3 type veth peer name %4 netns %5"_s.arg(at).arg(end).arg(index++).arg(
                    port(int(at), end), side()));
        ports += switchLines(int(at), all[at].ends);
        bonds += hostLines(int(at), all[at]);
    }
    return ip(cables) && ip(ports, side()) && ip(bonds);
}

bool SickBonds::hurt()
{
    const auto start = [this](const QStringList &arguments) {
        m_traffic.push_back(std::make_unique<QProcess>());
        m_traffic.back()->setStandardOutputFile(QProcess::nullDevice());
        m_traffic.back()->start(u"ping"_s, arguments);
    };
    start({u"-q"_s, gateway("slave-silent")});
    start({u"-q"_s, u"-i0.02"_s, u"-s60000"_s, gateway("one-carries-all")});
    bool isDone = setPort("link-lost", u'a', u"down"_s);
    isDone = ip({u"link set nic%1b mtu 1400"_s.arg(numberOf("mtu-differs"))}) && isDone;
    isDone = ip({u"neigh replace 10.91.%1.77 lladdr ff:ff:ff:ff:ff:ff dev sw%1 nud permanent"_s.arg(
                    numberOf("slave-silent"))},
                side())
        && isDone;
    isDone = run(u"ip"_s,
                 {u"netns"_s, u"exec"_s, side(), u"tc"_s, u"qdisc"_s, u"add"_s, u"dev"_s,
                  port(numberOf("slave-silent"), u'a'), u"root"_s, u"netem"_s, u"loss"_s, u"100%"_s})
        && isDone;
    for (int i = 0; i < 4; ++i) {
        isDone = setPort("flapping", u'b', u"down"_s) && isDone;
        QThread::msleep(2000);
        isDone = setPort("flapping", u'b', u"up"_s) && isDone;
        QThread::msleep(4000);
    }
    return isDone;
}

void SickBonds::flood()
{
    // Nobody answers.
    (void)run(u"ip"_s,
              {u"netns"_s, u"exec"_s, side(), u"ping"_s, u"-q"_s, u"-c3"_s, u"-i0.2"_s, u"-W1"_s,
               u"10.91.%1.77"_s.arg(numberOf("slave-silent"))});
}

} // namespace lab
