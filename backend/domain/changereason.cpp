// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/changereason.h"

#include <algorithm>
#include <array>

namespace bondwright
{

using namespace Qt::StringLiterals;

namespace
{

// In the order of ChangeAction.
constexpr std::array actionNames{"apply"_L1, "remove"_L1, "restore"_L1, "render"_L1, "migrate"_L1};

} // namespace

QString changeActionName(ChangeAction action)
{
    return actionNames.at(std::size_t(action));
}

std::optional<ChangeAction> changeActionFromName(QStringView name)
{
    const auto it = std::find(actionNames.begin(), actionNames.end(), name);
    return it == actionNames.end() ? std::nullopt : std::optional(ChangeAction(it - actionNames.begin()));
}

QString ChangeReason::toString() const
{
    return formerName.isEmpty() ? changeActionName(action) + u' ' + object : u"rename %1 %2"_s.arg(formerName, object);
}

std::optional<ChangeReason> ChangeReason::fromString(QStringView text)
{
    if (const QList<QStringView> words = text.split(u' '); words.size() == 3 && words.first() == u"rename")
        return ChangeReason{ChangeAction::Apply, words.at(2).toString(), words.at(1).toString()};
    const qsizetype blank = text.indexOf(u' ');
    const auto action = changeActionFromName(text.first(std::max<qsizetype>(blank, 0)));
    return action ? std::optional(ChangeReason{*action, text.sliced(blank + 1).toString(), {}}) : std::nullopt;
}

} // namespace bondwright
