// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/ifcfg/networkscripts.h"

#include "domain/safename.h"
#include "helper/ifcfg/ifcfgactivator.h"
#include "helper/system/hostprogram.h"

#include <QTimer>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

void runNetworkScript(QObject *context, const QString &name, const QString &interface, const Done &done)
{
    if (isSafeInterfaceName(interface))
        return runHostProgram(context, name, {interface}, done);
    QTimer::singleShot(0, context, [done, name] {
        done(fail(u"helper.failed"_s, IfcfgActivator::tr("%1 could not be started.").arg(name)));
    });
}

} // namespace bondwright::helper
