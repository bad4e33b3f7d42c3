// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/action.h"

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

QLatin1StringView actionId(Action action)
{
    switch (action) {
    case Action::View:
        return "org.bondwright.helper.view"_L1;
    case Action::Change:
        return "org.bondwright.helper.change"_L1;
    case Action::Restore:
        return "org.bondwright.helper.restore"_L1;
    case Action::Test:
        return "org.bondwright.helper.test"_L1;
    case Action::Rehearse:
        return "org.bondwright.helper.rehearse"_L1;
    case Action::Listen:
        return "org.bondwright.helper.listen"_L1;
    case Action::CountFlows:
        return "org.bondwright.helper.count-flows"_L1;
    case Action::ConfirmOther:
        return "org.bondwright.helper.confirm-other"_L1;
    }
    return {};
}

} // namespace bondwright::helper
