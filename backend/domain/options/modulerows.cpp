// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows moduleRows()
{
    return {
        {
            .name = u"max_bonds"_s,
            .scope = OptionScope::Module,
            .defaultValue = u"1"_s,
            .maximum = intMax,
            .change = OptionChange::LoadTime,
            .inSysfs = false,
            .since = u"2.4"_s,
            .help = {u"How many bonds are made when the driver is loaded; 0 avoids an unwanted bond0"_s,
                     u"加载驱动时创建多少个绑定接口；设为 0 可避免产生多余的 bond0"_s},
        },
        {
            .name = u"tx_queues"_s,
            .scope = OptionScope::Module,
            .defaultValue = u"16"_s,
            .minimum = 1,
            .maximum = 255,
            .change = OptionChange::LoadTime,
            .inSysfs = false,
            .since = u"2.6.36"_s,
            .help = {u"How many transmit queues every bond has"_s, u"每个绑定接口的发送队列数"_s},
        },
    };
}

} // namespace bondwright::options
