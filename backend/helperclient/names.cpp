// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/types.h"

#include <algorithm>
#include <array>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

template <typename E>
struct Name {
    E value;
    QLatin1StringView text;
};
template <typename E>
Name(E, QLatin1StringView) -> Name<E>; // which clang cannot tell by itself before its version 17

constexpr std::array backendNamesTable{
    Name{Backend::Auto, "auto"_L1},           Name{Backend::NetworkManager, "nm"_L1},
    Name{Backend::Ifcfg, "ifcfg"_L1},         Name{Backend::Networkd, "networkd"_L1},
    Name{Backend::Netplan, "netplan"_L1},     Name{Backend::Ifupdown, "ifupdown"_L1},
    Name{Backend::RuntimeOnly, "runtime"_L1},
};

constexpr std::array stateNames{
    Name{TransactionState::None, "none"_L1},
    Name{TransactionState::Preparing, "preparing"_L1},
    Name{TransactionState::Writing, "writing"_L1},
    Name{TransactionState::Activating, "activating"_L1},
    Name{TransactionState::Verifying, "verifying"_L1},
    Name{TransactionState::AwaitingConfirm, "awaiting-confirm"_L1},
    Name{TransactionState::Done, "done"_L1},
    Name{TransactionState::RollingBack, "rolling-back"_L1},
    Name{TransactionState::RolledBack, "rolled-back"_L1},
    Name{TransactionState::Failed, "failed"_L1},
};

template <typename Table, typename E>
QString nameOf(const Table &table, E value)
{
    const auto it = std::find_if(table.begin(), table.end(), [value](const auto &row) { return row.value == value; });
    return it == table.end() ? QString() : QString(it->text);
}

template <typename E, typename Table>
std::optional<E> valueOf(const Table &table, QStringView name)
{
    const auto it = std::find_if(table.begin(), table.end(), [name](const auto &row) { return name == row.text; });
    return it == table.end() ? std::nullopt : std::optional<E>(it->value);
}

} // namespace

QString backendName(Backend backend)
{
    return nameOf(backendNamesTable, backend);
}

QStringList backendNames()
{
    QStringList names;
    for (const auto &row : backendNamesTable)
        names.append(row.text);
    return names;
}

std::optional<Backend> backendFromName(QStringView name)
{
    return valueOf<Backend>(backendNamesTable, name);
}

QString transactionStateName(TransactionState state)
{
    return nameOf(stateNames, state);
}

bool isOver(TransactionState state)
{
    return state == TransactionState::None || state == TransactionState::Done || state == TransactionState::RolledBack
        || state == TransactionState::Failed;
}

std::optional<TransactionState> transactionStateFromName(QStringView name)
{
    return valueOf<TransactionState>(stateNames, name);
}

} // namespace bondwright::helper
