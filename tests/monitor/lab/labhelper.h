// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakehelperclient.h"
#include "lab/guest.h"

namespace bondwright
{

/// Switches links of the guest itself, as the helper does for an authorised user.
class LabHelper : public FakeHelperClient
{
    Q_OBJECT
public:
    LabHelper()
    {
        onLink = [](const QString &slave, bool up) {
            lab::ip({QStringLiteral("link set %1 %2").arg(slave, up ? QStringLiteral("up") : QStringLiteral("down"))});
        };
    }
    void activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done) override
    {
        lab::ip({QStringLiteral("link set %1 type bond active_slave %2").arg(bond, slave)});
        FakeHelperClient::activateSlave(bond, slave, context, done);
    }
};

} // namespace bondwright
