// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows slaveRows()
{
    return {
        {
            .name = u"prio"_s,
            .scope = OptionScope::Slave,
            .defaultValue = u"0"_s,
            .minimum = std::numeric_limits<std::int32_t>::min(),
            .maximum = intMax,
            .modes = primaryModes,
            .effectiveModes = primaryModes,
            .inSysfs = false,
            .isModuleParameter = false,
            .netlinkAttribute = 9,
            .netlinkNumber = NetlinkNumber::S32,
            .since = u"6.0"_s,
            .groups = OptionGroup::Primary,
            .spellings = {{.format = FileFormat::NetworkManager, .key = u"prio"_s, .since = u"1.44"_s}},
            .help
            = {u"Which NIC is preferred as the next active one: the higher number; ignored while a primary is set"_s,
               u"选择下一块活动网卡的优先级，数值大者优先；设置了首选网卡时不起作用"_s},
        },
        {
            .name = u"queue_id"_s,
            .scope = OptionScope::Slave,
            .defaultValue = u"0"_s,
            .maximum = 65535,
            .isModuleParameter = false,
            .netlinkAttribute = 5,
            .netlinkNumber = NetlinkNumber::U16,
            .since = u"2.6.36"_s,
            .spellings = {{.format = FileFormat::NetworkManager, .key = u"queue-id"_s, .since = u"1.34"_s}},
            .help = {u"Transmit queue that leads to this NIC, for traffic rules (tc); 0 means none"_s,
                     u"对应此网卡的发送队列号，供流量规则（tc）使用；0 表示无"_s},
        },
        {
            .name = u"actor_port_prio"_s,
            .scope = OptionScope::Slave,
            .defaultValue = u"255"_s,
            .maximum = 65535,
            .modes = lacpMode,
            .effectiveModes = lacpMode,
            .inSysfs = false,
            .isModuleParameter = false,
            .netlinkAttribute = 10,
            .netlinkNumber = NetlinkNumber::U16,
            .since = u"6.18"_s,
            .groups = OptionGroup::Lacp,
            .help = {u"LACP priority of this port, used with ad_select=actor_port_prio"_s,
                     u"此端口的 LACP 优先级，与 ad_select=actor_port_prio 配合使用"_s},
        },
    };
}

} // namespace bondwright::options
