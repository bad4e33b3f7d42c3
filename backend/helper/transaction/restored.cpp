// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/restored.h"

#include "helper/runtime/follower.h"
#include "kernel/planverifier.h"

#include <QCoreApplication>

namespace bondwright::helper
{

QStringList notRestored(const Record &record, const kernel::Snapshot &snapshot)
{
    using kernel::DifferenceKind;
    const auto now = runtime::capture(record.runtime.links.keys());
    if (!now)
        return {now.error().message};
    const auto stillThere
        = [](const QString &item) { return QCoreApplication::translate("helper", "%1 is still there.").arg(item); };
    QStringList items = runtime::missing(record.runtime, *now);
    for (const QString &link : newLinksOf(record)) {
        if (snapshot.nicByName(link))
            items.append(stillThere(link));
    }
    for (const QString &item : runtime::describe(runtime::surplus(record.runtime, *now, record.after)))
        items.append(stillThere(item));
    for (const BondPlan &plan : record.running) {
        for (const kernel::Difference &difference : kernel::verifyPlan(plan, snapshot)) {
            if (difference.kind == DifferenceKind::Mode || difference.kind == DifferenceKind::Option
                || difference.kind == DifferenceKind::SlaveMissing)
                items.append(difference.message);
        }
    }
    return items;
}

Result<void> restoreByNetlink(const Record &record, kernel::KernelSource &source, runtime::Network &network)
{
    return runtime::Follower(source, network).restore(record.running, record.runtime, newLinksOf(record), record.after);
}

Result<void> restoreByNetlink(const Record &record, kernel::KernelSource &source)
{
    runtime::KernelNetwork network;
    return restoreByNetlink(record, source, network);
}

} // namespace bondwright::helper
