// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/cables.h"

namespace bondwright::failover
{

using namespace std::chrono_literals;
using Nothing = helper::HelperClient::Nothing;

namespace
{

helper::HelperClient::Callback<Nothing> answering(const Cables::Done &done)
{
    return [done](const Result<Nothing> &result) {
        done(result ? Result<void>() : Result<void>(tl::unexpected(result.error())));
    };
}

} // namespace

void HelperCables::setLink(const QString &bond, const QString &slave, bool up, QObject *context, const Done &done)
{
    m_helper->setSlaveLink(bond, slave, up, undoAfter, context, answering(done));
}

void HelperCables::activate(const QString &bond, const QString &slave, QObject *context, const Done &done)
{
    m_helper->activateSlave(bond, slave, context, answering(done));
}

void HelperCables::identify(const QString &slave, QObject *context)
{
    m_helper->identify(slave, 20s, context, [](const Result<Nothing> &) {
        // Many NICs have no LED; the test needs none.
    });
}

} // namespace bondwright::failover
