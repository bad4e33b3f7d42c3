// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include "kernel/bondview.h"

namespace bondwright::diagnosis::rules
{

QString joined(const QStringList &names)
{
    //: @info between the names in a list
    return names.join(Text::tr(", "));
}

QString durationText(std::chrono::seconds duration)
{
    if (duration < std::chrono::minutes(2))
        //: @info a time, %1 seconds
        return Text::tr("%1 s").arg(duration.count());
    //: @info a time, %1 minutes
    return Text::tr("%1 min").arg(std::chrono::duration_cast<std::chrono::minutes>(duration).count());
}

QList<kernel::SlaveState> linked(const Case &known)
{
    QList<kernel::SlaveState> slaves;
    for (const kernel::SlaveState &slave : known.bond.slaves) {
        if (known.hasLink(slave))
            slaves.append(slave);
    }
    return slaves;
}

} // namespace bondwright::diagnosis::rules
