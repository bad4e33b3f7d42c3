// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"

namespace bondwright
{
class PlanDraft;
}

namespace bondwright::ui
{

enum class PageId : quint8 { Mode, Nics, Monitoring, Options, Address, Review, Apply };
inline constexpr int pageCount = 7;

/// The page on which a field of the plan is edited.
PageId pageOfField(const QString &field);
/// The draft's findings about fields of that page.
QList<Finding> findingsOn(const PlanDraft &draft, PageId page);

} // namespace bondwright::ui
