// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/changereason.h"

#include "domain/nametable.h"

#include <QList>

#include <algorithm>
#include <array>

namespace bondwright
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array actionNames{
    Named{ChangeAction::Apply, "apply"_L1},     Named{ChangeAction::Remove, "remove"_L1},
    Named{ChangeAction::Restore, "restore"_L1}, Named{ChangeAction::Render, "render"_L1},
    Named{ChangeAction::Migrate, "migrate"_L1},
};

} // namespace

QString changeActionName(ChangeAction action)
{
    return nameIn(actionNames, action);
}

std::optional<ChangeAction> changeActionFromName(QStringView name)
{
    return valueIn(actionNames, name);
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
