// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/thishost.h"

#include "hostfacts/surroundings.h"
#include "kernel/localkernelsource.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

Result<HostFacts> thisHost()
{
    kernel::LocalKernelSource source;
    QString trouble;
    QObject::connect(&source, &kernel::KernelSource::troubleOccurred, &source,
                     [&](const QString &message) { trouble = message; });
    // The first snapshot is there when start() returns; a single answer needs no event loop.
    source.start();
    if (source.snapshot().nics.isEmpty())
        return fail(u"host.no-answer"_s,
                    QCoreApplication::translate("bondctl", "The kernel's list of interfaces could not be read."),
                    trouble.isEmpty() ? QCoreApplication::translate(
                        "bondctl", "With --no-host the plan is checked without this host.")
                                      : trouble);
    return hostfacts::withSurroundings(kernel::toHostFacts(source.snapshot()));
}

} // namespace bondwright::cli
