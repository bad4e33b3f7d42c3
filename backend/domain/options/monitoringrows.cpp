// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows monitoringRows()
{
    return {
        {
            .name = u"miimon"_s,
            .unit = u"ms"_s,
            .defaultValue = u"0"_s,
            .maximum = intMax,
            .netlinkAttribute = 3,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"2.4"_s,
            .groups = OptionGroup::Monitoring,
            .spellings
            = {{.format = FileFormat::Networkd, .key = u"MIIMonitorSec"_s, .since = u"216"_s, .unit = u"ms"_s},
               {.format = FileFormat::Netplan, .key = u"mii-monitor-interval"_s, .since = u"0.17"_s},
               {.format = FileFormat::Ifupdown, .key = u"bond-miimon"_s, .since = u"1.1.0-8"_s},
               {.format = FileFormat::Ifupdown2, .key = u"bond-miimon"_s, .since = u"1.0"_s},
               {.format = FileFormat::Nmstate, .key = u"miimon"_s, .since = u"2.0"_s},
               {.format = FileFormat::NetworkManager, .key = u"miimon"_s, .since = u"0.9.4"_s}},
            .help = {u"How often the link state of each NIC is checked; 0 means never, 100 is the usual value"_s,
                     u"检查各网卡链路状态的间隔；0 表示不检查，通常取 100"_s},
        },
        {
            .name = u"updelay"_s,
            .unit = u"ms"_s,
            .defaultValue = u"0"_s,
            .maximum = intMax,
            .netlinkAttribute = 4,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"2.4"_s,
            .groups = OptionGroup::Monitoring,
            .spellings = {{.format = FileFormat::Networkd, .key = u"UpDelaySec"_s, .since = u"216"_s, .unit = u"ms"_s},
                          {.format = FileFormat::Netplan, .key = u"up-delay"_s, .since = u"0.17"_s},
                          {.format = FileFormat::Ifupdown, .key = u"bond-updelay"_s, .since = u"1.1.0-8"_s},
                          {.format = FileFormat::Ifupdown2, .key = u"bond-updelay"_s, .since = u"1.0"_s},
                          {.format = FileFormat::Nmstate, .key = u"updelay"_s, .since = u"2.0"_s},
                          {.format = FileFormat::NetworkManager, .key = u"updelay"_s, .since = u"0.9.4"_s}},
            .help = {u"How long a link must be up again before it is used; a multiple of miimon"_s,
                     u"链路恢复后等待多久才重新使用；须为 miimon 的整数倍"_s},
        },
        {
            .name = u"downdelay"_s,
            .unit = u"ms"_s,
            .defaultValue = u"0"_s,
            .maximum = intMax,
            .netlinkAttribute = 5,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"2.4"_s,
            .groups = OptionGroup::Monitoring,
            .spellings
            = {{.format = FileFormat::Networkd, .key = u"DownDelaySec"_s, .since = u"216"_s, .unit = u"ms"_s},
               {.format = FileFormat::Netplan, .key = u"down-delay"_s, .since = u"0.17"_s},
               {.format = FileFormat::Ifupdown, .key = u"bond-downdelay"_s, .since = u"1.1.0-8"_s},
               {.format = FileFormat::Ifupdown2, .key = u"bond-downdelay"_s, .since = u"1.0"_s},
               {.format = FileFormat::Nmstate, .key = u"downdelay"_s, .since = u"2.0"_s},
               {.format = FileFormat::NetworkManager, .key = u"downdelay"_s, .since = u"0.9.4"_s}},
            .help = {u"How long a link must be down before it is given up; a multiple of miimon"_s,
                     u"链路断开多久才判定为故障；须为 miimon 的整数倍"_s},
        },
        {
            .name = u"peer_notif_delay"_s,
            .unit = u"ms"_s,
            .defaultValue = u"0"_s,
            .maximum = 300000,
            .effectiveModes = modeMask({1, 4}),
            .isModuleParameter = false,
            .netlinkAttribute = 28,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"5.3"_s,
            .groups = OptionGroup::Monitoring,
            .spellings
            = {{.format = FileFormat::Networkd, .key = u"PeerNotifyDelaySec"_s, .since = u"256"_s, .unit = u"ms"_s},
               {.format = FileFormat::NetworkManager, .key = u"peer_notif_delay"_s, .since = u"1.34"_s}},
            .help = {u"Pause between the announcements after a failover; a multiple of miimon, 0 means miimon itself"_s,
                     u"故障切换后各次通告之间的间隔；须为 miimon 的整数倍，0 表示等于 miimon"_s},
        },
        {
            .name = u"use_carrier"_s,
            .kind = OptionKind::Bool,
            .defaultValue = u"1"_s,
            .names = {{u"0"_s, 0}, {u"1"_s, 1}},
            .netlinkAttribute = 6,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"2.6"_s,
            .groups = OptionGroup::Monitoring,
            .spellings = {{.format = FileFormat::Ifupdown, .key = u"bond-use-carrier"_s, .since = u"1.1.0-11"_s},
                          {.format = FileFormat::Ifupdown2, .key = u"bond-use-carrier"_s, .since = u"1.0"_s},
                          {.format = FileFormat::Nmstate,
                           .key = u"use_carrier"_s,
                           .since = u"2.0"_s,
                           .names = {{u"false"_s, 0}, {u"true"_s, 1}}},
                          {.format = FileFormat::NetworkManager, .key = u"use_carrier"_s, .since = u"0.9.10"_s}},
            .help = {u"Whether the driver's carrier state is trusted; obsolete, since Linux 6.18 only 1 is accepted"_s,
                     u"是否采用驱动报告的载波状态；已过时，自 Linux 6.18 起只接受 1"_s},
        },
    };
}

} // namespace bondwright::options
