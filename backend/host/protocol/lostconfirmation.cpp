// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/protocol/lostconfirmation.h"

#include "domain/errorcode.h"

#include <QCoreApplication>

namespace bondwright::host
{

using helper::TransactionState;

ConfirmResult confirmationLost()
{
    return fail(errorcode::hostOffline,
                //: @error
                QCoreApplication::translate(
                    "Host", "The connection broke before the host answered: it is unknown whether the change is kept."),
                //: @info what to do
                QCoreApplication::translate("Host",
                                            "Check the change once the host is reachable again. It reverts "
                                            "unless it was confirmed."));
}

std::optional<ConfirmResult> fateOfConfirmation(TransactionState now)
{
    switch (now) {
    case TransactionState::Done:
        return helper::HelperClient::Nothing{};
    case TransactionState::AwaitingConfirm:
        return std::nullopt;
    case TransactionState::RollingBack:
    case TransactionState::RolledBack:
    case TransactionState::Failed:
        return fail(errorcode::hostOffline,
                    //: @error
                    QCoreApplication::translate(
                        "Host", "The confirmation did not reach the host in time: the change is not kept."));
    default:
        return confirmationLost();
    }
}

} // namespace bondwright::host
