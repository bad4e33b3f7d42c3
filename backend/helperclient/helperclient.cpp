// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/helperclient.h"

#include "domain/errorcode.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace bondwright::helper
{

HelperClient::~HelperClient() = default;

void HelperClient::rehearse(const BondPlan &, const RehearsalOptions &, QObject *context, Callback<QByteArray> done)
{
    const Error error{errorcode::unreachable, tr("Only the helper of this host can rehearse a plan."), {}};
    QTimer::singleShot(0, context ? context : this, [done = std::move(done), error] { done(tl::unexpected(error)); });
}

void HelperClient::listen(std::chrono::seconds, QObject *context, Callback<QList<neighbours::HeardFrame>> done)
{
    const Error error{errorcode::unreachable, tr("There is no helper that could listen."), {}};
    QTimer::singleShot(0, context ? context : this, [done = std::move(done), error] { done(tl::unexpected(error)); });
}

void HelperClient::countFlows(const QString &, std::chrono::seconds, QObject *context, Callback<kernel::FlowCount> done)
{
    const Error error{errorcode::unreachable, tr("There is no helper that could count flows."), {}};
    QTimer::singleShot(0, context ? context : this, [done = std::move(done), error] { done(tl::unexpected(error)); });
}

} // namespace bondwright::helper
