// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/advice/cautions.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace bondwright::advice
{

namespace
{

bool isPhysical(const NicFacts &nic)
{
    return !nic.kind.isStacked() && !nic.kind.isTunnel() && nic.kind != InterfaceKind::Loopback
        && nic.kind != InterfaceKind::Wireless;
}

QSet<quint32> knownSpeeds(const HostFacts &host)
{
    QSet<quint32> speeds;
    for (const NicFacts &nic : host.nics) {
        if (isPhysical(nic) && nic.speedMbps)
            speeds.insert(*nic.speedMbps);
    }
    return speeds;
}

BilingualText withNames(const BilingualText &text, const QStringList &names)
{
    return {text.en.arg(names.join(u", "_s)), text.zh.arg(names.join(u"、"_s))};
}

} // namespace

bool isVirtualMachine(const HostFacts &host)
{
    return !host.virtualization.isEmpty() && host.virtualization != u"none";
}

QStringList nicsWithFixedMac(const HostFacts &host)
{
    QStringList names;
    for (const NicFacts &nic : host.nics) {
        if (isPhysical(nic) && nic.canChangeMac == Tristate::No)
            names.append(nic.name);
    }
    return names;
}

QStringList nicsWithoutSpeed(const HostFacts &host)
{
    QStringList names;
    for (const NicFacts &nic : host.nics) {
        if (isPhysical(nic) && nic.carrier == Tristate::Yes && !nic.speedMbps)
            names.append(nic.name);
    }
    return names;
}

QList<BilingualText> cautions(Mode mode, const HostFacts &host)
{
    QList<BilingualText> found;
    if (!host.known)
        return found;
    const ModeInfo &info = modeInfo(mode);
    if (info.needsSpeed && !nicsWithoutSpeed(host).isEmpty())
        found.append(
            withNames({u"The links of these NICs are up, but do not tell their speed, which this mode needs: %1."_s,
                       u"以下网卡链路正常但无法读取速率，而此模式需要速率：%1。"_s},
                      nicsWithoutSpeed(host)));
    if (info.needsMacChangeWhileUp && !nicsWithFixedMac(host).isEmpty())
        found.append(withNames({u"These NICs cannot take another MAC address, which this mode needs: %1."_s,
                                u"以下网卡无法更改 MAC 地址，而此模式需要：%1。"_s},
                               nicsWithFixedMac(host)));
    if (mode != Mode::ActiveBackup && knownSpeeds(host).size() > 1)
        found.append({u"The NICs of this host have different speeds: bond only those of the same speed in this mode."_s,
                      u"本机网卡速率不同：在此模式下请只绑定速率相同的网卡。"_s});
    if (isVirtualMachine(host))
        found.append(
            {mode == Mode::ActiveBackup
                 ? u"This host is a virtual machine: its hypervisor may drop frames with another MAC address, so set "
                   "fail_over_mac to active."_s
                 : u"This host is a virtual machine: its virtual switch usually supports neither link aggregation nor "
                   "changed MAC addresses. Bond the physical NICs of the hypervisor instead."_s,
             mode == Mode::ActiveBackup
                 ? u"本机是虚拟机：虚拟化平台可能丢弃使用其他 MAC 地址的帧，请将 fail_over_mac 设为 active。"_s
                 : u"本机是虚拟机：其虚拟交换机通常既不支持链路聚合，也不允许更改 MAC 地址。"
                   "应改为在宿主机上绑定物理网卡。"_s});
    return found;
}

} // namespace bondwright::advice
