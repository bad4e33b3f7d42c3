// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/types.h"

#include "domain/nametable.h"

#include <array>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array backendNamesTable{
    Named{Backend::Auto, "auto"_L1},           Named{Backend::NetworkManager, "nm"_L1},
    Named{Backend::Ifcfg, "ifcfg"_L1},         Named{Backend::Networkd, "networkd"_L1},
    Named{Backend::Netplan, "netplan"_L1},     Named{Backend::Ifupdown, "ifupdown"_L1},
    Named{Backend::RuntimeOnly, "runtime"_L1},
};

constexpr std::array stateNames{
    Named{TransactionState::None, "none"_L1},
    Named{TransactionState::Preparing, "preparing"_L1},
    Named{TransactionState::Writing, "writing"_L1},
    Named{TransactionState::Activating, "activating"_L1},
    Named{TransactionState::Verifying, "verifying"_L1},
    Named{TransactionState::AwaitingConfirm, "awaiting-confirm"_L1},
    Named{TransactionState::Done, "done"_L1},
    Named{TransactionState::RollingBack, "rolling-back"_L1},
    Named{TransactionState::RolledBack, "rolled-back"_L1},
    Named{TransactionState::Failed, "failed"_L1},
};

} // namespace

QString backendName(Backend backend)
{
    return nameIn(backendNamesTable, backend);
}

QStringList backendNames()
{
    QStringList names;
    for (const auto &row : backendNamesTable)
        names.append(row.name);
    return names;
}

QStringList backendNames(const QList<Backend> &backends)
{
    QStringList names;
    for (const Backend backend : backends)
        names.append(backendName(backend));
    return names;
}

std::optional<Backend> backendFromName(QStringView name)
{
    return valueIn(backendNamesTable, name);
}

std::optional<FormatId> formatOf(Backend backend)
{
    switch (backend) {
    case Backend::NetworkManager:
        return FormatId::NetworkManager;
    case Backend::Ifcfg:
        return FormatId::Ifcfg;
    case Backend::Networkd:
        return FormatId::Networkd;
    case Backend::Netplan:
        return FormatId::Netplan;
    case Backend::Ifupdown:
        return FormatId::Ifupdown;
    case Backend::Auto:
    case Backend::RuntimeOnly:
        break;
    }
    return std::nullopt;
}

QString transactionStateName(TransactionState state)
{
    return nameIn(stateNames, state);
}

bool isOver(TransactionState state)
{
    return state == TransactionState::None || state == TransactionState::Done || state == TransactionState::RolledBack
        || state == TransactionState::Failed;
}

std::optional<TransactionState> transactionStateFromName(QStringView name)
{
    return valueIn(stateNames, name);
}

} // namespace bondwright::helper
